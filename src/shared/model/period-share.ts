import {
  addDays,
  type DateRange,
  dayOf,
  daysOfRange,
  earlierOf,
  intersection,
  lastOfMonth,
} from './calendar-date';
import { wholeMonths } from './period';

/** A part of a period: `covered` of its `of` units, which are months, or days where the period is not whole months. */
export interface PeriodShare {
  readonly covered: number;
  readonly of: number;
}

/**
 * How much of `period` lies in `range`. A period of whole months counts equal months, and inside a month its days; a week
 * counts days. Kept as a fraction so that whole shares of an amount come out exact: see `shareOf`.
 */
export function periodShare(period: DateRange, range: DateRange): PeriodShare {
  const months = wholeMonths(period);
  const part = intersection(period, range);
  const of = months ?? daysOfRange(period);
  if (part === null) return { covered: 0, of };
  if (months === null) return { covered: daysOfRange(part), of };
  return { covered: monthsCovered(part), of };
}

/** The share of an amount that is spread evenly over a period. */
export function shareOf(amount: number, share: PeriodShare): number {
  return share.covered === share.of ? amount : (amount * share.covered) / share.of;
}

function monthsCovered(range: DateRange): number {
  let covered = 0;
  let from = range.from;
  while (from <= range.to) {
    const end = lastOfMonth(from);
    const to = earlierOf(end, range.to);
    covered += daysOfRange({ from, to }) / dayOf(end);
    from = addDays(to, 1);
  }
  return covered;
}
