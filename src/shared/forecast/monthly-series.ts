/** Months of a year: how many values of a monthly series make a season. */
export const seasonLength = 12;

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/**
 * The trend of a series: the 2×12 moving average, which is the mean of two neighbouring means of 12 months, so that it is centred
 * on a month (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 3.3). Null for the six months at
 * each end.
 */
export function centredMean(series: readonly number[]): readonly (number | null)[] {
  const half = seasonLength / 2;
  return series.map((_, at) => {
    if (at < half || at + half >= series.length) return null;
    const inner = series.slice(at - half + 1, at + half).reduce((sum, value) => sum + value, 0);
    const ends = ((series[at - half] ?? 0) + (series[at + half] ?? 0)) / 2;
    return (inner + ends) / seasonLength;
  });
}
