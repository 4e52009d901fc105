import { z } from 'zod';

/** The numbers of an adjustment that may be unsure. */
export const uncertainFields = ['value', 'elasticity'] as const;
export type UncertainField = (typeof uncertainFields)[number];

export const distributions = ['fixed', 'uniform', 'triangular', 'normal', 'history'] as const;
export type DistributionKind = (typeof distributions)[number];

const which = { adjustment: z.string().min(1), field: z.enum(uncertainFields).default('value') };
const number = z.number().finite();

/** Other names under which spreadsheets and statistics packages write the same. */
const otherNames: Readonly<Record<string, string>> = {
  min: 'low',
  max: 'high',
  likely: 'mode',
  stdev: 'sd',
  stdDev: 'sd',
  std: 'sd',
  sigma: 'sd',
  deviation: 'sd',
};

function inOneForm(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const named = Object.entries(given).map(([name, value]) => [otherNames[name] ?? name, value] as const);
  const entry = Object.fromEntries(named);
  return /^from[ _-]?history$/i.test(String(entry.distribution))
    ? { ...entry, distribution: 'history' }
    : entry;
}

const knownUncertainty = z.discriminatedUnion('distribution', [
  /** As the lever says, or at another number. */
  z.object({ ...which, distribution: z.literal('fixed'), value: number.optional() }),
  z
    .object({ ...which, distribution: z.literal('uniform'), low: number, high: number })
    .refine(({ low, high }) => low <= high, { path: ['high'] }),
  z
    .object({ ...which, distribution: z.literal('triangular'), low: number, mode: number, high: number })
    .refine(({ low, mode, high }) => low <= mode && mode <= high, { path: ['mode'] }),
  /** Around the adjustment's own number where there is no mean. */
  z.object({ ...which, distribution: z.literal('normal'), mean: number.optional(), sd: number.min(0) }),
  /** Of the workspace's own months, or of values that are given. */
  z.object({ ...which, distribution: z.literal('history'), values: z.array(number).min(2).optional() }),
]);

/** How sure one number of an adjustment is. */
export const uncertaintySchema = z.preprocess(inOneForm, knownUncertainty);
export type Uncertainty = z.infer<typeof uncertaintySchema>;

/** How two unsure numbers hang together, by their keys: the correlation of the normals behind them. */
export const correlationSchema = z.object({
  between: z.tuple([z.string(), z.string()]),
  value: z.number().min(-1).max(1),
});
export type Correlation = z.infer<typeof correlationSchema>;

/** `a1.elasticity`: by what correlations, and people on the command line, name an unsure number. */
export function uncertaintyKey({ adjustment, field }: Pick<Uncertainty, 'adjustment' | 'field'>): string {
  return `${adjustment}.${field}`;
}
