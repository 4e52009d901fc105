import { minimise } from '../kpi/lifetime/minimise';
import { centredMean, meanOf, seasonLength, sumOfSquares } from './monthly-series';
import { type Seasonality, seasonalIndices } from './seasonal-index';

/** Each from 0 to 1: how fast level, slope and season follow the newest value. */
export interface HoltWintersParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** Where a series stands. */
export interface HoltWintersState {
  readonly level: number;
  /** By which the level rises in a month. */
  readonly slope: number;
  /** Of the twelve months to come, in their order. */
  readonly seasons: readonly number[];
}

export interface HoltWintersFit {
  readonly method: 'holt_winters';
  readonly seasonality: Seasonality;
  readonly parameters: HoltWintersParameters;
  readonly state: HoltWintersState;
  /** Value less the forecast made a month before, from the second year on. */
  readonly errors: readonly number[];
  /** Of the errors; for multiplicative seasons of the errors as shares of their forecasts. */
  readonly deviation: number;
  /** Akaike's information criterion: of two fits to the same series the lower is the better one. */
  readonly aic: number;
}

/** Fewer values than two seasons tell nothing of how seasons recur. */
export const fewestForHoltWinters = 2 * seasonLength;

/** Alpha, beta, gamma, the deviation, and the state at the start without the one season that the others give. */
const estimated = 4 + 2 + seasonLength - 1;
const smoothed = 3;

/**
 * Fits the seasonal method of Holt and Winters (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
 * 8.3) to a monthly series. The start is that of R's `HoltWinters`: seasons by decomposition of the first two years, level and
 * slope by least squares on their trend; the parameters are those with the least squared one-step errors.
 * @returns null for fewer than 24 values, and for multiplicative seasons where a value is not above 0.
 */
export function fitHoltWinters(series: readonly number[], seasonality: Seasonality): HoltWintersFit | null {
  if (series.length < fewestForHoltWinters) return null;
  if (seasonality === 'multiplicative' && series.some((value) => value <= 0)) return null;
  const start = startOf(series, seasonality);
  if (start === null) return null;
  const cost = (at: readonly number[]): number => squaredErrors(series, seasonality, parametersOf(at), start);
  const best = starts
    .map((from) => minimise(cost, from))
    .reduce((one, other) => (other.value < one.value ? other : one));
  return describe(series, seasonality, parametersOf(best.at), start);
}

/** Follows a series with parameters that are given. */
export function holtWintersWith(
  series: readonly number[],
  seasonality: Seasonality,
  parameters: HoltWintersParameters,
): HoltWintersFit | null {
  const start = series.length < fewestForHoltWinters ? null : startOf(series, seasonality);
  return start === null ? null : describe(series, seasonality, parameters, start);
}

/** A series that is followed value by value. It changes in place, as searches and simulations follow series many thousand times. */
export class Smoother {
  private level: number;
  private slope: number;
  private readonly seasons: Float64Array;
  private place = 0;

  constructor(
    start: HoltWintersState,
    private readonly seasonality: Seasonality,
    private readonly parameters: HoltWintersParameters,
  ) {
    this.level = start.level;
    this.slope = start.slope;
    this.seasons = Float64Array.from(start.seasons);
  }

  /** What is expected to come next. */
  next(): number {
    const trend = this.level + this.slope;
    return this.seasonality === 'additive' ? trend + this.season : trend * this.season;
  }

  /** Moves on by a month, in which a value came. */
  take(value: number): void {
    const { alpha, beta, gamma } = this.parameters;
    const { level, slope, season } = this;
    const isAdditive = this.seasonality === 'additive';
    this.level = alpha * (isAdditive ? value - season : value / season) + (1 - alpha) * (level + slope);
    this.slope = beta * (this.level - level) + (1 - beta) * slope;
    const ofMonth = isAdditive ? value - this.level : value / this.level;
    this.seasons[this.place] = gamma * ofMonth + (1 - gamma) * season;
    this.place = (this.place + 1) % seasonLength;
  }

