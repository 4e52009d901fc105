import { planFor } from '../../incentives/choose-plan';
import { payoutPeriodsWithin } from '../../incentives/payout-period';
import { workOutPayout } from '../../incentives/work-out-payout';
import { exactSum } from '../../kpi/exact-sum';
import { type Quota, quotasWithin } from '../../kpi/quota-share';
import { type DateRange, daysOfRange, earlierOf, laterOf } from '../../model/calendar-date';
import { periodsWithin } from '../../model/period';
import type { ExpectedResult } from './expected-results';
import type { PlannedRep, QuotaPlan, QuotaPlanBase } from './quota-plan';
import type { RepQuotas } from './spread-quotas';

/**
 * What each rep would earn over the plan, before draws, with these quotas and the results that are expected: the payouts whose periods
 * lie in the plan, by the incentive plan that holds for the rep. Reps without one are left out. A team bonus looks at the team's
 * expected results over its reps' quotas. Results stand in for bookings where the plan is for revenue; for other measures payouts are
 * not told, as they rest on bookings.
 */
export function expectedPayouts(
  plan: QuotaPlan,
  base: QuotaPlanBase,
  rows: readonly RepQuotas[],
  expected: ReadonlyMap<string, ExpectedResult>,
): ReadonlyMap<string, number> {
  if (plan.measure !== 'bookings' && plan.measure !== 'revenue') return new Map();
  const reps = new Map(base.reps.map((rep) => [rep.name, rep]));
  const quotas = rows.flatMap(({ rep, cells }) =>
    [...cells].map(([period, amount]): Quota => {
      const team = reps.get(rep)?.team ?? '';
      return { rep, team, region: '', period, measure: plan.measure, amount };
    }),
  );
  const results = new Results(quotas, expected, base);
  return new Map(
    base.reps.flatMap((rep): [string, number][] => {
      const earned = earnedBy(rep, plan, base, results);
      return earned === null ? [] : [[rep.name, earned]];
    }),
  );
}

function earnedBy(rep: PlannedRep, plan: QuotaPlan, base: QuotaPlanBase, results: Results): number | null {
  const range = { from: plan.from, to: plan.to };
  const kinds = [...new Set(base.incentivePlans.map(({ payoutPeriod }) => payoutPeriod))];
  const payouts = kinds.flatMap((kind) =>
    payoutPeriodsWithin(range, kind, base.fiscalYearStart).flatMap((period) => {
      const incentive = planFor(base.incentivePlans, rep, period.to);
      if (incentive === null || incentive.payoutPeriod !== kind || period.from < plan.from) return [];
      const { quota, result, teamAttainment } = results.of(rep, period);
      const basis = {
        bookings: result,
        result,
        quota,
        teamAttainment,
        employedShare: employedShare(rep, period),
      };
      return [workOutPayout(incentive, { ...basis, broughtForward: 0 }).earned];
    }),
  );
  return payouts.length === 0 ? null : exactSum(payouts);
}

function employedShare({ startDate, endDate }: PlannedRep, period: DateRange): number {
  const from = laterOf(startDate ?? period.from, period.from);
  const to = earlierOf(endDate ?? period.to, period.to);
  return from > to ? 0 : daysOfRange({ from, to }) / daysOfRange(period);
}

/** Quotas and expected results of reps and teams by payout period. */
class Results {
  private readonly shares = new Map<string, ReturnType<typeof quotasWithin>>();

  constructor(
    private readonly quotas: readonly Quota[],
    private readonly expected: ReadonlyMap<string, ExpectedResult>,
    private readonly base: QuotaPlanBase,
  ) {}

  of(rep: PlannedRep, period: DateRange) {
    const quota = this.quotaOf(period, (share) => share.rep === rep.name);
    const colleagues = this.base.reps.filter(({ team }) => rep.team !== '' && team === rep.team);
    const teamQuota = this.quotaOf(period, (share) => rep.team !== '' && share.team === rep.team);
    const teamResult = exactSum(colleagues.map(({ name }) => this.resultOf(name, period)));
    return {
      quota: quota > 0 ? quota : null,
      result: this.resultOf(rep.name, period),
      teamAttainment: teamQuota > 0 ? teamResult / teamQuota : null,
    };
  }

  private quotaOf(
    { from, to }: DateRange,
    counts: (share: { readonly rep: string; readonly team: string }) => boolean,
  ): number {
    const key = `${from} ${to}`;
    const shares = this.shares.get(key) ?? quotasWithin(this.quotas, { from, to }, this.base.fiscalYearStart);
    this.shares.set(key, shares);
    return exactSum(shares.filter(counts).map(({ amount }) => amount));
  }

  private resultOf(rep: string, { from, to }: DateRange): number {
    const months = this.expected.get(rep)?.months;
    return exactSum(periodsWithin({ from, to }, 'month', 1).map(({ key }) => months?.get(key) ?? 0));
  }
}
