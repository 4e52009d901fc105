import {
  Button,
  Group,
  MultiSelect,
  SegmentedControl,
  Select,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { payoutPeriods, planScopes, type StoredPlan } from '@shared/incentives/incentive-plan';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import type { MemberNames } from '../../components/member-names';
import { BonusRows } from './BonusRows';
import classes from './IncentivesPage.module.css';
import { useIncentives } from './incentives.store';
import { PlanExample } from './PlanExample';
import { draftOf, newPlan, type PlanDraft, readDraft } from './plan-draft';
import { TierRows } from './TierRows';

interface PlanEditorProps {
  /** Null for a new plan. */
  readonly plan: StoredPlan | null;
  readonly names: MemberNames;
  onSaved(id: number): void;
  onClose(): void;
  readonly onRemove: (() => void) | undefined;
}

/** Everything about a plan in one form, with an example of what it pays beside it. */
export function PlanEditor({ plan, names, onSaved, onClose, onRemove }: PlanEditorProps) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const save = useIncentives((state) => state.save);
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(plan ?? newPlan, format));
  const [isTried, setTried] = useState(false);
  const read = useMemo(() => readDraft(draft, format.locale), [draft, format.locale]);
  const change = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part });
  const problemOf = (field: string): string | undefined => {
    const found = read.problems.find((problem) => problem.field === field);
    // A name that is still to come is no problem before the plan is to be saved.
    const isEarly = !isTried && (found?.code === 'noName' || found?.code === 'nobodyNamed');
    return found && !isEarly ? t(`problem.${found.code}`, { place: found.place }) : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.plan === null) return;
    const stored = await save(plan?.id ?? null, read.plan);
    if (stored) onSaved(stored.id);
  };
  const field = (name: 'from' | 'to' | 'baseRate' | 'cap' | 'draw' | 'roundTo', placeholder = '') => (
    <TextInput
      label={t(`field.${name}`)}
      placeholder={placeholder}
      value={draft[name]}
      error={problemOf(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => void submit(event)}
      aria-label={plan?.name ?? t('plan.new')}
      noValidate
    >
      <div className={classes.fields}>
        <Title order={2} size="h5">
          {plan?.name ?? t('plan.new')}
        </Title>
        <div className={classes.line}>
          <TextInput
            className={classes.wide}
            label={t('field.name')}
            value={draft.name}
            error={problemOf('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          {field('from', t('days.open'))}
          {field('to', t('days.open'))}
          <Select
            label={t('payoutPeriod')}
            allowDeselect={false}
            value={draft.payoutPeriod}
            data={payoutPeriods.map((value) => ({ value, label: t(`payoutPeriod.${value}`) }))}
            onChange={(value) => value && change({ payoutPeriod: value as PlanDraft['payoutPeriod'] })}
          />
        </div>
        <div className={classes.line}>
          <div className={classes.fixed}>
            <Text size="sm" fw={600} mb={3} id="plan-scope">
              {t('for')}
            </Text>
            <SegmentedControl
              aria-labelledby="plan-scope"
              value={draft.scope}
              data={planScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
              onChange={(scope) => change({ scope, names: [] })}
            />
          </div>
          {draft.scope !== 'all' && (
            <MultiSelect
              className={classes.rest}
              label={t(`scope.names.${draft.scope}`)}
              searchable
              value={[...draft.names]}
              data={[...new Set([...names[draft.scope], ...draft.names])]}
              error={problemOf('names')}
              onChange={(chosen) => change({ names: chosen })}
            />
          )}
        </div>
        <TierRows draft={draft} problemOf={problemOf} onChange={change} />
        <BonusRows
          bonuses={draft.bonuses}
          problemOf={problemOf}
          onChange={(bonuses) => change({ bonuses })}
        />
        <div className={classes.line}>
          {field('cap', t('none'))}
          {field('draw', t('none'))}
          {field('roundTo')}
          <Switch
            className={classes.switch}
            label={t('field.recoverable')}
            disabled={draft.draw.trim() === ''}
            checked={draft.recoverable}
            onChange={(event) => change({ recoverable: event.currentTarget.checked })}
          />
        </div>
        <Group gap="sm">
          <Button type="submit">{t('save')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          {onRemove && (
            <Button variant="subtle" color="red" ml="auto" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
        </Group>
      </div>
      <PlanExample plan={read.plan} />
    </form>
  );
}
