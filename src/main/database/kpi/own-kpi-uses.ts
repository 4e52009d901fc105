import { builtOn } from '@shared/kpi/own/own-catalogue';
import { QuotabenchError } from '@shared/model/error';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { readDashboards } from './dashboard';
import { readOwnKpis, rowOfOwnKpi } from './own-kpi-rows';

/** Where an own KPI is used. */
export interface OwnKpiUses {
  readonly dashboards: number;
  readonly targets: number;
  /** Ids of own KPIs that build on it. */
  readonly kpis: readonly string[];
}

export function usesOfKpi(connection: Connection, id: string): OwnKpiUses {
  return {
    dashboards: readDashboards(connection).filter(({ kpis }) => kpis.includes(id)).length,
    targets: connection.number('SELECT count(*) FROM targets WHERE kpi = ?', [id]),
    kpis: builtOn(id, readOwnKpis(connection)),
  };
}

/**
 * Deletes an own KPI with its targets.
 * @throws QuotabenchError `ownKpiMissing`; `ownKpiBuiltOn` while others build on it.
 */
export function removeOwnKpi(connection: Connection, recorder: ChangeRecorder, id: string): void {
  const row = rowOfOwnKpi(connection, id);
  const { kpis } = usesOfKpi(connection, id);
  if (kpis.length > 0) throw new QuotabenchError('ownKpiBuiltOn', { id, kpis: kpis.join(', ') });
  for (const target of connection.rows('SELECT id FROM targets WHERE kpi = ?', [id])) {
    recorder.remove('targets', Number(target.id));
  }
  recorder.remove('own_kpi', row);
}
