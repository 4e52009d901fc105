import { z } from 'zod';
import { targetStatuses } from '../model/target';
import type { GoalEvidence } from '../planning/goal-evidence';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

const shareSchema = z.object({ count: z.number(), of: z.number() });
const comparedShareSchema = z.object({
  rep: shareSchema,
  team: shareSchema,
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  differs: z.enum(['above', 'below']).nullable(),
});
const comparedStepSchema = comparedShareSchema.extend({
  /** The stage that is reached; empty for the step from lead to customer. */
  name: z.string(),
  gap: z.number().nullable(),
  lost: z.number(),
});
const judgedSchema = z.object({ target: z.number().nullable(), status: z.enum(targetStatuses) });
const quotientSchema = z.object({
  value: z.number().nullable(),
  result: z.number().nullable(),
  quota: z.number().nullable(),
});

/** What a manager and a rep talk about, for one period. Values are null where there is nothing to divide by or no data. */
export const oneToOneSchema = z.object({
  rep: z.object({
    name: z.string(),
    team: z.string(),
    region: z.string(),
    manager: z.string(),
    startedOn: z.string(),
  }),
  /** Reps of the team in the period, this one among them; of all where the rep has no team or is alone in it. */
  group: z.object({ kind: z.enum(['team', 'all']), reps: z.number().int() }),
  quota: quotientSchema.extend({
    ...judgedSchema.shape,
    /** In what the quota is counted: money, or something else such as deals or units. */
    unit: z.enum(['money', 'number']),
    /** What the quota stands on, as the rep's goal; null for quotas of anything but bookings or revenue. */
    evidence: z.custom<GoalEvidence>().nullable(),
    /** At most the last 12 months up to the period's end. */
    months: z.array(quotientSchema.extend({ month: z.string() })),
  }),
  /** By KPI: the rep's number beside the median of the reps in the group. */
  activity: z.array(
    judgedSchema.extend({ kpi: z.string(), value: z.number().nullable(), median: z.number().nullable() }),
  ),
  /** By KPI, such as the win rate. */
  conversion: z.array(comparedShareSchema.extend({ kpi: z.string(), ...judgedSchema.shape })),
  /** Median days from creating to winning a deal. */
  cycle: z.object({
    median: z.number().nullable(),
    deals: z.number(),
    teamMedian: z.number().nullable(),
    teamDeals: z.number(),
  }),
  dealSize: judgedSchema.extend({
    value: z.number().nullable(),
    deals: z.number(),
    team: z.number().nullable(),
  }),
  pipeline: z.object({
    amount: z.number().nullable(),
    deals: z.number().nullable(),
    /** Of the reps in the group. */
    medianAmount: z.number().nullable(),
    /** Open pipeline ÷ what is missing of the quota. */
    coverage: z.number().nullable(),
  }),
  skill: z.object({
    steps: z.array(comparedStepSchema),
    worst: comparedStepSchema.nullable(),
    largest: comparedStepSchema.nullable(),
  }),
});
export type OneToOne = z.infer<typeof oneToOneSchema>;

export const oneToOneOperations = {
  /** The reps by team and name. */
  'oneToOne.reps': operation(
    z.object({}),
    z.object({ reps: z.array(z.object({ name: z.string(), team: z.string() })) }),
  ),
  'oneToOne.read': operation(dateRangeSchema.extend({ rep: z.string() }), oneToOneSchema),
};
