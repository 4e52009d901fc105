import { z } from 'zod';
import { spreadWays } from '../planning/spread-weights';
import { correlationSchema, uncertaintySchema } from './simulation/uncertainty';

export const levers = [
  'quota',
  'price',
  'competitor_price',
  'volume',
  'leads',
  'conversion',
  'win_rate',
  'deal_size',
  'sales_cycle',
  'churn',
  'activity',
  'headcount',
] as const;
export type LeverId = (typeof levers)[number];

/** `spread` is for quotas alone: a new total of all in scope. */
export const operations = ['set', 'add', 'scale', 'spread'] as const;
export type Operation = (typeof operations)[number];

export const scopeDimensions = [
  'rep',
  'team',
  'region',
  'product',
  'category',
  'segment',
  'competitor',
  'source',
  'period',
] as const;
export type ScopeDimension = (typeof scopeDimensions)[number];

/** All dimensions named must match; in a dimension any of its names. An empty scope is everything. */
export const scopeSchema = z.partialRecord(z.enum(scopeDimensions), z.array(z.string()));
export type Scope = z.infer<typeof scopeSchema>;

export const adjustmentSchema = z
  .object({
    id: z.string().min(1),
    lever: z.enum(levers),
    where: scopeSchema.default({}),
    op: z.enum(operations),
    value: z.number().finite(),
    /**
     * How volume or deals answer, as a power of the change. Of `price`, ε: q₁ = q₀·(p₁/p₀)^ε; null or absent: estimated from the
     * workspace's own orders. Of `competitor_price`, η: q₁ = q₀·(c₁/c₀)^η; null or absent: −ε of the product. Of `activity`: deals
     * × (a₁/a₀)^e; null or absent: deals stay.
     */
    elasticity: z.number().finite().nullish(),
    /** Of `spread`: by what the total is shared out; equal where it is absent. */
    method: z.enum(spreadWays).optional(),
    /** Of `headcount`: the first day with, or without, the reps; the period's first where it is absent. */
    date: z.iso.date().optional(),
    /**
     * Of `headcount` and of a `spread` by capacity: the share of full productivity in each month since a rep's start, full from then
     * on. The usual ramp where it is absent.
     */
    ramp: z.array(z.number().min(0).max(1)).max(60).optional(),
    /** False: left out of the reckoning, but kept. */
    enabled: z.boolean().default(true),
    /** Solvers leave a locked adjustment alone. */
    locked: z.boolean().default(false),
  })
  .refine(({ lever, op }) => op !== 'spread' || lever === 'quota', { path: ['op'] });
export type Adjustment = z.infer<typeof adjustmentSchema>;

/** What an adjustment makes of a value; of a spread, which is of a total, the total. */
export function changed(value: number, { op, value: by }: Pick<Adjustment, 'op' | 'value'>): number {
  switch (op) {
    case 'set':
    case 'spread':
      return by;
    case 'add':
      return value + by;
    case 'scale':
      return value * by;
  }
}

export const scenarioSchema = z.object({
  name: z.string().trim().min(1).max(200),
  description: z.string().default(''),
  /** The name of the scenario that this one starts from, or null for the data. */
  base: z.string().nullable().default(null),
  from: z.iso.date(),
  to: z.iso.date(),
  adjustments: z.array(adjustmentSchema).default([]),
  /** Put away: not listed unless asked for. Those that start from it still do. */
  archived: z.boolean().default(false),
  /** How sure its values are, for simulations. */
  uncertainty: z.array(uncertaintySchema).optional(),
  /** How its unsure values hang together; others do not. */
  correlations: z.array(correlationSchema).optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
