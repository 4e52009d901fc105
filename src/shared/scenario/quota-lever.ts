import type { CutQuota } from '../kpi/quota-share';
import { periodRange } from '../model/period';
import type { Say } from './adjustment-note';
import type { ScenarioCube } from './cube';
import { type Adjustment, changed, type Scope } from './scenario';
import type { ScenarioState } from './scenario-state';
import { isInPeriods, passes } from './scope';

/**
 * Sets, adds to or scales the amount of each quota in scope, each for its own period; none falls below 0. In scope is a quota that
 * counts in the scenario's period and whose own period lies inside those that the scope names. Quotas have no product or segment.
 */
export function adjustQuotas(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const { quotaAmounts, quotas, cube } = state;
  const inScope = quotas.cuts.flatMap((cut, place) =>
    isQuotaInScope(adjustment.where, cut, cube) ? [place] : [],
  );
  if (inScope.length === 0) say('noQuotaInScope');
  const below = inScope.filter((place) => {
    const amount = changed(quotaAmounts[place] ?? 0, adjustment);
    quotaAmounts[place] = Math.max(0, amount);
    return amount < 0;
  });
  if (below.length > 0) say('quotaBelowZero', { count: below.length });
}

export function isQuotaInScope(
  where: Scope,
  { quota, share, teamShare }: CutQuota,
  cube: ScenarioCube,
): boolean {
  if (share.covered === 0 && teamShare.covered === 0) return false;
  if (where.product || where.category || where.segment) return false;
  if (!passes(where.rep, quota.rep) || !passes(where.team, quota.team) || !passes(where.region, quota.region))
    return false;
  if (where.period === undefined) return true;
  const dates = periodRange(quota.period, cube.fiscalYearStart);
  return dates !== null && isInPeriods(where.period, dates, cube);
}
