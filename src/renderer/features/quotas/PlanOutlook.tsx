import { Title } from '@mantine/core';
import { enoughRepsAtQuota } from '@shared/kpi/formulas/quota-attainment';
import type { QuotaMeasure } from '@shared/model/dataset';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { Warning } from '../../components/Warning';
import type { PlanOutcome } from './plan-outcome';
import classes from './QuotasPage.module.css';

/** What the plan as a whole is expected to come to. */
export function PlanOutlook({
  outcome,
  measure,
}: {
  readonly outcome: PlanOutcome;
  readonly measure: QuotaMeasure;
}) {
  const { t } = useTranslation('quotas');
  const format = useFormat();
  const { share, atQuota, withQuota, attainment, payout } = outcome;
  const isMoney = measure !== 'units' && measure !== 'deals';
  const amount = (value: number | null) =>
    isMoney ? format.kpi(value, 'money', { compact: true }) : format.number(value, 0);
  return (
    <section className={classes.panel} aria-label={t('outlook')}>
      <Title order={2} size="h5">
        {t('outlook')}
      </Title>
      <dl className={classes.figures}>
        <div>
          <dt>{t('planned')}</dt>
          <dd>{amount(outcome.quota)}</dd>
        </div>
        <div>
          <dt>{t('expected')}</dt>
          <dd>{amount(outcome.expected)}</dd>
        </div>
        <div>
          <dt>{t('attainment')}</dt>
          <dd>{format.percent(attainment)}</dd>
        </div>
        <div>
          <dt>{t('kpis:reps_at_quota.name')}</dt>
          <dd>
            {format.percent(share, 0)} ({format.number(atQuota)}/{format.number(withQuota)})
          </dd>
        </div>
        {payout !== null && (
          <div>
            <dt>{t('payout')}</dt>
            <dd>{format.kpi(payout, 'money', { compact: true })}</dd>
          </div>
        )}
      </dl>
      {share !== null && share < enoughRepsAtQuota && (
        <Warning>
          {t('kpis:warns.quotasTooAmbitious', {
            value: format.percent(share, 0),
            enough: format.percent(enoughRepsAtQuota, 0),
          })}
        </Warning>
      )}
    </section>
  );
}
