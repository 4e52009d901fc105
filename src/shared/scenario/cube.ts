/**
 * The sums that scenarios are evaluated on, for one period. Names are listed once; cells refer to them by index, −1 where the
 * rows name none. Every array of `cells` has one entry per cell.
 */
export interface ScenarioCube {
  readonly from: string;
  readonly to: string;
  readonly reps: readonly {
    readonly name: string;
    readonly team: string | null;
    readonly region: string | null;
  }[];
  readonly products: readonly {
    readonly name: string;
    readonly category: string | null;
    readonly listPrice: number | null;
    readonly unitCost: number | null;
    /** Mean of the newest price of each competitor at or before the period's end. */
    readonly competitorPrice: number | null;
    /** Elasticity from the workspace's own orders; null where it cannot be estimated. */
    readonly elasticity: number | null;
  }[];
  readonly segments: readonly string[];
  /** `YYYY-MM`, ascending. */
  readonly months: readonly string[];
  readonly cells: {
    readonly rep: Int32Array;
    readonly product: Int32Array;
    readonly segment: Int32Array;
    readonly month: Int32Array;
    readonly orderAmount: Float64Array;
    readonly orderQuantity: Float64Array;
    readonly orderCost: Float64Array;
    readonly wonAmount: Float64Array;
    readonly wonDeals: Float64Array;
    readonly lostDeals: Float64Array;
  };
  /** Quotas that fall in the period, already cut to it: `amount` is the share of the quota that lies in the period. */
  readonly quotas: readonly {
    readonly rep: number;
    readonly team: string | null;
    readonly period: string;
    readonly measure: string;
    readonly amount: number;
  }[];
  /** Whether the workspace has orders at all: where it has none, revenue is the amount of deals won. */
  readonly hasOrders: boolean;
}
