import { divide } from '../kpi/figure';
import type { Say } from './adjustment-note';
import { factorFor, multiply, sumOf } from './class-sums';
import { type Adjustment, changed } from './scenario';
import type { ScenarioState } from './scenario-state';

/**
 * Moves the units sold in scope; prices stay. What customers pay, units and their costs move alike, won deals included: each deal
 * becomes larger or smaller, and there are as many.
 */
export function adjustVolume(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = state.scopes.classes(adjustment.where);
  const units = sumOf('quantity', own, state);
  const sold = sumOf('revenue', own, state) !== 0 || sumOf('wonAmount', own, state) !== 0;
  // Without quantities there is nothing to add to or to set, but sales can still be scaled.
  const factor = adjustment.op === 'scale' && sold ? changed(1, adjustment) : factorFor(units, adjustment);
  if (factor === null) {
    say(sold ? 'noUnitsInScope' : 'noSalesInScope');
    return;
  }
  const by = atLeastZero(factor, say);
  for (const moved of ['amount', 'volume', 'size'] as const) multiply(moved, own, by, state);
}

/** Moves what a won deal in scope is worth; orders stay, and so do the number of deals and those that are open. */
export function adjustDealSize(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = state.scopes.classes(adjustment.where);
  const won = sumOf('wonAmount', own, state);
  const size = divide(won, sumOf('wonDeals', own, state));
  const factor = size === null ? null : factorFor(size, adjustment);
  if (factor === null) say('noWonDealsInScope');
  else multiply('size', own, atLeastZero(factor, say), state);
}

/**
 * Moves the share of closed deals in scope that are won, between none and all of them; the deals that are won more or less are worth
 * as much as those won before. Orders stay.
 */
export function adjustWinRate(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = state.scopes.classes(adjustment.where);
  const rate = divide(sumOf('wonDeals', own, state), sumOf('closedDeals', own, state));
  if (rate === null || rate <= 0) {
    say('noWonDealsInScope');
    return;
  }
  const factor = factorOfRate(rate, adjustment, () => say('winRateBounded'));
  multiply('won', own, factor, state);
}

/** Moves how long deals won in scope took from creation to close. How many are won, and when, stays. */
export function adjustSalesCycle(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = state.scopes.classes(adjustment.where);
  const deals = sumOf('cycleDeals', own, state);
  const length = divide(sumOf('cycleDays', own, state), deals);
  const factor = length === null ? null : factorFor(length, adjustment);
  if (factor === null) {
    say('noCycleInScope');
    return;
  }
  if (factor < 0) say('cycleBelowZero');
  multiply('cycle', own, Math.max(0, factor), state);
}

/** By what a rate is multiplied to become what an adjustment makes of it, kept between 0 and 1. */
export function factorOfRate(rate: number, adjustment: Adjustment, bounded: () => void): number {
  if (adjustment.op === 'scale' && adjustment.value === 1) return 1;
  const wanted = changed(rate, adjustment);
  if (wanted < 0 || wanted > 1) bounded();
  return Math.min(1, Math.max(0, wanted)) / rate;
}

function atLeastZero(factor: number, say: Say): number {
  if (factor < 0) say('salesBelowZero');
  return Math.max(0, factor);
}
