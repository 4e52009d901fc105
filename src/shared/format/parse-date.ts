import { calendarDate, daysInMonth } from '../model/calendar-date';
import { monthNumberOf } from '../model/month-names';

export interface DateReading {
  /** Whether `3/4/2026` is 3 April; otherwise it is 4 March. Dates that can only be read one way are read that way. */
  readonly dayFirst: boolean;
  /** Whether that holds without exception, so that `13/25/2026` and `3/25/2026` are no dates where the day comes first. */
  readonly strict?: boolean;
}

/** Hours and what follows them, as exports put behind a date: `2026-11-23T10:15:00.000Z`, `23.11.2026 kl. 10:15`. */
const timeOfDay = /(?:t|,?\s+(?:kl\.?\s*)?)\d{1,2}[:.]\d{2}.*$/i;

/** By which spreadsheets mark text, and which some exports leave in. */
const leadingApostrophe = /^['’](?=\d)/;

/** `mandag 23. november 2026`, `Mon, Nov 23, 2026`. */
const weekday =
  /^(?:(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?|(?:mon|tue|wed|thu|fri|sat|sun)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.,]{0,2} (?:den )?/;

/** Longer texts are no dates, and would take long to find so. */
const longestDate = 80;

interface DateForm {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[], reading: DateReading) => string | null;
}

const forms: readonly DateForm[] = [
  {
    pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    read: ([year = '', month = '', day = '']) => dateOf(year, Number(month), Number(day)),
  },
  {
    pattern: /^(\d{4})(\d{2})(\d{2})$/,
    read: ([year = '', month = '', day = '']) => dateOf(year, Number(month), Number(day)),
  },
  {
    pattern: /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/,
    read: ([first = '', separator = '', second = '', year = ''], reading) =>
      dateOfDigits(Number(first), Number(second), year, separator === '.' ? { dayFirst: true } : reading),
  },
  {
    // `23/11-26` is Scandinavian, and the day comes first.
    pattern: /^(\d{1,2})\/(\d{1,2})-(\d{4}|\d{2})$/,
    read: ([first = '', second = '', year = '']) =>
      dateOfDigits(Number(first), Number(second), year, { dayFirst: true }),
  },
  {
    pattern: /^(\d{1,2})-(\d{1,2})\/(\d{4}|\d{2})$/,
    read: ([first = '', second = '', year = ''], reading) =>
      dateOfDigits(Number(first), Number(second), year, reading),
  },
  {
    pattern: /^(\d{1,2})(?:\.|st|nd|rd|th)?[ -]?(\p{L}+)\.?,?[ -]?(\d{4}|\d{2})$/u,
    read: ([day = '', month = '', year = '']) => dateOf(year, monthNumberOf(month) ?? 0, Number(day)),
  },
  {
    pattern: /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})$/u,
    read: ([month = '', day = '', year = '']) => dateOf(year, monthNumberOf(month) ?? 0, Number(day)),
  },
];

/**
 * Reads a calendar date as people and programs write it: ISO, `23.11.2026`, `23/11-26`, `11/23/2026`, `20261123`,
 * `23. november 2026`, `Nov 23, 2026`. A time of day behind it is left out; no time zone has a say.
 *
 * @returns `YYYY-MM-DD`, or null for text that is no date or names a day that does not exist.
 */
export function parseCalendarDate(text: string, reading: DateReading): string | null {
  if (text.length > longestDate) return null;
  const written = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(leadingApostrophe, '')
    .replace(weekday, '')
    .replace(timeOfDay, '');
  for (const { pattern, read } of forms) {
    const match = pattern.exec(written);
    if (match !== null) return read(match.slice(1), reading);
  }
  return null;
}

/** How the two digit groups of `3/4/2026` can be read; null for text that is not of that form. */
export function possibleDateOrders(
  text: string,
): { readonly dayFirst: boolean; readonly monthFirst: boolean } | null {
  const written = text.trim().replace(leadingApostrophe, '');
  if (/^\d{1,2}\/\d{1,2}-/.test(written)) return null;
  const match = /^(\d{1,2})[-/](\d{1,2})[-/](?:\d{4}|\d{2})(?:\D|$)/.exec(written);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  return { dayFirst: second <= 12, monthFirst: first <= 12 };
}

function dateOfDigits(
  first: number,
  second: number,
  year: string,
  { dayFirst, strict }: DateReading,
): string | null {
  const preferred = dayFirst ? dateOf(year, second, first) : dateOf(year, first, second);
  if (preferred !== null || strict === true) return preferred;
  return dayFirst ? dateOf(year, first, second) : dateOf(year, second, first);
}

function dateOf(yearText: string, month: number, day: number): string | null {
  const year = yearText.length === 2 ? centuryOf(Number(yearText)) : Number(yearText);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return calendarDate(year, month, day);
}

/** As Excel reads years of two digits: 00 to 29 are 2000 to 2029, the others 1930 to 1999. */
function centuryOf(year: number): number {
  return year < 30 ? 2000 + year : 1900 + year;
}
