import { Alert, Button, Skeleton, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { spreadQuotas } from '@shared/planning/quotas/spread-quotas';
import { IconAlertTriangle, IconTableDown, IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useRevision, useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { Problem } from '../../components/Problem';
import { PlanControls } from './PlanControls';
import { PlanGrid } from './PlanGrid';
import { PlanOutlook } from './PlanOutlook';
import { ProposalPanel } from './ProposalPanel';
import { planOutcome } from './plan-outcome';
import classes from './QuotasPage.module.css';
import { useQuotaPlan } from './quota-plan.store';

/** Quotas are planned: a total spread over reps and periods, beside what is expected of it. */
export function QuotasPage() {
  const { t } = useTranslation('quotas');
  const format = useFormat();
  const workspace = useWorkspace((state) => state.workspace);
  const revision = useRevision();
  const { loaded, problem, load, write } = useQuotaPlan();
  const own = loaded?.path === workspace?.path ? loaded : null;
  const [from, to, measure] = [own?.plan.from, own?.plan.to, own?.plan.measure];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision, range or measure means other data
  useEffect(() => {
    if (workspace !== null) void load(workspace);
  }, [workspace?.path, revision, from, to, measure, load]);

  const spread = useMemo(() => (own === null ? null : spreadQuotas(own.plan, own.base)), [own]);
  const rows = useMemo(() => (spread?.kind === 'spread' ? spread.rows : []), [spread]);
  const outcome = useMemo(() => (own === null ? null : planOutcome(own.plan, own.base, rows)), [own, rows]);
  if (workspace === null) return null;

  const confirmWriting = () =>
    modals.openConfirmModal({
      title: t('write'),
      children: (
        <Text size="sm">
          {t('write.explanation', {
            count: rows.length,
            reps: format.number(rows.length),
            before: format.money(own?.quotaSum ?? 0, 0),
          })}
        </Text>
      ),
      labels: { confirm: t('write'), cancel: t('app:cancel') },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: async () => {
        const done = await write(rows);
        if (done === null) return;
        notifications.show({
          message: t('written', { count: done.written, replaced: format.number(done.replaced) }),
          color: 'teal',
          closeButtonProps: { 'aria-label': t('app:close') },
        });
      },
    });

  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <Button
          leftSection={<IconTableDown size={17} aria-hidden />}
          disabled={rows.length === 0}
          onClick={confirmWriting}
        >
          {t('write')}
        </Button>
      </PageHeader>
      <div className={classes.content}>
        {problem && <Problem error={problem} />}
        {own === null || outcome === null ? (
          !problem && <Skeleton height={320} radius="md" role="status" aria-label={t('loading')} />
        ) : own.base.reps.length === 0 ? (
          <EmptyState icon={IconUsers} title={t('empty.title')} explanation={t('empty.advice')} />
        ) : (
          <>
            <PlanControls plan={own.plan} hasSeason={own.base.season !== null} />
            {spread?.kind === 'cannot' && (
              <Alert color="yellow" icon={<IconAlertTriangle />} role="alert">
                {t(`cannot.${spread.reason}${spread.rep === null ? '' : '.rep'}`, {
                  rep: spread.rep,
                  left: format.number(Math.abs(spread.left), 0),
                })}
              </Alert>
            )}
            {rows.length > 0 && (
              <>
                <PlanOutlook outcome={outcome} measure={own.plan.measure} />
                <PlanGrid plan={own.plan} rows={rows} outcome={outcome} />
                <ProposalPanel plan={own.plan} base={own.base} outcome={outcome} />
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}
