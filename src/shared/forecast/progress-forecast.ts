import { divide } from '../kpi/figure';
import { quantile } from '../kpi/quantile';
import { addDays, addMonths, type DateRange, firstOfMonth, lastOfMonth } from '../model/calendar-date';
import { periodKeyOf, periodRange, periodsWithin } from '../model/period';
import { type Backtest, backtest } from './backtest';
import { normalNoise } from './normal-noise';
import {
  chooseModel,
  fitBoth,
  pathOf,
  pointForecast,
  type SalesMethod,
  type SalesModel,
} from './sales-model';
import { type Seasonality, seasonalIndices } from './seasonal-index';
import { workingDays } from './working-days';

export interface MonthRevenue {
  /** `2026-10` */
  readonly key: string;
  readonly revenue: number;
}

export interface ProgressInput {
  /** The last day on which anything is known to have happened. */
  readonly asOf: string;
  readonly fiscalYearStart: number;
  /** Without gaps, up to the month of `asOf`; the first is a whole one. */
  readonly months: readonly MonthRevenue[];
  /** The revenue target of a stretch, or null where none is set. */
  targetOf(range: DateRange): number | null;
}

/** A forecast and the bounds between which four of five outcomes lie. */
export interface Outlook {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A month of the fiscal year that holds the open month. */
export interface ProgressMonth {
  readonly key: string;
  /** Null for months to come; of the open month what there is so far. */
  readonly actual: number | null;
  readonly isComplete: boolean;
  /** Growth over the month before, and over the same month a year before; of complete months alone. */
  readonly growth: number | null;
  readonly yearGrowth: number | null;
  /** How the month of the year lies to the trend: see `seasonalIndices`. */
  readonly seasonalIndex: number | null;
  readonly target: number | null;
  readonly forecast: Outlook | null;
  /** From the fiscal year's start to the month's end. */
  readonly cumulative: number | null;
  readonly cumulativeTarget: number | null;
  readonly cumulativeForecast: Outlook | null;
}

export interface RunRate {
  readonly value: number;
  readonly daysDone: number;
  readonly days: number;
}

export interface ModelDescription {
  readonly method: SalesMethod;
  readonly seasonality: Seasonality | null;
  /** By the name that the method gives them. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Complete months that it was fitted to. */
  readonly months: number;
  readonly aic: Readonly<Record<Seasonality, number | null>> | null;
}

export interface ProgressForecast {
  readonly asOf: string;
  readonly openMonth: string;
  readonly year: { readonly key: string } & DateRange;
  /** The year before the fiscal year, as far as it is known. */
  readonly before: readonly MonthRevenue[];
  readonly months: readonly ProgressMonth[];
  /** Null where no working day of the open month has passed. */
  readonly runRate: RunRate | null;
  readonly yearEnd: {
    readonly outlook: Outlook;
    readonly target: number | null;
    readonly chance: number | null;
  } | null;
  /** Null where there are too few months for any. */
  readonly model: ModelDescription | null;
  readonly backtest: Backtest | null;
}

const paths = 2000;
const seed = 1;
const [low, high] = [0.1, 0.9];

/**
 * How the open month and the rest of its fiscal year will go, from the complete months before. The open month is that of `asOf`, or
 * the one after where no working day of it is left. No month ends below what it has already brought.
 */
export function forecastProgress(input: ProgressInput): ProgressForecast {
  const { asOf, fiscalYearStart } = input;
  const openMonth = openMonthAt(asOf);
  const openKey = openMonth.from.slice(0, 7);
  const complete = input.months.filter(({ key }) => key < openKey);
  const series = complete.map(({ revenue }) => revenue);
  const soFar = input.months.find(({ key }) => key === openKey)?.revenue ?? 0;
  const yearKey = periodKeyOf(openMonth.from, 'fiscal_year', fiscalYearStart);
  const year = periodRange(yearKey, fiscalYearStart) ?? openMonth;
  const keys = periodsWithin(year, 'month', fiscalYearStart).map(({ key }) => key);
  const ahead = keys.filter((key) => key >= openKey);
  const model = chooseModel(series);
  const outcomes = model === null ? null : outcomesOf(model, ahead.length, soFar);
  const months = monthsOf({ input, keys, openKey, complete, soFar, year, outcomes });
  return {
    asOf,
    openMonth: openKey,
    year: { key: yearKey, ...year },
    before: complete.filter(({ key }) => key < (keys[0] ?? '')).slice(-12),
    months,
    runRate: runRateOf(openMonth, asOf, soFar),
    yearEnd: yearEndOf(input, months, outcomes, year),
    model: model === null ? null : describe(model, series),
    backtest: backtest(series),
  };
}

/** The month that is not over yet as seen from a day. */
export function openMonthAt(asOf: string): DateRange {
  const rest = { from: addDays(asOf, 1), to: lastOfMonth(asOf) };
  const first = workingDays(rest) > 0 ? firstOfMonth(asOf) : addMonths(firstOfMonth(asOf), 1);
  return { from: first, to: lastOfMonth(first) };
}

/** What the open month comes to if its other working days bring as much as those so far. */
function runRateOf(month: DateRange, asOf: string, soFar: number): RunRate | null {
  const daysDone = workingDays({ from: month.from, to: asOf });
  const days = workingDays(month);
  return daysDone === 0 ? null : { value: (soFar / daysDone) * days, daysDone, days };
}

/** Of the months from the open one on: the forecasts, and many ways in which they may come. */
interface Outcomes {
  readonly points: readonly number[];
  readonly paths: readonly (readonly number[])[];
}

function outcomesOf(model: SalesModel, months: number, soFar: number): Outcomes {
  const noise = normalNoise(seed);
  const notBelow = (path: readonly number[]): readonly number[] =>
    path.map((value, month) => (month === 0 ? Math.max(value, soFar) : value));
  return {
    points: notBelow(pointForecast(model, months)),
    paths: Array.from({ length: paths }, () => notBelow(pathOf(model, months, noise))),
  };
}

function outlookOf(point: number, ways: readonly number[]): Outlook {
  const counted = ways.map((value) => ({ value, count: 1 }));
  return { value: point, low: quantile(counted, low) ?? point, high: quantile(counted, high) ?? point };
}

interface MonthsContext {
  readonly input: ProgressInput;
  readonly keys: readonly string[];
  readonly openKey: string;
  readonly complete: readonly MonthRevenue[];
  readonly soFar: number;
  readonly year: DateRange;
  readonly outcomes: Outcomes | null;
}

function monthsOf(context: MonthsContext): readonly ProgressMonth[] {
  const { input, keys, openKey, complete, soFar, year, outcomes } = context;
  const revenueOf = new Map(complete.map(({ key, revenue }) => [key, revenue]));
  const known = (key: string): number | null => (key === openKey ? soFar : (revenueOf.get(key) ?? null));
  const indices = seasonalIndices(complete.map(({ revenue }) => revenue));
  const firstMonth = Number(complete[0]?.key.slice(5) ?? 1);
  const sumUpTo = (count: number): number => sum(keys.slice(0, count).map((key) => known(key) ?? 0));
  const doneBefore = sumUpTo(keys.indexOf(openKey));
  return keys.map((key, place): ProgressMonth => {
    const range = { from: `${key}-01`, to: lastOfMonth(`${key}-01`) };
    const own = revenueOf.get(key) ?? null;
    const step = place - keys.indexOf(openKey);
    const isAhead = outcomes !== null && step >= 0;
    return {
      key,
      actual: known(key),
      isComplete: key < openKey,
      growth: growthOf(own, revenueOf.get(monthsEarlier(key, 1)) ?? null),
      yearGrowth: growthOf(own, revenueOf.get(monthsEarlier(key, 12)) ?? null),
      seasonalIndex: indices?.[(Number(key.slice(5)) - firstMonth + 12) % 12] ?? null,
      target: input.targetOf(range),
      forecast: isAhead
        ? outlookOf(
            outcomes.points[step] ?? 0,
            outcomes.paths.map((path) => path[step] ?? 0),
          )
        : null,
      cumulative: key > openKey ? null : sumUpTo(place + 1),
      cumulativeTarget: input.targetOf({ from: year.from, to: range.to }),
      cumulativeForecast: isAhead ? cumulativeOutlook(outcomes, doneBefore, step + 1) : null,
    };
  });
}

function cumulativeOutlook(outcomes: Outcomes, doneBefore: number, months: number): Outlook {
  const upTo = (path: readonly number[]): number => doneBefore + sum(path.slice(0, months));
  return outlookOf(upTo(outcomes.points), outcomes.paths.map(upTo));
}

function yearEndOf(
  input: ProgressInput,
  months: readonly ProgressMonth[],
  outcomes: Outcomes | null,
  year: DateRange,
): ProgressForecast['yearEnd'] {
  const outlook = months.at(-1)?.cumulativeForecast ?? null;
  if (outlook === null || outcomes === null) return null;
  const done = sum(months.filter(({ isComplete }) => isComplete).map(({ actual }) => actual ?? 0));
  const target = input.targetOf(year);
  const reaching = outcomes.paths.filter((path) => done + sum(path) >= (target ?? 0)).length;
  return { outlook, target, chance: target === null ? null : reaching / outcomes.paths.length };
}

function growthOf(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : divide(now - before, before);
}

function monthsEarlier(key: string, months: number): string {
  return addMonths(`${key}-01`, -months).slice(0, 7);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function describe(model: SalesModel, series: readonly number[]): ModelDescription {
  const common = { method: model.method, months: series.length };
  switch (model.method) {
    case 'holt_winters': {
      const { additive, multiplicative } = fitBoth(series);
      return {
        ...common,
        seasonality: model.seasonality,
        parameters: { ...model.parameters },
        aic: { additive: additive?.aic ?? null, multiplicative: multiplicative?.aic ?? null },
      };
    }
    case 'seasonal_growth':
      return { ...common, seasonality: null, parameters: { growth: model.growth }, aic: null };
    case 'exponential_smoothing':
      return { ...common, seasonality: null, parameters: { alpha: model.alpha }, aic: null };
  }
}
