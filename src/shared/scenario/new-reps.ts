import type { QuotaShare } from '../kpi/quota-share';
import { shareOf } from '../model/period-share';
import type { Hire, ScenarioState } from './scenario-state';

/** A rep whom a headcount lever adds. */
export interface NewRep {
  /** `+1`, `+2`… */
  readonly name: string;
  readonly team: string;
  readonly hire: Hire;
  /** 1, or less for the last one where the lever adds a part of a rep. */
  readonly part: number;
}

export function newReps({ hires, cube }: Pick<ScenarioState, 'hires' | 'cube'>): readonly NewRep[] {
  if (hires.length === 0) return [];
  const taken = new Set(cube.reps.map(({ name }) => name));
  const all: NewRep[] = [];
  for (const hire of hires) {
    for (let left = hire.count; left > 0; left -= 1) {
      let name = `+${all.length + 1}`;
      while (taken.has(name)) name = `+${name}`;
      all.push({ name, team: hire.team, hire, part: Math.min(1, left) });
    }
  }
  return all;
}

/** What new reps carry of the quotas in their scope, of each measure its own. */
export function quotasOfNewReps(
  reps: readonly NewRep[],
  { quotas, quotaAmounts }: ScenarioState,
): readonly QuotaShare[] {
  return reps.flatMap(({ name, team, hire, part }) => {
    const sums = new Map<QuotaShare['measure'], { amount: number; teamAmount: number }>();
    for (const [place, { quota, share, teamShare }] of quotas.cuts.entries()) {
      const own = part * (hire.quotaShare[place] ?? 0);
      if (own === 0) continue;
      const sum = sums.get(quota.measure) ?? { amount: 0, teamAmount: 0 };
      sums.set(quota.measure, sum);
      const whole = quotaAmounts[place] ?? 0;
      sum.amount += own * shareOf(whole, share);
      sum.teamAmount += own * shareOf(whole, teamShare);
    }
    return [...sums].map(([measure, sum]) => ({ rep: name, team, region: hire.region, measure, ...sum }));
  });
}
