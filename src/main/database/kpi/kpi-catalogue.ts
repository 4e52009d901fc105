import { builtInKpis, type KpiCatalogue } from '@shared/kpi/catalogue';
import { catalogueWith } from '@shared/kpi/own/own-catalogue';
import type { Connection } from '../connection';
import { readOwnKpis } from './own-kpi-rows';

/** The KPIs of a workspace: the built-in ones, then those that were defined in it. */
export function readKpiCatalogue(connection: Connection): KpiCatalogue {
  return catalogueWith(builtInKpis, readOwnKpis(connection));
}
