import { z } from 'zod';
import { correlationSchema, uncertaintySchema } from './simulation/uncertainty';

export const levers = ['quota', 'price', 'volume', 'deal_size', 'win_rate'] as const;
export type LeverId = (typeof levers)[number];

export const operations = ['set', 'add', 'scale'] as const;
export type Operation = (typeof operations)[number];

export const scopeDimensions = ['rep', 'team', 'region', 'product', 'category', 'segment', 'period'] as const;
export type ScopeDimension = (typeof scopeDimensions)[number];

/** All dimensions named must match; in a dimension any of its names. An empty scope is everything. */
export const scopeSchema = z.partialRecord(z.enum(scopeDimensions), z.array(z.string()));
export type Scope = z.infer<typeof scopeSchema>;

export const adjustmentSchema = z.object({
  id: z.string().min(1),
  lever: z.enum(levers),
  where: scopeSchema.default({}),
  op: z.enum(operations),
  value: z.number().finite(),
  /** ε of a price lever: volume answers q₁ = q₀·(p₁/p₀)^ε. Null or absent: estimated from the workspace's own orders. */
  elasticity: z.number().finite().nullish(),
  /** False: left out of the reckoning, but kept. */
  enabled: z.boolean().default(true),
  /** Solvers leave a locked adjustment alone. */
  locked: z.boolean().default(false),
});
export type Adjustment = z.infer<typeof adjustmentSchema>;

/** What an adjustment makes of a value. */
export function changed(value: number, { op, value: by }: Adjustment): number {
  switch (op) {
    case 'set':
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
  /** How sure its values are, for simulations. */
  uncertainty: z.array(uncertaintySchema).optional(),
  /** How its unsure values hang together; others do not. */
  correlations: z.array(correlationSchema).optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
