import { minimise } from '../kpi/lifetime/minimise';
import { seasonLength, sumOfSquares } from './monthly-series';

/** Last year's month times the growth since: for more than a year of history, but less than two. */
export interface SeasonalGrowth {
  readonly method: 'seasonal_growth';
  /** The last months ÷ the same months a year before. */
  readonly growth: number;
  readonly lastYear: readonly number[];
  /** Of the errors, as shares of their forecasts. */
  readonly deviation: number;
}

/** A level that follows the newest values, without trend and season: for less than a year and a quarter of history. */
export interface ExponentialSmoothing {
  readonly method: 'exponential_smoothing';
  readonly alpha: number;
  readonly level: number;
  /** Of the one-step errors. */
  readonly deviation: number;
}

/** With fewer months beside those of the year before, the growth would hang on one of them. */
export const fewestForSeasonalGrowth = seasonLength + 3;
export const fewestForSmoothing = 4;

/** @returns null for too few months, and without revenue a year before. */
export function fitSeasonalGrowth(series: readonly number[]): SeasonalGrowth | null {
  if (series.length < fewestForSeasonalGrowth) return null;
  const compared = Math.min(seasonLength, series.length - seasonLength);
  const now = series.slice(-compared);
  const then = series.slice(series.length - seasonLength - compared, series.length - seasonLength);
  const before = total(then);
  if (before <= 0 || total(now) <= 0) return null;
  const growth = total(now) / before;
  const errors = now.flatMap((value, index) => {
    const expected = (then[index] ?? 0) * growth;
    return expected > 0 ? [value / expected - 1] : [];
  });
  return {
    method: 'seasonal_growth',
    growth,
    lastYear: series.slice(-seasonLength),
    deviation: Math.sqrt(sumOfSquares(errors) / Math.max(1, errors.length - 1)),
  };
}

/**
 * Simple exponential smoothing, beginning at the first value, with the alpha of the least squared one-step errors (Hyndman &
 * Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.1).
 * @returns null for fewer than four values.
 */
export function fitExponentialSmoothing(series: readonly number[]): ExponentialSmoothing | null {
  const [first] = series;
  if (first === undefined || series.length < fewestForSmoothing) return null;
  const errorsOf = (alpha: number) => {
    let level = first;
    const errors = series.slice(1).map((value) => {
      const error = value - level;
      level += alpha * error;
      return error;
    });
    return { errors, level };
  };
  const shareOf = (angle: number): number => Math.sin(angle) ** 2;
  const { at } = minimise(([angle = 0]) => sumOfSquares(errorsOf(shareOf(angle)).errors), [Math.PI / 4]);
  const alpha = shareOf(at[0] ?? 0);
  const { errors, level } = errorsOf(alpha);
  const deviation = Math.sqrt(sumOfSquares(errors) / Math.max(1, errors.length - 1));
  return { method: 'exponential_smoothing', alpha, level, deviation };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
