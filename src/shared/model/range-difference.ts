import { addDays, type DateRange, earlierOf, intersection } from './calendar-date';

/** The days of `ranges` that lie in none of `removed`. */
export function without(ranges: readonly DateRange[], removed: readonly DateRange[]): readonly DateRange[] {
  return removed.reduce((left, hole) => left.flatMap((range) => around(range, hole)), ranges);
}

function around(range: DateRange, hole: DateRange): readonly DateRange[] {
  if (intersection(range, hole) === null) return [range];
  const before = { from: range.from, to: earlierOf(range.to, addDays(hole.from, -1)) };
  const after = { from: addDays(hole.to, 1), to: range.to };
  return [before, after].filter((part) => part.from <= part.to);
}
