import type { TimeDimension } from '@shared/kpi/declaration';
import { addDays, addMonths, type DateRange, earlierOf, laterOf } from '@shared/model/calendar-date';
import { periodKeyOf, periodRange } from '@shared/model/period';

/** Steps in which a trend can be shown. */
export const trendSteps = ['week', 'month', 'quarter', 'year'] as const satisfies readonly TimeDimension[];
export type TrendStep = (typeof trendSteps)[number];

/** How far a trend goes back from the first day of its last step, which makes 26 weeks, 24 months, 12 quarters or 6 years. */
const reach: Readonly<Record<TrendStep, (start: string) => string>> = {
  week: (start) => addDays(start, -25 * 7),
  month: (start) => addMonths(start, -23),
  quarter: (start) => addMonths(start, -33),
  year: (start) => addMonths(start, -60),
};

/**
 * The stretch that a trend shows: up to the end of the chosen period, back to its beginning and as far beyond as is readable, no
 * further than the data goes at either end: a step after the data has ended is not a step without sales.
 */
export function trendRange(chosen: DateRange, step: TrendStep, data: DateRange | null): DateRange {
  const stepAt = (day: string): DateRange =>
    periodRange(periodKeyOf(day, step, 1), 1) ?? { from: day, to: day };
  const startOf = (day: string): string => stepAt(day).from;
  const wished = reach[step](startOf(chosen.to));
  const withData = data === null ? wished : laterOf(wished, startOf(data.from));
  const isAfterData = data === null || chosen.from > data.to;
  const to = isAfterData ? chosen.to : earlierOf(chosen.to, stepAt(data.to).to);
  return { from: earlierOf(withData, chosen.from), to };
}
