import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePeriod } from '../../app/period.store';
import { useDataEffect } from '../../app/use-data-effect';
import { useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { Problem } from '../../components/Problem';
import { NewTarget } from './NewTarget';
import { TargetGridPanel } from './TargetGridPanel';
import classes from './TargetsPage.module.css';
import { TargetTable } from './TargetTable';
import { targetViews, useTargets } from './targets.store';

/** All targets with where each stands; they are set, changed and removed here. */
export function TargetsPage() {
  const { t } = useTranslation('targets');
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const { from, to } = range;
  const { targets, problem, view, show, load } = useTargets();
  const path = workspace?.path ?? null;
  const fiscalYearStart = workspace?.options.fiscalYearStart ?? 1;
  useDataEffect(() => {
    if (path !== null) void load({ path, range: { from, to }, fiscalYearStart });
  }, [path, from, to, fiscalYearStart, load]);

  if (workspace === null) return null;
  const own = targets?.path === path ? targets : null;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        {view === 'list' && <PeriodPicker value={range} onChange={choose} />}
        <SegmentedControl
          aria-label={t('view')}
          value={view}
          data={targetViews.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={show}
        />
      </PageHeader>
      {view === 'grid' ? (
        <div className={classes.content}>
          <TargetGridPanel />
        </div>
      ) : (
        <div className={classes.content}>
          {problem && <Problem error={problem} />}
          <Text size="sm" c="dimmed" maw={820}>
            {t('explanation')}
          </Text>
          {own ? (
            <>
              <NewTarget key={`${path} ${from} ${to}`} names={own.names} range={range} />
              {own.standings.length > 0 ? (
                <TargetTable standings={own.standings} />
              ) : (
                <EmptyState icon={IconTargetArrow} title={t('empty.title')} explanation={t('empty.advice')} />
              )}
            </>
          ) : (
            !problem && <Skeleton height={320} radius="md" role="status" aria-label={t('loading')} />
          )}
        </div>
      )}
    </div>
  );
}
