import { Button, Select, TextInput } from '@mantine/core';
import { kpiCategories } from '@shared/kpi/declaration';
import type { DateRange } from '@shared/model/calendar-date';
import { parsePeriod } from '@shared/model/period';
import { type TargetScope, targetScopes } from '@shared/model/target';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import type { MemberNames } from '../../components/member-names';
import { namedPeriod } from '../../components/period-choice';
import { limitProblem } from './limit-problem';
import { readTargetValue } from './read-target-value';
import classes from './TargetsPage.module.css';
import { useTargets } from './targets.store';

interface NewTargetProps {
  readonly names: MemberNames;
  /** The period that the page shows; a new target is for it unless another one is typed. */
  readonly range: DateRange;
}

interface Draft {
  readonly kpi: string;
  readonly scopeKind: TargetScope;
  readonly scopeKey: string;
  readonly period: string;
  readonly value: string;
  readonly amber: string;
  readonly red: string;
}

type Problems = Readonly<Partial<Record<keyof Draft, string>>>;

/** One line in which a target is set from the keyboard: Tab from field to field, Enter to set it. */
export function NewTarget({ names, range }: NewTargetProps) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const setTarget = useTargets((state) => state.set);
  const firstField = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft>({
    kpi: 'revenue',
    scopeKind: 'all',
    scopeKey: '',
    period: namedPeriod(range, fiscalYearStart) ?? '',
    value: '',
    amber: '',
    red: '',
  });
  const [problems, setProblems] = useState<Problems>({});
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setProblems({});
  };
  const { kpis } = useKpiCatalogue();
  const kpi = kpis.find(({ id }) => id === draft.kpi);
  const scopes = targetScopes.filter((scope) => scope === 'all' || kpi?.dimensions.includes(scope));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (kpi === undefined) return;
    const read = (text: string) =>
      text.trim() === '' ? null : readTargetValue(text, kpi.unit, format.locale);
    const [value, amber, red] = [read(draft.value), read(draft.amber), read(draft.red)];
    const notNumber = (text: string, number: number | null) =>
      text.trim() !== '' && number === null ? t('problem.notANumber') : undefined;
    const limits = value === null ? null : limitProblem({ value, amber, red }, kpi.direction);
    const found: Problems = {
      scopeKey: draft.scopeKind !== 'all' && draft.scopeKey === '' ? t('problem.noName') : undefined,
      period:
        draft.period.trim() !== '' && parsePeriod(draft.period) === null ? t('problem.noPeriod') : undefined,
      value: notNumber(draft.value, value) ?? (value === null ? t('problem.noValue') : undefined),
      amber:
        notNumber(draft.amber, amber) ?? (limits?.startsWith('amber') ? t(`problem.${limits}`) : undefined),
      red: notNumber(draft.red, red) ?? (limits?.startsWith('red') ? t(`problem.${limits}`) : undefined),
    };
    setProblems(found);
    if (value === null || Object.values(found).some((problem) => problem !== undefined)) return;
    const { scopeKind, scopeKey } = draft;
    const period = parsePeriod(draft.period) ?? '';
    if (await setTarget({ kpi: kpi.id, scopeKind, scopeKey, period, value, amber, red })) {
      setDraft({ ...draft, value: '', amber: '', red: '' });
      firstField.current?.focus();
    }
  };

  const field = (name: 'period' | 'value' | 'amber' | 'red', placeholder: string) => (
    <TextInput
      label={t(name)}
      placeholder={placeholder}
      value={draft[name]}
      error={problems[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} aria-label={t('new')} noValidate>
      <Select
        ref={firstField}
        label={t('kpi')}
        searchable
        allowDeselect={false}
        value={draft.kpi}
        data={kpiCategories
          .map((category) => ({
            group: t(`kpis:category.${category}`),
            items: kpis
              .filter((candidate) => candidate.category === category)
              .map(({ id }) => ({ value: id, label: t(`kpis:${id}.name`) })),
          }))
          .filter(({ items }) => items.length > 0)}
        onChange={(id) => id && change({ kpi: id, scopeKind: 'all', scopeKey: '' })}
      />
      <Select
        label={t('scope')}
        allowDeselect={false}
        value={draft.scopeKind}
        data={scopes.map((scope) => ({ value: scope, label: t(`kpis:scope.${scope}`) }))}
        onChange={(scope) =>
          change({ scopeKind: scopes.find((candidate) => candidate === scope) ?? 'all', scopeKey: '' })
        }
      />
      <Select
        label={t('name')}
        searchable
        disabled={draft.scopeKind === 'all'}
        placeholder={draft.scopeKind === 'all' ? '' : t('name.choose')}
        nothingFoundMessage={t('name.none')}
        error={problems.scopeKey}
        value={draft.scopeKey === '' ? null : draft.scopeKey}
        data={draft.scopeKind === 'all' ? [] : [...names[draft.scopeKind]]}
        onChange={(scopeKey) => change({ scopeKey: scopeKey ?? '' })}
      />
      {field('period', t('period.every'))}
      {field('value', kpi?.unit === 'percent' ? format.percent(0.25) : '')}
      {field('amber', t('limit.default'))}
      {field('red', t('limit.default'))}
      <Button type="submit" className={classes.add}>
        {t('add')}
      </Button>
    </form>
  );
}
