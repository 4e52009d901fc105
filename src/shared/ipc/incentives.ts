import { z } from 'zod';
import { type StoredPlan, writtenPlanSchema } from '../incentives/incentive-plan';
import type { PayoutStep } from '../incentives/work-out-payout';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

const payoutSchema = z.object({
  rep: z.string(),
  team: z.string(),
  plan: z.string(),
  baseRate: z.number(),
  /** The payout period, which ends in the range that was asked for. */
  period: z.string(),
  bookings: z.number(),
  quota: z.number().nullable(),
  attainment: z.number().nullable(),
  earned: z.number(),
  draw: z.number(),
  payout: z.number(),
  carriedForward: z.number(),
  steps: z.array(z.custom<PayoutStep>()),
});
export type PayoutRow = z.infer<typeof payoutSchema>;

export const incentiveOperations = {
  'incentive.list': operation(z.object({}), z.object({ plans: z.array(z.custom<StoredPlan>()) })),
  /** Without an id it is a new plan. */
  'incentive.save': operation(
    z.object({ id: z.number().int().nullable(), plan: writtenPlanSchema }),
    z.custom<StoredPlan>(),
  ),
  'incentive.remove': operation(z.object({ id: z.number().int() }), z.object({})),
  'incentive.payouts': operation(dateRangeSchema, z.object({ payouts: z.array(payoutSchema) })),
};
