import type { KpiAlert } from '@shared/kpi/alert';
import { enoughRepsAtQuota } from '@shared/kpi/formulas/quota-attainment';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { useKpiFormat } from '../../components/use-kpi-format';

/** An alert as a sentence. */
export function useAlertText(): (alert: KpiAlert) => string {
  const { t } = useTranslation('kpis');
  const plain = useFormat();
  const format = useKpiFormat();
  const kpiOf = useKpis();
  return (alert) => {
    const { kind, key: name } = alert.scope;
    if (alert.kind === 'quota') {
      const { reps, under } = alert;
      const share = (reps - under) / reps;
      // 59.6 % is under 60 %, though it is 60 % without decimals.
      const decimals = Math.round(share * 100) >= enoughRepsAtQuota * 100 ? 1 : 0;
      const amounts = {
        value: plain.percent(share, decimals),
        enough: plain.percent(enoughRepsAtQuota, 0),
        count: reps,
        under,
        name,
      };
      return t(kind === 'all' ? 'alert.quota.all' : 'alert.quota', amounts);
    }
    const { unit } = kpiOf(alert.kpi);
    const words = {
      kpi: t(`${alert.kpi}.name`),
      name,
      value: format.value(alert.value, unit, { compact: true }),
      target: format.value(alert.target, unit, { compact: true }),
    };
    if (kind === 'all') return t('alert.target.all', words);
    return t(alert.targetOf === 'all' ? 'alert.target.company' : 'alert.target', words);
  };
}
