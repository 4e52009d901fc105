import { divide } from '../kpi/figure';
import type { Say } from './adjustment-note';
import { factorFor, multiply, sumOf } from './class-sums';
import { factorOfRate } from './sales-levers';
import type { Adjustment } from './scenario';
import type { ScenarioState } from './scenario-state';

/**
 * The tree of drivers: leads × conversion → deals, deals × win rate × deal size → bookings. Each lever moves its own branch, so that
 * several of them multiply and nothing counts twice. Leads and deals are tied by rep, region, source and month: as many per cent more
 * converted leads there, so many per cent more deals there, closed and open. Time from lead to deal is not modelled.
 */

/** Moves how many leads are created in scope; as many of a hundred convert, and deals follow in proportion. */
export function adjustLeads(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = state.scopes.classes(adjustment.where);
  const factor = factorFor(sumOf('createdLeads', own, state), adjustment);
  if (factor === null) {
    say('noLeadsInScope');
    return;
  }
  if (factor < 0) say('leadsBelowZero');
  const by = Math.max(0, factor);
  multiply('leads', own, by, state);
  moveDeals(own, by, state, say);
}

/** Moves the share of leads created in scope that convert, between none and all of them; deals follow in proportion. */
export function adjustConversion(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = state.scopes.classes(adjustment.where);
  const converted = sumOf('createdLeadsConverted', own, state);
  const rate = divide(converted, sumOf('createdLeads', own, state));
  if (rate === null || rate <= 0) {
    say(rate === null ? 'noLeadsInScope' : 'noConversionInScope');
    return;
  }
  const factor = factorOfRate(rate, adjustment, () => say('conversionBounded'));
  multiply('conversion', own, factor, state);
  moveDeals(own, factor, state, say);
}

/**
 * Moves calls, e-mails and meetings in scope from a₀ to a₁. Deals answer by (a₁/a₀)^e with an elasticity e that the person gives;
 * without one they stay.
 */
export function adjustActivity(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const own = state.scopes.classes(adjustment.where);
  const factor = factorFor(sumOf('activities', own, state), adjustment);
  if (factor === null) {
    say('noActivitiesInScope');
    return;
  }
  if (factor < 0) say('activitiesBelowZero');
  const by = Math.max(0, factor);
  multiply('activity', own, by, state);
  const { elasticity } = adjustment;
  if (elasticity == null) say('activityAlone');
  else if (by === 0 && elasticity < 0) say('activityAlone');
  else if (elasticity !== 0) moveDeals(own, by ** elasticity, state, say);
}

/** So many times as many deals, of which as large a share is won. */
function moveDeals(own: Int32Array, by: number, state: ScenarioState, say: Say): void {
  const deals = sumOf('closedDeals', own, state) + sumOf('openDeals', own, state);
  if (deals <= 0) say('noDealsFollow');
  multiply('deals', own, by, state);
  multiply('won', own, by, state);
}
