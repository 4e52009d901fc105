import {
  addDays,
  addMonths,
  type DateRange,
  daysOfRange,
  intersection,
  laterOf,
} from '../model/calendar-date';
import { periodsWithin } from '../model/period';

/**
 * How a new rep grows into the job: the share of full productivity, 0 to 1, in the first month since the start, in the second, and
 * so on; full from then on. An empty curve is a rep who is productive at once.
 */
export type RampCurve = readonly number[];

/** Three months to full productivity, a quarter more each month. A starting point to be changed, not a finding. */
export const usualRamp: RampCurve = [0.25, 0.5, 0.75];

/** When a rep sells. Calendar dates, both inclusive; null where it is not known, which counts as always. */
export interface Employment {
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** What a rep can do in one calendar month, in months of full productivity: 0 to 1. */
export interface MonthCapacity {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly capacity: number;
}

/**
 * The capacity of a rep in each calendar month of a range: each day of employment counts its share of full productivity, by the
 * month since the start in which it lies (from the start's day of the month to the day before it in the next), divided by the days
 * of the whole calendar month. Ramped quota capacity as in sales capacity planning: heads × share of productivity, month by month.
 */
export function rampedCapacity(
  employment: Employment,
  range: DateRange,
  ramp: RampCurve,
): readonly MonthCapacity[] {
  const spans = spansOfProductivity(employment, range, ramp);
  return periodsWithin(range, 'month', 1).map(({ key, from, to }) => {
    const month = { from: `${key}-01`, to: addDays(addMonths(`${key}-01`, 1), -1) };
    const productiveDays = spans.reduce((sum, { dates, share }) => {
      const days = intersection(dates, { from, to });
      return days === null ? sum : sum + daysOfRange(days) * share;
    }, 0);
    return { month: key, capacity: productiveDays / daysOfRange(month) };
  });
}

interface Span {
  readonly dates: DateRange;
  readonly share: number;
}

function spansOfProductivity(
  { startDate, endDate }: Employment,
  range: DateRange,
  ramp: RampCurve,
): readonly Span[] {
  const last = endDate !== null && endDate < range.to ? endDate : range.to;
  if (startDate === null) return [{ dates: { from: range.from, to: last }, share: 1 }];
  const inRamp = ramp.map((share, month) => ({
    dates: { from: addMonths(startDate, month), to: addDays(addMonths(startDate, month + 1), -1) },
    share,
  }));
  const full = {
    dates: { from: laterOf(addMonths(startDate, ramp.length), range.from), to: last },
    share: 1,
  };
  return [...inRamp, full].flatMap(({ dates, share }) => {
    const employed = intersection(dates, { from: range.from, to: last });
    return employed === null ? [] : [{ dates: employed, share }];
  });
}
