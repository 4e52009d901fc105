import type { CellClasses } from './cell-classes';
import type { ScenarioCube } from './cube';
import type { OwnedQuotas } from './owned-quotas';
import type { Adjustment, Scope } from './scenario';

/** What adjustments multiply, by class of cells. All start at 1, but `hired`, which starts at 0. */
export const classFactors = [
  /** Money of orders: price × volume. */
  'amount',
  /** Units, and so costs. */
  'volume',
  /** How many deals there are, closed and open. */
  'deals',
  /** How many of them are won. */
  'won',
  /** What a won deal is worth. */
  'size',
  /** How long the cycle of a won deal is. */
  'cycle',
  'leads',
  /** The share of leads that convert. */
  'conversion',
  /** Calls, e-mails and meetings. */
  'activity',
  /** How much of the reps who made the sales is still there. */
  'present',
  /** How much new reps add, as a share of what the reps there made. */
  'hired',
] as const;
export type ClassFactor = (typeof classFactors)[number];

/** New reps that a lever adds: see `headcount-lever.ts`. */
export interface Hire {
  /** How many; a part of one is a rep for a part of the time. */
  readonly count: number;
  /** Where they stand; empty where the scope does not say. */
  readonly team: string;
  readonly region: string;
  /** By class: what one of them makes, as a share of what all reps in scope made there. */
  readonly share: Float64Array;
  /** By place in `quotas.cuts`: how much of it one of them carries. */
  readonly quotaShare: Float64Array;
}

/**
 * What adjustments have made of a cube so far. Levers write here; nobody else does.
 */
export interface ScenarioState extends Readonly<Record<ClassFactor, Float64Array>> {
  readonly cube: ScenarioCube;
  readonly classes: CellClasses;
  /** The quotas that the period touches. */
  readonly quotas: OwnedQuotas;
  /** By place in `quotas.cuts`: the whole amount of the quota. */
  readonly quotaAmounts: Float64Array;
  /** By place in `quotas.cuts`: how much of it still counts where reps have gone. */
  readonly quotaPresence: Float64Array;
  /** By index of product. */
  readonly listPrices: (number | null)[];
  /** By place in `cube.prices`, then in its competitors. */
  readonly competitorPrices: readonly Float64Array[];
  /** By place in `cube.retention`: customers lost, and the revenue lost with them. */
  readonly lost: Float64Array;
  readonly revenueLost: Float64Array;
  readonly hires: Hire[];
  readonly scopes: ScopeReader;
}

/** What of a cube lies in the scope of an adjustment; the same scope has the same answer as long as the classes do. */
export interface ScopeReader {
  /** Classes in scope: where it names no products, those of rows without a product too. */
  classes(where: Scope): Int32Array;
  /** Products in scope that have a name, each with its own classes in scope. */
  products(where: Scope): readonly { readonly product: number; readonly classes: Int32Array }[];
  /** Places in `quotas.cuts`. */
  quotas(where: Scope): Int32Array;
  /** The reps whom a headcount lever is about, and when. */
  crew(adjustment: Adjustment): Crew;
}

export interface Crew {
  /** How many reps in scope sold anything, or have a quota, in the period. */
  readonly heads: number;
  /** By class: the mean productivity of a new rep over its days; 0 outside the scope. */
  readonly ramped: Float64Array;
  /** By class: the share of its days from the date on; 0 outside the scope. */
  readonly after: Float64Array;
  /** The same by place in `quotas.cuts`, of the days of the quota that count in the period. */
  readonly quotaRamped: Float64Array;
  readonly quotaAfter: Float64Array;
}
