import { z } from 'zod';
import { readText } from './filled-workspace';

const byName = z.record(z.string(), z.number());
const ofQuarter = z.object({ reps_at_quota: z.number(), quota_attainment: z.number(), reps: z.number() });

/** What of `data/answers.json` the KPIs of this folder's tests must come to. */
export const answers = z
  .object({
    crm: z.object({
      rows: z.number(),
      stages: byName,
      won: z.number(),
      lost: z.number(),
      bookings: z.number(),
      average_deal_size: z.number(),
      win_rate_closed: z.number(),
      sales_cycle_length_days: z.number(),
      sales_cycle_median_days: z.number(),
      bookings_by_month: byName,
      bookings_by_rep: byName,
      win_rate_by_rep: byName,
      bookings_by_manager: byName,
      bookings_by_region: byName,
      bookings_by_product_as_written: byName,
      flat_quota_90000_per_quarter_for_each_rep_with_deals: z.record(z.string(), ofQuarter),
    }),
    telco: z.object({
      rows: z.number(),
      churned: z.number(),
      churn_rate: z.number(),
      by_contract: byName,
      monthly_revenue_churn: z.number(),
    }),
    cdnow: z.object({
      rows: z.number(),
      customers: z.number(),
      revenue: z.number(),
      average_purchase_value_per_row: z.number(),
      purchases_per_customer: z.number(),
      mean_lifespan_days_first_to_last: z.number(),
      repeat_purchase_rate_rows: z.number(),
      published: z.object({
        bgnbd: z.object({
          r: z.number(),
          alpha: z.number(),
          a: z.number(),
          b: z.number(),
          log_likelihood: z.number(),
        }),
        gamma_gamma: z.object({ p: z.number(), q: z.number(), v: z.number() }),
      }),
    }),
    retail_price: z.object({
      revenue: z.number(),
      quantity: z.number(),
      elasticity_by_product_monthly_rows: z.record(
        z.string(),
        z.object({ n: z.number(), elasticity: z.number().nullable(), r2: z.number().optional() }),
      ),
      price_index_last_month: z.record(
        z.string(),
        z.object({ month: z.string(), unit_price: z.number(), price_index: z.number() }),
      ),
    }),
  })
  .parse(JSON.parse(readText('answers.json')));
