import { addDays, type DateRange, daysBetween } from '@shared/model/calendar-date';
import { periodsWithin } from '@shared/model/period';
import type { TrendStep } from './trend-range';

/** The earlier steps that those of a trend are held against. */
export interface ComparedTrend {
  readonly range: DateRange;
  /** The keys of the earlier steps, in the order of the trend's; null for one that lies before the data. */
  readonly keys: readonly (string | null)[];
}

/** Days of a step on average, by the Gregorian calendar's 146,097 days in 400 years. */
const averageDays: Readonly<Record<TrendStep, number>> = {
  week: 7,
  month: 146097 / 4800,
  quarter: 146097 / 1600,
  year: 146097 / 400,
};

interface Chosen {
  readonly range: DateRange;
  /** The earlier period with which the chosen one is compared. */
  readonly compared: DateRange;
}

/**
 * Each step of a trend with the one that lies as many steps before it as the compared period lies before the chosen one, to the
 * nearest: of a quarter and the one before each month with the third before it, of a year before each week with the 52nd. Null
 * where that is less than a step, and where no earlier step has data.
 */
export function comparedTrend(
  { range, compared }: Chosen,
  trend: DateRange,
  step: TrendStep,
  data: DateRange | null,
): ComparedTrend | null {
  const steps = Math.round(daysBetween(compared.from, range.from) / averageDays[step]);
  if (steps < 1) return null;
  const long = { from: addDays(trend.from, -Math.ceil((steps + 1) * averageDays[step])), to: trend.to };
  const all = periodsWithin(long, step, 1);
  const shown = periodsWithin(trend, step, 1).length;
  const earlier = all.slice(0, all.length - steps).slice(-shown);
  const known = earlier.map((part) => data === null || part.to >= data.from);
  const first = earlier[known.indexOf(true)];
  const last = earlier.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    range: { from: first.from, to: last.to },
    keys: earlier.map(({ key }, place) => (known[place] ? key : null)),
  };
}

/** An earlier step and its value; null for one that lies before the data. */
export interface EarlierStep {
  readonly key: string | null;
  readonly value: number | null;
}

/** The values of the earlier steps. Sums of nothing before the first that is something are no sums of zero: the KPI's data begins there. */
export function earlierSteps(
  { keys }: Pick<ComparedTrend, 'keys'>,
  rows: readonly { readonly key: string; readonly value: number | null }[],
): readonly EarlierStep[] {
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const begins = keys.findIndex((key) => key !== null && (values.get(key) ?? 0) !== 0);
  return keys.map((key, place) => {
    const isKnown = key !== null && begins >= 0 && place >= begins;
    return isKnown ? { key, value: values.get(key) ?? null } : { key: null, value: null };
  });
}
