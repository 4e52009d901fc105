import { addDays, dayNumber, laterOf, monthOf, weekdayOf } from '@shared/model/calendar-date';
import { sampleRange } from './company';

/** Few buy in July, many in December; business grows by 8 % a year. */
export function season(day: string): number {
  const byMonth = [0.92, 0.95, 1.05, 0.98, 1.02, 1.06, 0.6, 0.94, 1.06, 1.08, 1.1, 1.3];
  const years = (dayNumber(day) - dayNumber(sampleRange.from)) / 365.25;
  return (byMonth[monthOf(day) - 1] ?? 1) * 1.08 ** years;
}

export function workday(day: string): string {
  const weekday = weekdayOf(day);
  const moved = weekday > 5 ? addDays(day, 5 - weekday) : day;
  return laterOf(moved, sampleRange.from);
}
