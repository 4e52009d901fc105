import { meanOf, seasonLength } from './monthly-series';
import { chooseModel, fewestMonths, pointForecast } from './sales-model';

/** How far a way of forecasting was off, over the forecasts that were made. */
export interface Accuracy {
  /** The mean of the errors as shares of what came; null where nothing came that could be divided by. */
  readonly mape: number | null;
  /** The mean of the errors ÷ those of the seasonal naive forecast within the history (Hyndman & Koehler 2006): below 1 is better. */
  readonly mase: number | null;
}

export interface Backtest {
  /** Months at whose end a forecast was made. */
  readonly origins: number;
  readonly forecasts: number;
  readonly model: Accuracy;
  /** The same month a year before, or with less than a year the last month. */
  readonly naive: Accuracy;
}

/** Further back the business was another one. */
const mostOrigins = 12;
const mostMonthsAhead = 3;

interface Miss {
  readonly actual: number;
  readonly model: number;
  readonly naive: number;
  readonly scale: number;
}

/**
 * Forecasts up to three months ahead as they would have been made at the end of each of the last twelve months, with what was known
 * then alone: a rolling origin (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.10).
 * @returns null where no month but the last has enough months before it.
 */
export function backtest(series: readonly number[]): Backtest | null {
  const method = chooseModel(series)?.method;
  if (method === undefined) return null;
  const first = Math.max(fewestMonths[method], series.length - mostOrigins);
  const origins = series.map((_, end) => end).slice(first);
  const misses = origins.flatMap((end) => missesFrom(series, end));
  if (misses.length === 0) return null;
  return {
    origins: origins.length,
    forecasts: misses.length,
    model: accuracyOf(misses, 'model'),
    naive: accuracyOf(misses, 'naive'),
  };
}

function missesFrom(series: readonly number[], end: number): readonly Miss[] {
  const known = series.slice(0, end);
  const model = chooseModel(known);
  if (model === null) return [];
  const lag = known.length > seasonLength ? seasonLength : 1;
  const scale = meanOf(known.slice(lag).map((value, at) => Math.abs(value - (known[at] ?? 0))));
  const forecasts = pointForecast(model, mostMonthsAhead);
  return series.slice(end, end + mostMonthsAhead).map((actual, ahead) => {
    const naive = known[known.length - lag + (ahead % lag)] ?? 0;
    return {
      actual,
      model: Math.abs(actual - (forecasts[ahead] ?? 0)),
      naive: Math.abs(actual - naive),
      scale,
    };
  });
}

function accuracyOf(misses: readonly Miss[], of: 'model' | 'naive'): Accuracy {
  const shares = misses.flatMap((miss) => (miss.actual > 0 ? [miss[of] / miss.actual] : []));
  const scaled = misses.flatMap((miss) => (miss.scale > 0 ? [miss[of] / miss.scale] : []));
  return { mape: shares.length > 0 ? meanOf(shares) : null, mase: scaled.length > 0 ? meanOf(scaled) : null };
}
