import { Button, Skeleton, Text } from '@mantine/core';
import { IconCoins, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriod } from '../../app/period.store';
import { useDataEffect } from '../../app/use-data-effect';
import { useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { Problem } from '../../components/Problem';
import classes from './IncentivesPage.module.css';
import { useIncentives } from './incentives.store';
import { PayoutTable } from './PayoutTable';
import { PlanEditor } from './PlanEditor';
import { PlanList } from './PlanList';

/** The plans by which reps are paid, and what they pay in a period, step by step. */
export function IncentivesPage() {
  const { t } = useTranslation('incentives');
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const { from, to } = range;
  const { incentives, problem, load, remove } = useIncentives();
  /** The plan that is edited by its id, `new` for one to come. */
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const path = workspace?.path ?? null;
  useDataEffect(() => {
    if (path !== null) void load({ path, range: { from, to } });
  }, [path, from, to, load]);

  if (workspace === null) return null;
  const own = incentives?.path === path ? incentives : null;
  const plan = own?.plans.find(({ id }) => id === edited) ?? null;
  const isEditing = edited === 'new' || plan !== null;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <PeriodPicker value={range} onChange={choose} />
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {t('plan.new')}
        </Button>
      </PageHeader>
      <div className={classes.content}>
        {problem && <Problem error={problem} />}
        {own === null ? (
          !problem && <Skeleton height={320} radius="md" role="status" aria-label={t('loading')} />
        ) : (
          <>
            {own.plans.length === 0 && !isEditing ? (
              <EmptyState icon={IconCoins} title={t('empty.title')} explanation={t('empty.advice')}>
                <Button onClick={() => setEdited('new')}>{t('plan.new')}</Button>
              </EmptyState>
            ) : (
              <PlanList
                plans={own.plans}
                chosen={edited}
                onChoose={(id) => setEdited(id === edited ? null : id)}
              />
            )}
            {isEditing && (
              <PlanEditor
                key={plan === null ? 'new' : `${plan.id} ${JSON.stringify(plan)}`}
                plan={plan}
                names={own.names}
                onSaved={(id) => setEdited(id)}
                onClose={() => setEdited(null)}
                onRemove={
                  plan === null
                    ? undefined
                    : () => {
                        setEdited(null);
                        void remove(plan.id);
                      }
                }
              />
            )}
            {own.plans.length > 0 && (
              <>
                <PayoutTable payouts={own.payouts} costRatio={own.costRatio} />
                <Text size="xs" c="dimmed">
                  {t('payouts.explanation')}
                </Text>
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}
