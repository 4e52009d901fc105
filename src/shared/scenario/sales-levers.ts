import { divide } from '../kpi/figure';
import type { Say } from './adjustment-note';
import type { CubeMeasure } from './cube';
import { type Adjustment, changed } from './scenario';
import type { ScenarioState } from './scenario-state';
import { scopedProducts } from './scope';

/**
 * Moves the units sold in scope; prices stay. What customers pay, units and their costs move alike, won deals included: each deal
 * becomes larger or smaller, and there are as many.
 */
export function adjustVolume(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const { amount, volume, booked } = state;
  const own = classesInScope(adjustment, state);
  const units = sumOf('quantity', own, volume, state);
  const sold = sumOf('revenue', own, amount, state) !== 0 || sumOf('wonAmount', own, booked, state) !== 0;
  // Without quantities there is nothing to add to or to set, but sales can still be scaled.
  const factor = adjustment.op === 'scale' && sold ? changed(1, adjustment) : factorFor(units, adjustment);
  if (factor === null) {
    say('noSalesInScope');
    return;
  }
  const by = atLeastZero(factor, say);
  for (const factors of [amount, volume, booked]) multiply(factors, own, by);
}

/** Moves what a won deal in scope is worth; orders stay, and so do the number of deals and those that are open. */
export function adjustDealSize(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = classesInScope(adjustment, state);
  const size = divide(sumOf('wonAmount', own, state.booked, state), sumOf('wonDeals', own, state.won, state));
  const factor = size === null ? null : factorFor(size, adjustment);
  if (factor === null) say('noWonDealsInScope');
  else multiply(state.booked, own, atLeastZero(factor, say));
}

/**
 * Moves the share of closed deals in scope that are won, between none and all of them; the deals that are won more or less are worth
 * as much as those won before. Orders stay.
 */
export function adjustWinRate(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const { booked, won } = state;
  const own = classesInScope(adjustment, state);
  const rate = divide(sumOf('wonDeals', own, won, state), sumOf('closedDeals', own, null, state));
  if (rate === null || rate <= 0) {
    say('noWonDealsInScope');
    return;
  }
  const wanted = adjustment.op === 'scale' && adjustment.value === 1 ? rate : changed(rate, adjustment);
  if (wanted < 0 || wanted > 1) say('winRateBounded');
  const factor = Math.min(1, Math.max(0, wanted)) / rate;
  for (const factors of [booked, won]) multiply(factors, own, factor);
}

/** Classes of cells in scope: where it names no products, those of rows without a product too. */
function classesInScope({ where }: Adjustment, state: ScenarioState): readonly number[] {
  const { classes, cube } = state;
  const inside = state.inside(where);
  const all =
    where.product === undefined && where.category === undefined
      ? [...classes.product.keys()]
      : scopedProducts(cube, where).flatMap((product) => classes.ofProduct[product] ?? []);
  return all.filter((index) => inside === null || inside[index] === 1);
}

/** @param factors by class, what levers have made of the measure; null where none moves it. */
function sumOf(
  measure: CubeMeasure,
  own: readonly number[],
  factors: Float64Array | null,
  { classes }: ScenarioState,
): number {
  const sums = classes.byProduct.sums[measure];
  return own.reduce((sum, index) => sum + (sums[index] ?? 0) * (factors?.[index] ?? 1), 0);
}

/** Null where there is nothing to start from. */
function factorFor(before: number, adjustment: Adjustment): number | null {
  if (before <= 0) return null;
  return adjustment.op === 'scale' ? changed(1, adjustment) : changed(before, adjustment) / before;
}

function atLeastZero(factor: number, say: Say): number {
  if (factor < 0) say('salesBelowZero');
  return Math.max(0, factor);
}

function multiply(factors: Float64Array, own: readonly number[], by: number): void {
  for (const index of own) factors[index] = (factors[index] ?? 1) * by;
}