  get state(): HoltWintersState {
    const seasons = [...this.seasons.subarray(this.place), ...this.seasons.subarray(0, this.place)];
    return { level: this.level, slope: this.slope, seasons };
  }

  /** Of the month to come. */
  private get season(): number {
    return this.seasons[this.place] ?? 0;
  }
}

/** The search begins where R's does, and at a slower and a faster place, as there may be several valleys. */
const starts = [
  [0.3, 0.1, 0.1],
  [0.1, 0.02, 0.5],
  [0.6, 0.1, 0.9],
].map((values) => values.map(angleOf));

/** Numbers without bounds stand for shares from 0 to 1, both of which can be reached. */
function shareOf(angle: number): number {
  return Math.sin(angle) ** 2;
}

function angleOf(share: number): number {
  return Math.asin(Math.sqrt(share));
}

function parametersOf(at: readonly number[]): HoltWintersParameters {
  const [alpha = 0, beta = 0, gamma = 0] = at.map(shareOf);
  return { alpha, beta, gamma };
}

function startOf(series: readonly number[], seasonality: Seasonality): HoltWintersState | null {
  const first = series.slice(0, fewestForHoltWinters);
  const seasons = seasonalIndices(first, seasonality);
  if (seasons === null) return null;
  const trend = centredMean(first).flatMap((value) => value ?? []);
  const places = trend.map((_, index) => index + 1);
  const [place, value] = [meanOf(places), meanOf(trend)];
  const together = places.reduce((sum, at, index) => sum + (at - place) * ((trend[index] ?? 0) - value), 0);
  const slope = together / sumOfSquares(places.map((at) => at - place));
  return { level: value - slope * place, slope, seasons };
}

/** From the second year on, as the first one made the start. */
function follow(
  series: readonly number[],
  seasonality: Seasonality,
  parameters: HoltWintersParameters,
  start: HoltWintersState,
): {
  readonly state: HoltWintersState;
  readonly errors: readonly number[];
  readonly forecasts: readonly number[];
} {
  const smoother = new Smoother(start, seasonality, parameters);
  const followed = series.slice(seasonLength);
  const forecasts = followed.map((value) => {
    const forecast = smoother.next();
    smoother.take(value);
    return forecast;
  });
  const errors = followed.map((value, index) => value - (forecasts[index] ?? 0));
  return { state: smoother.state, errors, forecasts };
}

function squaredErrors(
  series: readonly number[],
  seasonality: Seasonality,
  parameters: HoltWintersParameters,
  start: HoltWintersState,
): number {
  const smoother = new Smoother(start, seasonality, parameters);
  let sum = 0;
  for (let month = seasonLength; month < series.length; month += 1) {
    const value = series[month] ?? 0;
    sum += (value - smoother.next()) ** 2;
    smoother.take(value);
  }
  return sum;
}

function describe(
  series: readonly number[],
  seasonality: Seasonality,
  parameters: HoltWintersParameters,
  start: HoltWintersState,
): HoltWintersFit {
  const { state, errors, forecasts } = follow(series, seasonality, parameters, start);
  const scales = seasonality === 'additive' ? errors.map(() => 1) : forecasts.map(Math.abs);
  const scaled = errors.map((error, index) => error / (scales[index] ?? 1));
  const free = Math.max(1, errors.length - smoothed);
  return {
    method: 'holt_winters',
    seasonality,
    parameters,
    state,
    errors,
    deviation: Math.sqrt(sumOfSquares(scaled) / free),
    aic: likelihoodTerm(scaled, scales) + 2 * estimated,
  };
}

/**
 * Twice the negative logarithm of the likelihood of normal errors, less a constant (Hyndman, Koehler, Ord & Snyder 2008, Forecasting
 * with Exponential Smoothing, equation 5.3).
 */
function likelihoodTerm(scaled: readonly number[], scales: readonly number[]): number {
  const logScales = scales.reduce((sum, scale) => sum + Math.log(scale), 0);
  return scaled.length * Math.log(sumOfSquares(scaled) / scaled.length) + 2 * logScales;
}
