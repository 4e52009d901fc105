import type { IncentiveRep } from '../incentives/choose-plan';
import type { IncentivePlan } from '../incentives/incentive-plan';
import type { DateRange } from '../model/calendar-date';
import type { DatasetId } from '../model/dataset';
import type { Stage } from '../model/stage-order';
import type { ScopeOfTarget } from '../model/target';
import type { KpiFilter, RowDimension } from './declaration';
import type { Measure, MeasureId } from './measure';
import type { QuotaShare } from './quota-share';

/**
 * Rows can also be grouped by the length of a won deal's cycle in days, the key being the number, and by the furthest stage that a
 * deal is known to have reached, which is empty where nothing is known but that there was a deal.
 */
export type MeasureDimension = RowDimension | 'cycle_days' | 'furthest_stage';

export interface MeasureQuery {
  /** All of one dataset and one placement. */
  readonly measures: readonly Measure[];
  readonly range: DateRange;
  /** Dimensions of the measures' dataset; none gives one row. */
  readonly by: readonly MeasureDimension[];
  readonly filter: KpiFilter;
}

export interface MeasureRow {
  /** Names in the order of the query's `by`; empty where the rows have none. */
  readonly keys: readonly string[];
  /** In the order of the query's `measures`. */
  readonly values: readonly number[];
}

/** What is known of one product's price and those of its competitors. */
export interface ProductPrices {
  readonly product: string;
  readonly category: string;
  readonly listPrice: number | null;
  /** The newest price of each competitor at or before the asked day, or undated. */
  readonly competitors: readonly { readonly competitor: string; readonly price: number }[];
}

export interface Incentives {
  readonly plans: readonly IncentivePlan[];
  readonly reps: readonly IncentiveRep[];
}

export interface EvaluationOptions {
  /** The month in which the fiscal year starts, 1 to 12. */
  readonly fiscalYearStart: number;
  /** Days without a purchase after which a customer counts as lost. */
  readonly inactivityDays: number;
}

/**
 * Where KPIs get their sums from: the workspace's rows, or a scenario's cube. Everything is as of one state; the same question
 * always has the same answer.
 */
export interface MeasureSource {
  readonly options: EvaluationOptions;
  hasRows(dataset: DatasetId): boolean;
  /** Groups without rows are left out; without `by` there is at most one row. */
  read(query: MeasureQuery): readonly MeasureRow[];
  /** Quotas cut to the range: see `quota-share.ts`. */
  quotas(range: DateRange, filter: KpiFilter): readonly QuotaShare[];
  /** The stages of all deals, in the order of the sale: see `orderStages`. */
  stages(): readonly Stage[];
  /** How many days deals spent in each open stage that they have left, by the stage; empty without a history of stages. */
  stageDays(deals: MeasureId, range: DateRange, filter: KpiFilter): ReadonlyMap<string, readonly number[]>;
  /** Products with at least one competitor's price. */
  prices(day: string, filter: KpiFilter): readonly ProductPrices[];
  /** Whether customers' losses are recorded, in `churned_on`. */
  recordsChurn(): boolean;
  /** Whether any customer pays a recurring amount. */
  recordsRecurring(): boolean;
  /** The incentive plans, and the reps whom they can hold for. */
  incentives(): Incentives;
  /** The target of a KPI for a scope in a range, or null where none is set. */
  target(kpi: string, scope: ScopeOfTarget, range: DateRange): number | null;
}
