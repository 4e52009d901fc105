import type { Say } from './adjustment-note';
import { type Adjustment, changed } from './scenario';
import type { Crew, ScenarioState } from './scenario-state';

/** More reps than this at once are taken for a slip of the pen. */
export const mostHires = 1000;

/**
 * Adds reps on a date, or takes some away. A new rep makes what the reps in scope make on average in the same days, over the same
 * products and customers, times the share of full productivity that the ramp gives for the month since the start; and carries the
 * average of their quotas in the same proportion. Where reps go, each rep in scope keeps the share of sales, deals, activities and
 * quota from the date on that is left of them all. Leads stay as they are, and so does a team's own quota.
 *
 * Those counted in scope sold anything, or have a quota, in the period.
 */
export function adjustHeadcount(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const crew = state.scopes.crew(adjustment);
  if (crew.heads === 0) {
    say('noRepsInScope');
    return;
  }
  if (adjustment.date !== undefined && adjustment.date > state.cube.range.to) {
    say('headcountAfterPeriod');
    return;
  }
  if (!crew.after.some((share) => share > 0)) say('headcountSellsNothing');
  const asked = changed(crew.heads, adjustment) - crew.heads;
  const more = Math.min(mostHires, Math.max(-crew.heads, asked));
  if (asked !== more) say(asked < 0 ? 'allRepsGone' : 'tooManyReps', { count: Math.abs(more) });
  if (more > 0) hire(more, crew, adjustment, state);
  else if (more < 0) release(-more, crew, state);
}

function hire(count: number, crew: Crew, { where }: Adjustment, state: ScenarioState): void {
  const share = crew.ramped.map((ramped) => ramped / crew.heads);
  const { hired } = state;
  for (const [index, own] of share.entries()) hired[index] = (hired[index] ?? 0) + count * own;
  const quotaShare = crew.quotaRamped.map((ramped) => ramped / crew.heads);
  state.hires.push({ count, team: soleName(where.team), region: soleName(where.region), share, quotaShare });
}

function release(count: number, crew: Crew, state: ScenarioState): void {
  const gone = count / crew.heads;
  const { present, quotaPresence } = state;
  for (const [index, after] of crew.after.entries()) {
    present[index] = (present[index] ?? 1) * (1 - gone * after);
  }
  for (const [place, after] of crew.quotaAfter.entries()) {
    quotaPresence[place] = (quotaPresence[place] ?? 1) * (1 - gone * after);
  }
}

function soleName(names: readonly string[] | undefined): string {
  return names?.length === 1 ? (names[0] ?? '') : '';
}
