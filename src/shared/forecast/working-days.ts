import { type DateRange, dayNumber, daysOfRange, weekdayOf } from '../model/calendar-date';

/** Days from Monday to Friday in a range, both ends counted; public holidays are not known. */
export function workingDays(range: DateRange): number {
  if (range.to < range.from) return 0;
  const days = daysOfRange(range);
  const weeks = Math.floor(days / 7);
  const first = weekdayOf(range.from);
  const rest = Array.from(
    { length: dayNumber(range.to) - dayNumber(range.from) + 1 - weeks * 7 },
    (_, day) => day,
  );
  return weeks * 5 + rest.filter((day) => (first - 1 + day) % 7 < 5).length;
}
