import type { CellClasses } from './cell-classes';
import type { ScenarioCube } from './cube';
import type { OwnedQuotas } from './owned-quotas';
import type { Scope } from './scenario';

/**
 * What adjustments have made of a cube so far. Levers multiply the factors of classes, and write quotas and list prices; nobody else
 * writes here.
 */
export interface ScenarioState {
  readonly cube: ScenarioCube;
  readonly classes: CellClasses;
  /** By class: what money of orders is multiplied by, which is price × volume. */
  readonly amount: Float64Array;
  /** By class: what units, and so costs, are multiplied by. */
  readonly volume: Float64Array;
  /** By class: what the amount of won deals is multiplied by. */
  readonly booked: Float64Array;
  /** By class: what the number of won deals is multiplied by. */
  readonly won: Float64Array;
  /** The quotas that the period touches. */
  readonly quotas: OwnedQuotas;
  /** By place in `quotas.cuts`: the whole amount of the quota. */
  readonly quotaAmounts: Float64Array;
  /** By index of product. */
  readonly listPrices: (number | null)[];
  /** By class: 1 where it lies inside a scope, whatever products that names; null where the scope is not narrowed further. */
  inside(where: Scope): Uint8Array | null;
}
