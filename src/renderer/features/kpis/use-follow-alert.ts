import { type KpiAlert, pageOfAlert } from '@shared/kpi/alert';
import { useNavigation } from '../../app/navigation.store';
import { useKpiFilter } from './kpi-filter.store';

/** Opens the page of an alert, narrowed to what it is about; the way back from there restores the filter. */
export function useFollowAlert(): (alert: KpiAlert) => void {
  const go = useNavigation((state) => state.go);
  const { filter, replace } = useKpiFilter();
  return (alert) => {
    const { kind, key } = alert.scope;
    if (kind !== 'all') replace({ ...filter, [kind]: [key] });
    go({ page: 'kpi', kpi: pageOfAlert(alert), filterBefore: filter });
  };
}
