import type { DateRange } from '../model/calendar-date';
import { periodsWithin } from '../model/period';
import { type Employment, type RampCurve, rampedCapacity } from './ramped-capacity';

/** How a total can be spread over parts. */
export const spreadWays = ['equal', 'history', 'capacity'] as const;
export type SpreadWay = (typeof spreadWays)[number];

/** What a total can be spread over. */
export const spreadOvers = ['team', 'rep', 'product', 'segment', 'quarter', 'month'] as const;
export type SpreadOver = (typeof spreadOvers)[number];

/** The weight of each part by key. */
export type Weights = ReadonlyMap<string, number>;

/** The weight of each of the twelve calendar months, January first; 1 is a month like the mean. */
export type MonthWeights = readonly number[];

export function equalWeights(keys: readonly string[]): Weights {
  return new Map(keys.map((key) => [key, 1]));
}

/** By what each part came to before. A part without a past, or with one below 0, has no weight. */
export function historyWeights(keys: readonly string[], past: ReadonlyMap<string, number | null>): Weights {
  return new Map(keys.map((key) => [key, Math.max(0, past.get(key) ?? 0)]));
}

/**
 * By what each rep can do in a range: months of full productivity (see `rampedCapacity`), each times its season where one is given.
 */
export function capacityWeights(
  reps: ReadonlyMap<string, Employment>,
  range: DateRange,
  ramp: RampCurve,
  season?: MonthWeights,
): Weights {
  return new Map(
    [...reps].map(([key, employment]) => {
      const months = rampedCapacity(employment, range, ramp);
      return [key, months.reduce((sum, { month, capacity }) => sum + capacity * seasonOf(month, season), 0)];
    }),
  );
}

/** The weight of each calendar month that a range touches: 1, or its season. For spreading a year over its months. */
export function monthWeights(range: DateRange, season?: MonthWeights): Weights {
  return new Map(periodsWithin(range, 'month', 1).map(({ key }) => [key, seasonOf(key, season)]));
}

/**
 * The season of each calendar month from past sums by month: the mean of that month over the years, divided by the mean of all
 * twelve (the method of simple averages: Spiegel & Stephens, Statistics, on seasonal indices). Months below 0 count as 0. Null where
 * a calendar month has never been seen or there is nothing in any, as a season cannot be told then.
 * @param past sums by `YYYY-MM`, of whole months.
 */
export function seasonOfMonths(past: ReadonlyMap<string, number>): MonthWeights | null {
  const seen: readonly number[][] = Array.from({ length: 12 }, () => []);
  for (const [month, sum] of past) seen[Number(month.slice(5, 7)) - 1]?.push(Math.max(0, sum));
  if (seen.some((sums) => sums.length === 0)) return null;
  const means = seen.map(mean);
  const overall = mean(means);
  return overall === 0 ? null : means.map((each) => each / overall);
}

function seasonOf(month: string, season: MonthWeights | undefined): number {
  return season?.[Number(month.slice(5, 7)) - 1] ?? 1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
