import type { OneToOne } from '@shared/ipc/one-to-one';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { GoalEvidenceList } from '../../components/GoalEvidenceList';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import { KpiLink } from './KpiLink';
import classes from './OneToOnePage.module.css';
import { Panel } from './Panel';
import { quotaRunOption } from './quota-run-option';

/** How much of the quota is reached, and the run of the months. */
export function QuotaPanel({ figures: { quota, rep } }: { readonly figures: OneToOne }) {
  const { t } = useTranslation('one-to-one');
  const format = useKpiFormat();
  const plain = useFormat();
  const amount = (value: number | null) => format.value(value, quota.unit);
  const { months } = quota;
  const option = useCallback(
    (colors: ChartColors) =>
      quotaRunOption(months, colors, {
        share: (value) => plain.percent(value, 0),
        month: plain.period,
        names: { value: t('kpis:quota_attainment.name'), full: t('quota.full') },
      }),
    [months, plain, t],
  );
  const missing = quota.quota === null ? null : quota.quota - (quota.result ?? 0);
  const last = months.at(-1);
  return (
    <Panel title={t('quota')}>
      {quota.quota === null ? (
        <p className={classes.quiet}>{t('quota.none')}</p>
      ) : (
        <>
          <div className={classes.big}>
            <strong>{format.value(quota.value, 'percent')}</strong>
            <StatusMark status={quota.status} />
          </div>
          <p>{t('quota.of', { result: amount(quota.result ?? 0), quota: amount(quota.quota) })}</p>
          {missing !== null && (
            <p className={classes.quiet}>
              {missing > 0
                ? t('quota.missing', { amount: amount(missing) })
                : t('quota.over', { amount: amount(-missing) })}
              {quota.target !== null && ` ${t('target', { value: format.value(quota.target, 'percent') })}`}
            </p>
          )}
          {quota.evidence !== null && (
            <GoalEvidenceList evidence={quota.evidence} goal={quota.quota} unit={quota.unit} isAdditive />
          )}
        </>
      )}
      {months.some(({ value }) => value !== null) && last && (
        <Chart
          height={150}
          description={t('quota.run', {
            count: months.length,
            month: plain.period(last.month),
            value: plain.percent(last.value, 0),
          })}
          option={option}
        />
      )}
      <p className={classes.more}>
        <KpiLink kpi="quota_attainment" rep={rep.name} />
      </p>
    </Panel>
  );
}
