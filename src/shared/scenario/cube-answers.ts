import { builtInKpis, kpiOf } from '../kpi/catalogue';
import { evaluate } from '../kpi/evaluate';
import type { DateRange } from '../model/calendar-date';
import type { CubeSource } from './cube-source';

/**
 * The built-in ones that levers may move; none reaches into a fitted model, or into payouts, which go rep by rep and period by period.
 */
export const scenarioKpis: readonly string[] = builtInKpis
  .filter(({ isFitted, category }) => !isFitted && category !== 'incentives')
  .map(({ id }) => id);

/** KPIs that a cube answers by their own declarations. */
export const answeredByCube: readonly string[] = [
  'revenue',
  'bookings',
  'average_deal_size',
  'gross_margin',
  'quota_attainment',
  'reps_at_quota',
  'monthly_sales_progress',
  'pipeline_coverage',
  'lead_conversion_rate',
  'win_rate',
  'sales_cycle_length',
  'sales_velocity',
  'calls_made',
  'emails_sent',
  'meetings_scheduled',
  'activities_per_win',
  'price_index',
  'price_gap',
  'discount_rate',
];

export function answersOfCube(source: CubeSource, range: DateRange): ReadonlyMap<string, number | null> {
  return new Map(
    answeredByCube.map((id) => [id, evaluate({ kpi: kpiOf(builtInKpis, id), range }, source).total.value]),
  );
}
