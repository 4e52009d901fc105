import { resultOfQuota } from '@shared/kpi/formulas/quota-attainment';
import { readColumns } from '@shared/kpi/measure-column';
import { addMonths, type DateRange, firstOfMonth, lastOfMonth, laterOf } from '@shared/model/calendar-date';
import type { QuotaMeasure } from '@shared/model/dataset';
import { type NamedRange, periodsWithin } from '@shared/model/period';
import type { QuotaPlanBase } from '@shared/planning/quotas/quota-plan';
import { seasonOfMonths } from '@shared/planning/spread-weights';
import type { KpiReader } from '../kpi/kpi-reader';

/** Years of the past that are read: two make a season. */
const monthsOfPast = 24;

/** What a plan of quotas for a range stands on: reps, what they came to in each month of the past and of the range, and incentive plans. */
export function readQuotaPlanBase(kpis: KpiReader, range: DateRange, measure: QuotaMeasure): QuotaPlanBase {
  const source = kpis.measures;
  const { plans, reps } = source.incentives();
  const data = source.daysOfData();
  const months = data === null ? [] : monthsOf(data, range);
  const sums = months.map((month) => {
    const scope = { source, range: { from: month.from, to: month.to }, by: 'rep' as const, filter: {} };
    return { month: month.key, byRep: readColumns(scope, [resultOfQuota[measure]])(resultOfQuota[measure]) };
  });
  const wholeMonths =
    data === null
      ? []
      : months.filter(({ from, to }) => from >= data.from && to <= data.to).map(({ key }) => key);
  return {
    reps: reps.map(({ name, team, startDate, endDate }) => ({
      name,
      team,
      startDate,
      endDate,
      months: new Map(sums.map(({ month, byRep }) => [month, byRep.get(name) ?? 0])),
    })),
    wholeMonths,
    asOf: data?.to ?? null,
    season: seasonOfMonths(
      new Map(
        sums
          .filter(({ month }) => wholeMonths.includes(month))
          .map(({ month, byRep }) => [month, [...byRep.values()].reduce((sum, value) => sum + value, 0)]),
      ),
    ),
    incentivePlans: plans,
    fiscalYearStart: source.options.fiscalYearStart,
  };
}

/** Calendar months from two years before the range, or the data's first, to the data's last. */
function monthsOf(data: DateRange, range: DateRange): readonly NamedRange[] {
  const from = laterOf(addMonths(firstOfMonth(range.from), -monthsOfPast), firstOfMonth(data.from));
  return from > data.to ? [] : periodsWithin({ from, to: lastOfMonth(data.to) }, 'month', 1);
}
