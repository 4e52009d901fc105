import { z } from 'zod';
import { readSetting, writeSetting } from '../../workspace/workspace-options';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { readKpiCatalogue } from './kpi-catalogue';

const key = 'dashboard';

/** What a dashboard shows until somebody arranges it: ten, as more are hard to take in at a glance. */
const initial: readonly string[] = [
  'revenue',
  'bookings',
  'quota_attainment',
  'reps_at_quota',
  'win_rate',
  'average_deal_size',
  'sales_cycle_length',
  'lead_conversion_rate',
  'gross_margin',
  'price_index',
];

/** The ids of the KPIs on the dashboard, in order; ones that the catalogue no longer has are left out. */
export function readDashboard(connection: Connection): readonly string[] {
  const stored = z.array(z.string()).safeParse(readSetting(connection, key));
  const catalogue = readKpiCatalogue(connection);
  return (stored.success ? stored.data : initial).filter((id) => catalogue.some((kpi) => kpi.id === id));
}

export function writeDashboard(recorder: ChangeRecorder, kpis: readonly string[]): void {
  writeSetting(recorder, key, kpis);
}
