import { z } from 'zod';
import { salesMethods } from '../forecast/sales-model';
import { kpiFilterSchema } from './kpi';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

const figure = z.number().nullable();
const outlookSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
const monthRevenueSchema = z.object({ key: z.string(), revenue: z.number() });
const accuracySchema = z.object({ mape: figure, mase: figure });

/** See `shared/forecast/progress-forecast.ts`. */
export const progressForecastSchema = z.object({
  asOf: z.iso.date(),
  openMonth: z.string(),
  year: z.object({ key: z.string(), from: z.iso.date(), to: z.iso.date() }),
  before: z.array(monthRevenueSchema).readonly(),
  months: z
    .array(
      z.object({
        key: z.string(),
        actual: figure,
        isComplete: z.boolean(),
        growth: figure,
        yearGrowth: figure,
        seasonalIndex: figure,
        target: figure,
        forecast: outlookSchema.nullable(),
        cumulative: figure,
        cumulativeTarget: figure,
        cumulativeForecast: outlookSchema.nullable(),
      }),
    )
    .readonly(),
  runRate: z.object({ value: z.number(), daysDone: z.number(), days: z.number() }).nullable(),
  yearEnd: z.object({ outlook: outlookSchema, target: figure, chance: figure }).nullable(),
  model: z
    .object({
      method: z.enum(salesMethods),
      seasonality: z.enum(['additive', 'multiplicative']).nullable(),
      parameters: z.record(z.string(), z.number()).readonly(),
      months: z.number().int(),
      aic: z.object({ additive: figure, multiplicative: figure }).nullable(),
    })
    .nullable(),
  backtest: z
    .object({
      origins: z.number().int(),
      forecasts: z.number().int(),
      model: accuracySchema,
      naive: accuracySchema,
    })
    .nullable(),
});

const attainmentRowSchema = z.object({
  key: z.string(),
  quota: figure,
  booked: z.number(),
  openDeals: z.number().int(),
  openAmount: z.number(),
  expected: z.number(),
  expectedNew: z.number(),
  forecast: z.number(),
  low: z.number(),
  high: z.number(),
  attainment: figure,
  attainmentLow: figure,
  attainmentHigh: figure,
  chance: figure,
});

/** See `shared/forecast/attainment-forecast.ts`. */
export const attainmentForecastSchema = z.object({
  asOf: z.iso.date(),
  from: z.iso.date(),
  to: z.iso.date(),
  daysToCome: z.number().int(),
  oddsBy: z.enum(['stage', 'age', 'win_rate', 'nothing']),
  total: attainmentRowSchema,
  rows: z.array(attainmentRowSchema).readonly(),
});

export const forecastOperations = {
  /** The open month and the rest of its fiscal year; null in a workspace without revenue. */
  'forecast.progress': operation(
    z.object({ filter: kpiFilterSchema.default({}) }),
    z.object({ forecast: progressForecastSchema.nullable() }),
  ),
  /** The period asked for or, where it is over, the quarter that is open; null in a workspace without deals. */
  'forecast.attainment': operation(
    dateRangeSchema.extend({ filter: kpiFilterSchema.default({}) }),
    z.object({ forecast: attainmentForecastSchema.nullable() }),
  ),
};
