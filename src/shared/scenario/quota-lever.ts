import type { Say } from './adjustment-note';
import { spreadQuotas } from './quota-spread';
import { type Adjustment, changed } from './scenario';
import type { ScenarioState } from './scenario-state';

/**
 * Sets, adds to or scales the amount of each quota in scope, each for its own period, or spreads a new total over them; none falls
 * below 0. In scope is a quota that counts in the scenario's period and whose own period lies inside those that the scope names.
 * Quotas have no product or segment.
 */
export function adjustQuotas(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const { quotaAmounts } = state;
  const inScope = state.scopes.quotas(adjustment.where);
  if (inScope.length === 0) {
    say('noQuotaInScope');
    return;
  }
  if (adjustment.op === 'spread') {
    spreadQuotas(adjustment, inScope, state, say);
    return;
  }
  let below = 0;
  // An object that nobody writes to, as a simulation does to the adjustment: its value is looked up once.
  const change = { op: adjustment.op, value: adjustment.value };
  for (let at = 0; at < inScope.length; at += 1) {
    const place = inScope[at] as number;
    const amount = changed(quotaAmounts[place] ?? 0, change);
    quotaAmounts[place] = Math.max(0, amount);
    if (amount < 0) below += 1;
  }
  if (below > 0) say('quotaBelowZero', { count: below });
}
