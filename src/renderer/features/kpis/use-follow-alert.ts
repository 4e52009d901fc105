import { type KpiAlert, pageOfAlert } from '@shared/kpi/alert';
import { useNavigation } from '../../app/navigation.store';
import { useKpiFilter } from './kpi-filter.store';

/** Opens the page of an alert, narrowed to what it is about; the way back from there restores the filter. */
export function useFollowAlert(): (alert: KpiAlert) => void {
  const go = useNavigation((state) => state.go);
  const { filter } = useKpiFilter();
  return (alert) => {
    const { kind, key } = alert.scope;
    const kpi = pageOfAlert(alert);
    go(kind === 'all' ? { page: 'kpi', kpi } : { page: 'kpi', kpi, filter: { ...filter, [kind]: [key] } });
  };
}
