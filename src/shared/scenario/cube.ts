import type { MeasureId } from '../kpi/measure';
import type { ProductPrices } from '../kpi/measure-source';
import type { Quota } from '../kpi/quota-share';
import type { DateRange } from '../model/calendar-date';
import type { DatasetId } from '../model/dataset';

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
  /** Index into `buckets`. */
  readonly bucket: Int32Array;
  readonly sums: Readonly<Record<CubeMeasure, Float64Array>>;
}

export interface CubeRep {
  readonly name: string;
  readonly team: string;
}

export interface CubeProduct {
  readonly name: string;
  readonly category: string;
  readonly listPrice: number | null;
  /** Of the workspace's own orders up to the period's end; null where it cannot be estimated. */
  readonly elasticity: number | null;
}

/**
 * The sums that scenarios are evaluated on: rep × region × product × segment × month, of the period and of the whole months around
 * it that growth is measured between. The lists hold all names of the workspace; an empty name stands for rows that name none.
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
  readonly cells: CubeCells;
  readonly quotas: readonly Quota[];
  /** As of the period's end. */
  readonly prices: readonly ProductPrices[];
  /** Datasets that have rows at all. */
  readonly datasets: readonly DatasetId[];
  /** The month in which the fiscal year starts, 1 to 12. */
  readonly fiscalYearStart: number;
  readonly inactivityDays: number;
}
