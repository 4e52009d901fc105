import { quotaAttainment } from '../kpi/formulas/quota-attainment';
import { readColumns } from '../kpi/measure-column';
import type { MeasureSource } from '../kpi/measure-source';
import { type DateRange, daysOfRange, earlierOf, intersection, laterOf } from '../model/calendar-date';
import type { NamedRange } from '../model/period';
import { type IncentiveRep, planFor } from './choose-plan';
import type { IncentivePlan } from './incentive-plan';
import { fiscalYearStartOf, payoutPeriodsWithin } from './payout-period';
import { type Payout, type PayoutBasis, workOutPayout } from './work-out-payout';

/** One rep's payout for one payout period, and what it was worked out from. */
export interface RepPayout {
  readonly rep: IncentiveRep;
  readonly plan: IncentivePlan;
  readonly period: NamedRange;
  readonly basis: PayoutBasis;
  readonly payout: Payout;
}

/**
 * The payouts that fall in a range, each on the last day of its payout period; the period counts whole, also the part of it before
 * the range. A rep has one where a plan holds for the rep on that day and the rep was employed in the period or booked something.
 *
 * The balance of a recoverable draw begins at nothing with the plan's first day, or where it has none with each fiscal year.
 */
export function repPayouts(source: MeasureSource, range: DateRange): readonly RepPayout[] {
  const { plans, reps } = source.incentives();
  const { fiscalYearStart } = source.options;
  const done = new Map<string, PeriodResults>();
  const resultsIn = (period: NamedRange): PeriodResults => {
    const known = done.get(period.key) ?? readResults(source, period);
    done.set(period.key, known);
    return known;
  };
  return reps.flatMap((rep) =>
    plans.flatMap((plan) =>
      payoutPeriodsWithin(range, plan.payoutPeriod, fiscalYearStart).flatMap((period): RepPayout[] => {
        if (planFor(plans, rep, period.to) !== plan) return [];
        const broughtForward = balanceBefore(rep, plan, period, { source, resultsIn });
        const basis = basisOf(rep, period, resultsIn(period), broughtForward);
        if (basis.employedShare === 0 && basis.bookings === 0) return [];
        return [{ rep, plan, period, basis, payout: workOutPayout(plan, basis) }];
      }),
    ),
  );
}

interface PeriodResults {
  readonly bookings: ReadonlyMap<string, number>;
  readonly reps: ReturnType<typeof quotaAttainment>;
  readonly teams: ReturnType<typeof quotaAttainment>;
}

function readResults(source: MeasureSource, { from, to }: DateRange): PeriodResults {
  const scope = { source, range: { from, to }, filter: {} };
  return {
    bookings: readColumns({ ...scope, by: 'rep' }, ['wonAmount'])('wonAmount'),
    reps: quotaAttainment({ ...scope, by: 'rep' }),
    teams: quotaAttainment({ ...scope, by: 'team' }),
  };
}

function basisOf(
  rep: IncentiveRep,
  period: DateRange,
  results: PeriodResults,
  broughtForward: number,
): PayoutBasis {
  const own = results.reps.get(rep.name);
  return {
    bookings: results.bookings.get(rep.name) ?? 0,
    result: own?.numerator ?? null,
    quota: own?.denominator ?? null,
    teamAttainment: rep.team === '' ? null : (results.teams.get(rep.team)?.value ?? null),
    employedShare: employedShare(rep, period),
    broughtForward,
  };
}

/** The part of a period's days on which a rep was employed. */
function employedShare({ startDate, endDate }: IncentiveRep, period: DateRange): number {
  const from = laterOf(startDate ?? period.from, period.from);
  const to = earlierOf(endDate ?? period.to, period.to);
  const employed = from <= to ? intersection(period, { from, to }) : null;
  return employed === null ? 0 : daysOfRange(employed) / daysOfRange(period);
}

interface Reading {
  readonly source: MeasureSource;
  readonly resultsIn: (period: NamedRange) => PeriodResults;
}

/** What a rep's recoverable draws before a period are ahead of what was earned. */
function balanceBefore(
  rep: IncentiveRep,
  plan: IncentivePlan,
  period: NamedRange,
  { source, resultsIn }: Reading,
): number {
  if (!plan.draw?.recoverable) return 0;
  const { fiscalYearStart } = source.options;
  const { plans } = source.incentives();
  const start = plan.from ?? fiscalYearStartOf(period.to, fiscalYearStart);
  return payoutPeriodsWithin({ from: start, to: period.to }, plan.payoutPeriod, fiscalYearStart)
    .filter(({ from, to }) => from < period.from && planFor(plans, rep, to) === plan)
    .reduce((balance, earlier) => {
      const basis = basisOf(rep, earlier, resultsIn(earlier), balance);
      return workOutPayout(plan, basis).carriedForward;
    }, 0);
}
