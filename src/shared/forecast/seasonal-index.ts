import { centredMean, meanOf, seasonLength } from './monthly-series';

export type Seasonality = 'additive' | 'multiplicative';

/**
 * How a month of the year lies to the trend: the mean of the ratios of its months to the 2×12 moving average, normalised so that the
 * twelve have the mean 1; or, additive, of the differences, with the mean 0. Classical decomposition (Hyndman & Athanasopoulos,
 * Forecasting: Principles and Practice, 3rd ed., section 3.4).
 * @returns twelve figures, the first for the month of the series' first value; null for fewer than two years, or where a trend of 0
 *   has to be divided by.
 */
export function seasonalIndices(
  series: readonly number[],
  seasonality: Seasonality = 'multiplicative',
): readonly number[] | null {
  if (series.length < 2 * seasonLength) return null;
  const found: number[][] = Array.from({ length: seasonLength }, () => []);
  for (const [at, trend] of centredMean(series).entries()) {
    if (trend === null) continue;
    const value = series[at] ?? 0;
    found[at % seasonLength]?.push(seasonality === 'additive' ? value - trend : value / trend);
  }
  const means = found.map(meanOf);
  if (!means.every(Number.isFinite)) return null;
  const whole = meanOf(means);
  if (seasonality === 'additive') return means.map((mean) => mean - whole);
  return whole === 0 ? null : means.map((mean) => mean / whole);
}
