import { z } from 'zod';

export const payoutPeriods = ['month', 'quarter', 'year'] as const;
export type PayoutPeriod = (typeof payoutPeriods)[number];

export const planScopes = ['all', 'team', 'rep'] as const;
export type PlanScope = (typeof planScopes)[number];

const rate = z.number().min(-1).max(10);
const amount = z.number();

const tierSchema = z
  .object({
    /** Attainment, a fraction of the quota, from which on the tier's rate counts: 0.8 is 80 %. */
    from: z.number(),
    /** Up to where it counts. May be left out; where it is given, the next tier must begin there. */
    to: z.number().nullish(),
    /** Of the bookings in the tier; a fraction. */
    rate: rate.optional(),
    /** In place of a rate: how many times the base rate. */
    accelerator: z.number().optional(),
  })
  .refine((tier) => (tier.rate === undefined) !== (tier.accelerator === undefined), { path: ['rate'] });

/** An incentive plan as it is written in a file; see `readPlan`. */
export const writtenPlanSchema = z.object({
  name: z.string().trim().max(100),
  scope: z.enum(planScopes).default('all'),
  /** Teams or reps, by the scope; none for `all`. */
  names: z.array(z.string()).default([]),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  payoutPeriod: z.enum(payoutPeriods).default('quarter'),
  baseRate: rate,
  tiers: z.array(tierSchema).max(20).default([]),
  bonuses: z
    .array(z.object({ of: z.enum(['rep', 'team']), from: z.number(), amount }))
    .max(20)
    .default([]),
  cap: amount.nullable().default(null),
  draw: z.object({ amount, recoverable: z.boolean() }).nullable().default(null),
  roundTo: z.number().default(1),
});
export type WrittenPlan = z.input<typeof writtenPlanSchema>;

/** A rate that counts from an attainment on, up to the next tier's. */
export interface IncentiveTier {
  readonly from: number;
  readonly rate: number;
}

/** What is paid once the attainment of the rep, or of the rep's team, reaches `from`. */
export interface IncentiveBonus {
  readonly of: 'rep' | 'team';
  readonly from: number;
  readonly amount: number;
}

/** How reps are paid for what they sell. Rates and attainments are fractions; amounts are for one payout period. */
export interface IncentivePlan {
  readonly name: string;
  readonly scope: PlanScope;
  readonly names: readonly string[];
  /** The first and the last day on which a payout can fall under the plan; null where it is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly payoutPeriod: PayoutPeriod;
  /** Of all bookings below the first tier; of all bookings where there is no quota. */
  readonly baseRate: number;
  readonly tiers: readonly IncentiveTier[];
  readonly bonuses: readonly IncentiveBonus[];
  /** The most that is earned; null where there is none. */
  readonly cap: number | null;
  /** What has been paid in advance. What is not earned of a recoverable one is carried to the next payout. */
  readonly draw: { readonly amount: number; readonly recoverable: boolean } | null;
  /** Payouts are whole multiples of it, in currency units: 1, or 0.01 for cents. */
  readonly roundTo: number;
}

export type StoredPlan = IncentivePlan & { readonly id: number };

/** An accelerator times the base rate, without the last bits that the product of two decimals brings. */
const rateDigits = 12;

/** A plan as it is written, with each tier's rate in numbers. */
export function planOf(written: z.output<typeof writtenPlanSchema>): IncentivePlan {
  return {
    ...written,
    tiers: written.tiers.map(({ from, rate: own, accelerator = 1 }) => ({
      from,
      rate: own ?? Number((written.baseRate * accelerator).toPrecision(rateDigits)),
    })),
  };
}
