import type { TimeDimension } from '../kpi/declaration';
import {
  addDays,
  addMonths,
  calendarDate,
  type DateRange,
  daysBetween,
  earlierOf,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from './calendar-date';
import { monthNumberOf } from './month-names';

/**
 * A period in its one canonical text: a year `2026`, a quarter `2026-Q1`, a month `2026-03`, an ISO 8601 week `2026-W12`, or a
 * fiscal year `FY2026`, which bears the number of the calendar year in which it ends. Quarters are the calendar's.
 */
export type Period = string;

export type PeriodKind = 'year' | 'quarter' | 'month' | 'week' | 'fiscal_year';

export interface NamedRange extends DateRange {
  /** A canonical period, or `YYYY-MM-DD` for a day. */
  readonly key: string;
}

/** The forms in which people and CRMs write periods, each with the canonical text that it stands for. */
const forms: readonly {
  readonly pattern: RegExp;
  readonly canonical: (parts: readonly string[]) => Period | null;
}[] = [
  { pattern: /^(\d{4})$/, canonical: ([year = '']) => year },
  { pattern: /^fy[ -]?(\d{4}|\d{2})$/, canonical: ([year = '']) => `FY${fullYear(year)}` },
  {
    pattern: /^(\d{4})[ /-]?[qk]([1-4])$/,
    canonical: ([year = '', quarter = '']) => `${year}-Q${quarter}`,
  },
  {
    pattern: /^[qk]([1-4])[ /-]?(\d{4}|'?\d{2})$/,
    canonical: ([quarter = '', year = '']) => `${fullYear(year)}-Q${quarter}`,
  },
  {
    pattern: /^([1-4])[qk][ /-]?(\d{4}|'?\d{2})$/,
    canonical: ([quarter = '', year = '']) => `${fullYear(year)}-Q${quarter}`,
  },
  {
    pattern: /^([1-4])(?:\.|st|nd|rd|th)? ?(?:kvartal|quarter) (\d{4})$/,
    canonical: ([quarter = '', year = '']) => `${year}-Q${quarter}`,
  },
  {
    pattern: /^(\d{4})[ -]?(?:w|u)(?:eek|ke)? ?(\d{1,2})$/,
    canonical: ([year = '', week = '']) => weekPeriod(Number(year), Number(week)),
  },
  {
    pattern: /^(?:w|u)(?:eek|ke)? ?(\d{1,2})[ /-](\d{4})$/,
    canonical: ([week = '', year = '']) => weekPeriod(Number(year), Number(week)),
  },
  {
    pattern: /^(\d{4})[./-](\d{1,2})$/,
    canonical: ([year = '', month = '']) => monthPeriod(Number(year), Number(month)),
  },
  {
    pattern: /^(\d{1,2})[./-](\d{4})$/,
    canonical: ([month = '', year = '']) => monthPeriod(Number(year), Number(month)),
  },
  {
    pattern: /^(\p{L}+)\.?[ ./-]?(\d{4}|'?\d{2})$/u,
    canonical: ([month = '', year = '']) => monthPeriod(Number(fullYear(year)), monthNumberOf(month) ?? 0),
  },
  {
    pattern: /^(\d{4})[ ./-]?(\p{L}+)\.?$/u,
    canonical: ([year = '', month = '']) => monthPeriod(Number(year), monthNumberOf(month) ?? 0),
  },
];

const longestPeriod = 60;

/**
 * Reads a period as people write it, in English or Norwegian: `2026`, `Q1 2026`, `1. kvartal 2026`, `2026-03`, `March 2026`,
 * `mars 26`, `uke 12 2026`, `FY26`. Gives the canonical text, or null when it is none of these or names no real period.
 */
export function parsePeriod(text: string): Period | null {
  if (text.length > longestPeriod) return null;
  const written = text.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const { pattern, canonical } of forms) {
    const match = pattern.exec(written);
    if (match === null) continue;
    const period = canonical(match.slice(1));
    if (period !== null) return period;
  }
  return null;
}

/** What kind a canonical period is; null for text that is none. */
export function periodKind(period: Period): PeriodKind | null {
  if (/^\d{4}$/.test(period)) return 'year';
  if (/^FY\d{4}$/.test(period)) return 'fiscal_year';
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return 'month';
  return /^\d{4}-W\d{2}$/.test(period) ? 'week' : null;
}

/**
 * The first and last day of a canonical period; null for text that is none.
 * @param fiscalYearStart the month in which the fiscal year starts, 1 to 12.
 */
export function periodRange(period: Period, fiscalYearStart: number): DateRange | null {
  switch (periodKind(period)) {
    case 'year':
      return { from: `${period}-01-01`, to: `${period}-12-31` };
    case 'fiscal_year':
      return fiscalYearRange(Number(period.slice(2)), fiscalYearStart);
    case 'quarter': {
      const from = calendarDate(yearOf(period), Number(period.slice(6)) * 3 - 2, 1);
      return { from, to: lastOfMonth(addMonths(from, 2)) };
    }
    case 'month':
      return { from: `${period}-01`, to: lastOfMonth(`${period}-01`) };
    case 'week': {
      const from = addDays(mondayOfFirstWeek(yearOf(period)), (Number(period.slice(6)) - 1) * 7);
      return { from, to: addDays(from, 6) };
    }
    case null:
      return null;
  }
}

/** The key of the period in which a date lies: a canonical period, or the date itself for days. */
export function periodKeyOf(date: string, dimension: TimeDimension, fiscalYearStart: number): string {
  switch (dimension) {
    case 'day':
      return date;
    case 'week':
      return weekKeyOf(date);
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${date.slice(0, 4)}-Q${Math.ceil(monthOf(date) / 3)}`;
    case 'year':
      return date.slice(0, 4);
    case 'fiscal_year': {
      const endsNextYear = fiscalYearStart > 1 && monthOf(date) >= fiscalYearStart;
      return `FY${String(yearOf(date) + (endsNextYear ? 1 : 0)).padStart(4, '0')}`;
    }
  }
}

/** The canonical period that is exactly a range; null where none is. */
export function periodOfRange({ from, to }: DateRange, fiscalYearStart: number): Period | null {
  const keys = (['year', 'fiscal_year', 'quarter', 'month', 'week'] as const).map((dimension) =>
    periodKeyOf(from, dimension, fiscalYearStart),
  );
  const isSame = (key: Period) => {
    const range = periodRange(key, fiscalYearStart);
    return range?.from === from && range.to === to;
  };
  return keys.find(isSame) ?? null;
}

/** The periods that a range touches, in order, the first and last cut to the range: together they are the range. */
export function periodsWithin(
  range: DateRange,
  dimension: TimeDimension,
  fiscalYearStart: number,
): readonly NamedRange[] {
  const found: NamedRange[] = [];
  let from = range.from;
  while (from <= range.to) {
    const key = periodKeyOf(from, dimension, fiscalYearStart);
    const whole = dimension === 'day' ? { from, to: from } : periodRange(key, fiscalYearStart);
    const to = whole === null ? range.to : earlierOf(whole.to, range.to);
    found.push({ key, from, to });
    from = addDays(to, 1);
  }
  return found;
}

/** The range of the same length that ends on the day before `range`; whole months stay whole months. */
export function rangeBefore(range: DateRange): DateRange {
  const to = addDays(range.from, -1);
  const months = wholeMonths(range);
  const from =
    months === null ? addDays(to, -daysBetween(range.from, range.to)) : addMonths(range.from, -months);
  return { from, to };
}

/** The same range a year before; a range that ends with a month's last day still does. */
export function rangeYearBefore(range: DateRange): DateRange {
  const to = addMonths(range.to, -12);
  const endsMonth = range.to === lastOfMonth(range.to);
  return { from: addMonths(range.from, -12), to: endsMonth ? lastOfMonth(to) : to };
}

/** How many whole calendar months a range is; null when it is not whole months. */
export function wholeMonths(range: DateRange): number | null {
  if (range.from !== firstOfMonth(range.from) || range.to !== lastOfMonth(range.to)) return null;
  return (yearOf(range.to) - yearOf(range.from)) * 12 + monthOf(range.to) - monthOf(range.from) + 1;
}

function fiscalYearRange(year: number, start: number): DateRange {
  const from = calendarDate(start === 1 ? year : year - 1, start, 1);
  return { from, to: addDays(addMonths(from, 12), -1) };
}

/** ISO 8601: week 1 is the week with the year's first Thursday, so the one in which 4 January lies. */
function mondayOfFirstWeek(year: number): string {
  const fourth = calendarDate(year, 1, 4);
  return addDays(fourth, 1 - weekdayOf(fourth));
}

function weekKeyOf(date: string): string {
  const year = yearOf(addDays(date, 4 - weekdayOf(date)));
  const week = Math.floor(daysBetween(mondayOfFirstWeek(year), date) / 7) + 1;
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

function weekPeriod(year: number, week: number): Period | null {
  const period = `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
  const range = week >= 1 ? periodRange(period, 1) : null;
  return range !== null && weekKeyOf(range.from) === period ? period : null;
}

function monthPeriod(year: number, month: number): Period | null {
  if (month < 1 || month > 12) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** Two digits mean a year of this century. */
function fullYear(written: string): string {
  const digits = written.replace("'", '');
  return digits.length === 2 ? `20${digits}` : digits;
}
