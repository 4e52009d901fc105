import type { KpiResult } from '@shared/ipc/kpi';
import { enoughRepsAtQuota } from '@shared/kpi/formulas/quota-attainment';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';

/** What a KPI warns of, in sentences. */
export function useWarnings({ warnings, value }: Pick<KpiResult, 'warnings' | 'value'>): readonly string[] {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const amounts = { value: format.percent(value, 0), enough: format.percent(enoughRepsAtQuota, 0) };
  return warnings.map((warning) => t(`warns.${warning}`, amounts));
}
