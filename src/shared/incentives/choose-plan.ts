import type { IncentivePlan } from './incentive-plan';

/** A rep as plans see one. Calendar dates, inclusive; null where it is not known. */
export interface IncentiveRep {
  readonly name: string;
  readonly team: string;
  readonly region: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

const narrowness = { rep: 2, team: 1, all: 0 } as const;

/**
 * The plan by which a rep is paid on a day: one that names the rep before one for the team before one for all; of several, the one
 * that began last, then the later in the list. Null when there is none.
 */
export function planFor<Plan extends IncentivePlan>(
  plans: readonly Plan[],
  rep: Pick<IncentiveRep, 'name' | 'team'>,
  day: string,
): Plan | null {
  const holds = (plan: Plan): boolean =>
    (plan.from === null || plan.from <= day) &&
    (plan.to === null || day <= plan.to) &&
    (plan.scope === 'all' || plan.names.includes(plan.scope === 'rep' ? rep.name : rep.team));
  return plans.filter(holds).reduce<Plan | null>((best, plan) => {
    if (best === null) return plan;
    const narrower = narrowness[plan.scope] - narrowness[best.scope];
    const later = (plan.from ?? '') >= (best.from ?? '');
    return narrower > 0 || (narrower === 0 && later) ? plan : best;
  }, null);
}
