export const kpiUnits = [
  'money',
  'percent',
  'number',
  'days',
  'index',
  'ratio',
  'money_per_day',
  'elasticity',
] as const;
export type KpiUnit = (typeof kpiUnits)[number];

/** Whether more is better, less is better, or near the target is better. */
export const kpiDirections = ['up', 'down', 'near'] as const;
export type KpiDirection = (typeof kpiDirections)[number];

export const kpiCategories = [
  'outcome',
  'attainment',
  'conversion',
  'retention',
  'activity',
  'pricing',
  'incentives',
] as const;
export type KpiCategory = (typeof kpiCategories)[number];

export const timeDimensions = ['day', 'week', 'month', 'quarter', 'year', 'fiscal_year'] as const;
export type TimeDimension = (typeof timeDimensions)[number];

export const rowDimensions = [
  'rep',
  'team',
  'region',
  'product',
  'category',
  'customer',
  'segment',
  'source',
  'stage',
  'competitor',
] as const;
export type RowDimension = (typeof rowDimensions)[number];

export const kpiDimensions = [...timeDimensions, ...rowDimensions] as const;
export type KpiDimension = (typeof kpiDimensions)[number];

/** Dimensions to whose members a KPI can be narrowed: all but the stage, as a funnel is of deals in whatever stage they are now. */
export const filterDimensions = [
  'rep',
  'team',
  'region',
  'product',
  'category',
  'customer',
  'segment',
  'source',
  'competitor',
] as const satisfies readonly RowDimension[];
export type FilterDimension = (typeof filterDimensions)[number];

/** Names of reps, teams… to which a KPI is narrowed; the empty name is what has none. A dimension left out is not narrowed. */
export type KpiFilter = Readonly<Partial<Record<FilterDimension, readonly string[]>>>;

export function isTimeDimension(dimension: KpiDimension): dimension is TimeDimension {
  return (timeDimensions as readonly string[]).includes(dimension);
}
