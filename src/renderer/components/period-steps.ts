import {
  addDays,
  addMonths,
  type DateRange,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  monthOf,
} from '@shared/model/calendar-date';
import { rangeBefore, wholeMonths } from '@shared/model/period';

export const periodLengths = ['month', 'quarter', 'year'] as const;
export type PeriodLength = (typeof periodLengths)[number];

const monthsOf: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year in which a day lies. Years begin with the fiscal year's month, 1 to 12. */
export function periodAround(day: string, length: PeriodLength, fiscalYearStart: number): DateRange {
  const start = length === 'year' ? fiscalYearStart : 1;
  const monthsIn = (((monthOf(day) - start) % monthsOf[length]) + monthsOf[length]) % monthsOf[length];
  const from = addMonths(firstOfMonth(day), -monthsIn);
  return { from, to: lastOfMonth(addMonths(from, monthsOf[length] - 1)) };
}

/** What a range is; null for any other stretch of days. */
export function lengthOf(range: DateRange): PeriodLength | null {
  const months = wholeMonths(range);
  return periodLengths.find((length) => monthsOf[length] === months) ?? null;
}

/** The stretch of the same length before (−1) or after (1). */
export function stepped(range: DateRange, direction: -1 | 1): DateRange {
  if (direction === -1) return rangeBefore(range);
  const months = wholeMonths(range);
  const from = addDays(range.to, 1);
  if (months === null) return { from, to: addDays(from, daysBetween(range.from, range.to)) };
  return { from, to: lastOfMonth(addMonths(from, months - 1)) };
}

/** The key of a whole month, quarter or calendar year, as `LocaleFormat.period` takes it; null for any other range. */
export function keyOf(range: DateRange): string | null {
  const year = range.from.slice(0, 4);
  switch (lengthOf(range)) {
    case 'month':
      return range.from.slice(0, 7);
    case 'quarter':
      return (monthOf(range.from) - 1) % 3 === 0 ? `${year}-Q${(monthOf(range.from) + 2) / 3}` : null;
    case 'year':
      return monthOf(range.from) === 1 ? year : null;
    case null:
      return null;
  }
}
