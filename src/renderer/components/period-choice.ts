import type { TimeDimension } from '@shared/kpi/declaration';
import {
  addDays,
  addMonths,
  type DateRange,
  daysOfRange,
  earlierOf,
  firstOfMonth,
  lastOfMonth,
} from '@shared/model/calendar-date';
import { type Period, periodKeyOf, periodRange, rangeBefore, wholeMonths } from '@shared/model/period';

/** Kinds of period that can be stepped through; a fiscal year that is the calendar's is a year. */
export const steppedKinds = ['month', 'quarter', 'year', 'fiscal_year'] as const;
export type SteppedKind = (typeof steppedKinds)[number];

/** The period that a range is exactly, or null for one that bears no name. */
export function namedPeriod(range: DateRange, fiscalYearStart: number): Period | null {
  const key = steppedKinds
    .map((kind) => periodKeyOf(range.from, kind, fiscalYearStart))
    .find((candidate) => {
      const whole = periodRange(candidate, fiscalYearStart);
      return whole?.from === range.from && whole.to === range.to;
    });
  return key ?? null;
}

/** The whole period of a kind in which a date lies. */
export function periodAround(date: string, kind: TimeDimension, fiscalYearStart: number): DateRange {
  return periodRange(periodKeyOf(date, kind, fiscalYearStart), fiscalYearStart) ?? { from: date, to: date };
}

/** The range of the same length right before or after; whole months stay whole months. */
export function steppedRange(range: DateRange, step: -1 | 1): DateRange {
  if (step === -1) return rangeBefore(range);
  const from = addDays(range.to, 1);
  const months = wholeMonths(range);
  const to =
    months === null ? addDays(from, daysOfRange(range) - 1) : lastOfMonth(addMonths(from, months - 1));
  return { from, to };
}

export const presetIds = [
  'latestMonth',
  'monthBefore',
  'latestQuarter',
  'latestYear',
  'last12Months',
  'allData',
] as const;
export type PresetId = (typeof presetIds)[number];

/**
 * The range that a preset stands for. "Latest" is where the data ends, or today where it goes on into the future, so that old
 * data is found as well.
 */
export function presetRange(
  preset: PresetId,
  { data, today }: { readonly data: DateRange | null; readonly today: string },
): DateRange {
  const latest = data === null ? today : earlierOf(data.to, today);
  switch (preset) {
    case 'latestMonth':
      return periodAround(latest, 'month', 1);
    case 'monthBefore':
      return rangeBefore(periodAround(latest, 'month', 1));
    case 'latestQuarter':
      return periodAround(latest, 'quarter', 1);
    case 'latestYear':
      return periodAround(latest, 'year', 1);
    case 'last12Months':
      return { from: addMonths(firstOfMonth(latest), -11), to: lastOfMonth(latest) };
    case 'allData':
      return data ?? periodAround(latest, 'year', 1);
  }
}

/** Today by this machine's clock. */
export function todayHere(): string {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
