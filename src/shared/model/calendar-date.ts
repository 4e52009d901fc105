/**
 * Calendar dates without time or time zone, as text `YYYY-MM-DD` between the years 0001 and 9999: they sort as text, compare as
 * text, and mean the same day everywhere. Functions below expect a date that `isCalendarDate` accepts.
 */

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Calendar dates, both inclusive. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export function isCalendarDate(text: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Month 1 to 12. A day that the month lacks is read as the month's last day. */
export function calendarDate(year: number, month: number, day: number): string {
  const kept = Math.min(day, daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(kept)}`;
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}

/** Day of the month, 1 to 31. */
export function dayOf(date: string): number {
  return Number(date.slice(8, 10));
}

/** ISO 8601: Monday is 1, Sunday 7. */
export function weekdayOf(date: string): number {
  const thursday = 4; // 1970-01-01 was one
  return modulo(dayNumber(date) + thursday - 1, 7) + 1;
}

/** Month 1 to 12, Gregorian. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day of another month; the month's last day where it is shorter (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: string, months: number): string {
  const monthCount = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return calendarDate(Math.floor(monthCount / 12), modulo(monthCount, 12) + 1, dayOf(date));
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function firstOfMonth(date: string): string {
  return `${date.slice(0, 8)}01`;
}

export function lastOfMonth(date: string): string {
  return calendarDate(yearOf(date), monthOf(date), 31);
}

export function earlierOf(one: string, other: string): string {
  if (one < other) return one;
  return other;
}

export function laterOf(one: string, other: string): string {
  if (one > other) return one;
  return other;
}

/** Days in a range, both ends counted. */
export function daysOfRange(range: DateRange): number {
  return daysBetween(range.from, range.to) + 1;
}

/** The days that two ranges share, or null when they share none. */
export function intersection(one: DateRange, other: DateRange): DateRange | null {
  const from = laterOf(one.from, other.from);
  const to = earlierOf(one.to, other.to);
  return from <= to ? { from, to } : null;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin on 1 March so that leap days come last. */
export function dayNumber(date: string): number {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const monthsSinceMarch = modulo(month - 3, 12);
  const dayOfYear = Math.floor((153 * monthsSinceMarch + 2) / 5) + dayOf(date) - 1;
  return year * 365 + leapDaysBefore(year) + dayOfYear - daysToEpoch;
}

/** The inverse of `dayNumber`. */
export function dateOfDayNumber(number: number): string {
  const days = number + daysToEpoch;
  const daysInCycle = 146_097; // 400 years
  let year = Math.floor((days * 400) / daysInCycle);
  while (year * 365 + leapDaysBefore(year) > days) year -= 1;
  while ((year + 1) * 365 + leapDaysBefore(year + 1) <= days) year += 1;
  const dayOfYear = days - year * 365 - leapDaysBefore(year);
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1;
  const month = modulo(monthsSinceMarch + 2, 12) + 1;
  return calendarDate(month <= 2 ? year + 1 : year, month, day);
}

/** Days from 1 March of year 0 to 1 January 1970. */
const daysToEpoch = 719_468;

/** Leap days from 1 March of year 0 up to 1 March of `year`. */
function leapDaysBefore(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The remainder that is never negative. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
