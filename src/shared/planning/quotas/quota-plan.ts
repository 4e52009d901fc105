import { z } from 'zod';
import type { IncentivePlan } from '../../incentives/incentive-plan';
import { quotaMeasures } from '../../model/dataset';
import { type NamedRange, periodsWithin } from '../../model/period';
import { type Employment, usualRamp } from '../ramped-capacity';
import { type MonthWeights, spreadWays } from '../spread-weights';

export const planSteps = ['month', 'quarter'] as const;
export type PlanStep = (typeof planSteps)[number];

/** What does not follow the total: a rep's quota of one period, or, where `period` is null, of the whole plan. */
const lockSchema = z.object({
  rep: z.string(),
  period: z.string().nullable(),
  amount: z.number().min(0),
});
export type QuotaLock = z.infer<typeof lockSchema>;

/** A plan of quotas that is being worked on: what its amounts follow from, not the amounts. */
export const quotaPlanSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  step: z.enum(planSteps),
  measure: z.enum(quotaMeasures),
  /** In the measure's unit: currency, pieces or deals. */
  total: z.number().min(0),
  way: z.enum(spreadWays),
  /** Whether months weigh as their season has it. */
  seasonal: z.boolean(),
  /** What quotas are whole multiples of. */
  unit: z.number().min(0.01),
  /** Shares of full productivity by month since a rep's start. */
  ramp: z
    .array(z.number().min(0).max(1))
    .max(24)
    .default([...usualRamp]),
  locks: z.array(lockSchema).default([]),
});
export type QuotaPlan = z.infer<typeof quotaPlanSchema>;

/** A rep as a plan sees one: when employed, and what each month of the past came to. */
export interface PlannedRep extends Employment {
  readonly name: string;
  readonly team: string;
  /** What the plan's measure came to in each calendar month from the first to the last that the data reach, by `YYYY-MM`. */
  readonly months: ReadonlyMap<string, number>;
}

/** What a plan stands on. */
export interface QuotaPlanBase {
  readonly reps: readonly PlannedRep[];
  /** The calendar months that the data reach to the end, in order; the open month is not among them. */
  readonly wholeMonths: readonly string[];
  /** The last day that anything is known of; null without data. */
  readonly asOf: string | null;
  /** Null where it cannot be told. */
  readonly season: MonthWeights | null;
  readonly incentivePlans: readonly IncentivePlan[];
  readonly fiscalYearStart: number;
}

/** The plan's columns. */
export function planPeriods({
  from,
  to,
  step,
}: Pick<QuotaPlan, 'from' | 'to' | 'step'>): readonly NamedRange[] {
  return periodsWithin({ from, to }, step, 1);
}
