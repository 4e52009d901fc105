import type { DateRange } from '../model/calendar-date';
import { type NamedRange, periodKeyOf, periodRange, periodsWithin } from '../model/period';
import type { PayoutPeriod } from './incentive-plan';

/** The payout periods whose last day, on which their payout falls, lies in a range, whole and in order. A year is the fiscal year. */
export function payoutPeriodsWithin(
  range: DateRange,
  kind: PayoutPeriod,
  fiscalYearStart: number,
): readonly NamedRange[] {
  const dimension = kind === 'year' && fiscalYearStart > 1 ? 'fiscal_year' : kind;
  return periodsWithin(range, dimension, fiscalYearStart).flatMap(({ key }) => {
    const whole = periodRange(key, fiscalYearStart);
    return whole !== null && whole.to <= range.to ? [{ key, ...whole }] : [];
  });
}

/** The first day of the fiscal year in which a day lies. */
export function fiscalYearStartOf(day: string, fiscalYearStart: number): string {
  return periodRange(periodKeyOf(day, 'fiscal_year', fiscalYearStart), fiscalYearStart)?.from ?? day;
}
