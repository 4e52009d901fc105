import { fewestForHoltWinters, fitHoltWinters, type HoltWintersFit, Smoother } from './holt-winters';
import { seasonLength } from './monthly-series';
import type { Seasonality } from './seasonal-index';
import {
  type ExponentialSmoothing,
  fewestForSeasonalGrowth,
  fewestForSmoothing,
  fitExponentialSmoothing,
  fitSeasonalGrowth,
  type SeasonalGrowth,
} from './short-history';

export type SalesModel = HoltWintersFit | SeasonalGrowth | ExponentialSmoothing;
export const salesMethods = ['holt_winters', 'seasonal_growth', 'exponential_smoothing'] as const;
export type SalesMethod = (typeof salesMethods)[number];

/** Months of history from which each method is taken. */
export const fewestMonths: Readonly<Record<SalesMethod, number>> = {
  holt_winters: fewestForHoltWinters,
  seasonal_growth: fewestForSeasonalGrowth,
  exponential_smoothing: fewestForSmoothing,
};

/**
 * The model of a monthly series: Holt-Winters from two years on, additive or multiplicative by the lower AIC; with less, a simpler
 * one. Null for fewer than four months.
 */
export function chooseModel(series: readonly number[]): SalesModel | null {
  return betterOf(fitBoth(series)) ?? fitSeasonalGrowth(series) ?? fitExponentialSmoothing(series);
}

/** Holt-Winters in both kinds, to be compared; null where a kind cannot be fitted. */
export function fitBoth(series: readonly number[]): Readonly<Record<Seasonality, HoltWintersFit | null>> {
  return {
    additive: fitHoltWinters(series, 'additive'),
    multiplicative: fitHoltWinters(series, 'multiplicative'),
  };
}

function betterOf({
  additive,
  multiplicative,
}: Readonly<Record<Seasonality, HoltWintersFit | null>>): HoltWintersFit | null {
  if (additive === null || multiplicative === null) return additive ?? multiplicative;
  return multiplicative.aic < additive.aic ? multiplicative : additive;
}

/** The next months, none below 0. */
export function pointForecast(model: SalesModel, months: number): readonly number[] {
  return pathOf(model, months, () => 0);
}

/**
 * One way in which the next months may come, each with a random error of the model's deviation that the months after it follow. With
 * no noise, the forecast itself.
 */
export function pathOf(model: SalesModel, months: number, noise: () => number): readonly number[] {
  switch (model.method) {
    case 'holt_winters':
      return holtWintersPath(model, months, noise);
    case 'seasonal_growth':
      return Array.from({ length: months }, (_, month) => {
        const expected =
          (model.lastYear[month % seasonLength] ?? 0) *
          model.growth ** (Math.floor(month / seasonLength) + 1);
        return atLeastNothing(expected * (1 + model.deviation * noise()));
      });
    case 'exponential_smoothing': {
      let { level } = model;
      return Array.from({ length: months }, () => {
        const error = model.deviation * noise();
        const value = level + error;
        level += model.alpha * error;
        return atLeastNothing(value);
      });
    }
  }
}

function holtWintersPath(model: HoltWintersFit, months: number, noise: () => number): readonly number[] {
  const { seasonality, parameters, deviation } = model;
  const smoother = new Smoother(model.state, seasonality, parameters);
  return Array.from({ length: months }, () => {
    const expected = smoother.next();
    const scale = seasonality === 'additive' ? 1 : Math.abs(expected);
    const value = expected + deviation * scale * noise();
    smoother.take(value);
    return atLeastNothing(value);
  });
}

function atLeastNothing(value: number): number {
  return Number.isFinite(value) ? Math.max(0, value) : 0;
}
