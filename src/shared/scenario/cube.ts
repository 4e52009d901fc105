import type { MeasureId } from '../kpi/measure';
import type { ProductPrices } from '../kpi/measure-source';
import type { Quota } from '../kpi/quota-share';
import type { DateRange } from '../model/calendar-date';
import type { DatasetId } from '../model/dataset';
import type { Employment } from '../planning/ramped-capacity';

/** The sums that a cube holds for each of its cells. */
export const cubeMeasures = [
  'revenue',
  'margin',
  'costedRevenue',
  'quantifiedRevenue',
  'quantity',
  'discount',
  'gross',
  'wonAmount',
  'wonDeals',
  'closedDeals',
  'cycleDays',
  'cycleDeals',
  'openAmount',
  'openDeals',
  'createdLeads',
  'createdLeadsConverted',
  'calls',
  'emails',
  'meetings',
  'activities',
] as const satisfies readonly MeasureId[];
export type CubeMeasure = (typeof cubeMeasures)[number];

/** The names that a cell is known by, as indices into the lists of the cube. */
export interface CubeCells {
  /** How many cells there are: the length of each array. */
  readonly count: number;
  readonly rep: Int32Array;
  readonly region: Int32Array;
  readonly product: Int32Array;
  readonly segment: Int32Array;
  /** Of a lead, or of the deal that it became. */
  readonly source: Int32Array;
  /** Index into `buckets`. */
  readonly bucket: Int32Array;
  readonly sums: Readonly<Record<CubeMeasure, Float64Array>>;
}

export interface CubeRep extends Employment {
  readonly name: string;
  readonly team: string;
  readonly region: string;
}

/** The customers of one segment over the period, as `churn_rate` and `revenue_churn_rate` count them. */
export interface CubeRetention {
  readonly segment: string;
  readonly there: number;
  readonly lost: number;
  readonly revenueThere: number;
  readonly revenueLost: number;
}

/** What reps came to in the months a year before those of the period: by which quotas can be spread. */
export interface CubeHistory {
  /** The months, `YYYY-MM`, in order. */
  readonly months: readonly string[];
  /** By measure: the sum of rep × month, the months of a rep together. */
  readonly sums: Readonly<Record<HistoryMeasure, Float64Array>>;
}

export const historyMeasures = [
  'wonAmount',
  'revenue',
  'margin',
  'quantity',
  'wonDeals',
] as const satisfies readonly CubeMeasure[];
export type HistoryMeasure = (typeof historyMeasures)[number];

export interface CubeProduct {
  readonly name: string;
  readonly category: string;
  readonly listPrice: number | null;
  /** Of the workspace's own orders up to the period's end; null where it cannot be estimated. */
  readonly elasticity: number | null;
}

/**
 * The sums that scenarios are evaluated on: rep × region × product × segment × source × month, of the period and of the whole months
 * around it that growth is measured between. Leads lie in the month in which they were created, deals in that of their close, and
 * those open at the period's end in that of their creation. The lists hold all names of the workspace; an empty name stands for rows that name none.
 */
export interface ScenarioCube {
  /** The period that scenarios change. */
  readonly range: DateRange;
  /** Months in order, without gaps; one that the period begins or ends in is cut there in two. */
  readonly buckets: readonly DateRange[];
  readonly reps: readonly CubeRep[];
  readonly regions: readonly string[];
  readonly products: readonly CubeProduct[];
  readonly segments: readonly string[];
  readonly sources: readonly string[];
  readonly cells: CubeCells;
  /** Deals open at the period's end that were created before the first month or on no known day: no lever reaches them. */
  readonly openEarlier: { readonly deals: number; readonly amount: number };
  readonly history: CubeHistory;
  readonly retention: readonly CubeRetention[];
  readonly quotas: readonly Quota[];
  /** As of the period's end. */
  readonly prices: readonly ProductPrices[];
  /** Datasets that have rows at all. */
  readonly datasets: readonly DatasetId[];
  /** The month in which the fiscal year starts, 1 to 12. */
  readonly fiscalYearStart: number;
  readonly inactivityDays: number;
}
