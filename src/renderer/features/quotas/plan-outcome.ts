import { exactSum } from '@shared/kpi/exact-sum';
import { divide } from '@shared/kpi/figure';
import {
  chanceToReach,
  type ExpectedResult,
  expectedResults,
} from '@shared/planning/quotas/expected-results';
import { expectedPayouts } from '@shared/planning/quotas/plan-payouts';
import type { QuotaPlan, QuotaPlanBase } from '@shared/planning/quotas/quota-plan';
import type { RepQuotas } from '@shared/planning/quotas/spread-quotas';

/** What a plan means for one rep. */
export interface RepOutlook {
  readonly rep: string;
  readonly team: string;
  readonly quota: number;
  readonly expected: number;
  readonly by: ExpectedResult['by'];
  /** Null without a quota. */
  readonly attainment: number | null;
  /** Of reaching the quota. */
  readonly chance: number | null;
  /** Null without an incentive plan. */
  readonly payout: number | null;
}

export interface PlanOutcome {
  readonly reps: readonly RepOutlook[];
  readonly quota: number;
  readonly expected: number;
  readonly attainment: number | null;
  /** Reps with a quota, and those who are expected to reach theirs. */
  readonly withQuota: number;
  readonly atQuota: number;
  readonly share: number | null;
  /** Null where nobody has an incentive plan. */
  readonly payout: number | null;
}

/** What a plan of quotas is expected to come to. */
export function planOutcome(plan: QuotaPlan, base: QuotaPlanBase, rows: readonly RepQuotas[]): PlanOutcome {
  const expected = expectedResults(plan, base);
  const payouts = expectedPayouts(plan, base, rows, expected);
  const teams = new Map(base.reps.map(({ name, team }) => [name, team]));
  const reps = rows.map(({ rep, total }): RepOutlook => {
    const result = expected.get(rep);
    return {
      rep,
      team: teams.get(rep) ?? '',
      quota: total,
      expected: result?.total ?? 0,
      by: result?.by ?? null,
      attainment: result?.by == null ? null : divide(result.total, total),
      chance: result === undefined ? null : chanceToReach(result, total),
      payout: payouts.get(rep) ?? null,
    };
  });
  const quota = exactSum(reps.map((rep) => rep.quota));
  const total = exactSum(reps.map((rep) => rep.expected));
  const withQuota = reps.filter((rep) => rep.quota > 0);
  const atQuota = withQuota.filter((rep) => rep.expected >= rep.quota);
  return {
    reps,
    quota,
    expected: total,
    attainment: divide(total, quota),
    withQuota: withQuota.length,
    atQuota: atQuota.length,
    share: divide(atQuota.length, withQuota.length),
    payout: payouts.size === 0 ? null : exactSum([...payouts.values()]),
  };
}
