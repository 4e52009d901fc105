import fc from 'fast-check';
import { spreadWays } from '../planning/spread-weights';
import { leverDeclarations } from './lever';
import { type Adjustment, type LeverId, levers, operations, type Scope } from './scenario';
import { competitors, products, reps, segments, sources, teams } from './scenario-base.fixture';

const names = (list: readonly string[]) =>
  fc.option(fc.subarray([...list], { minLength: 1 }), { nil: undefined });

const dimensions = {
  rep: names(reps),
  team: names([...new Set(teams)]),
  region: fc.constant(undefined),
  product: names(products),
  category: names(['All']),
  segment: names(segments),
  competitor: names(competitors),
  source: names(sources),
  period: names(['2026-01', '2026-02', '2026-Q1', '2026']),
} as const;

/** Scopes that a lever can have. */
export function scopesOf(lever: LeverId): fc.Arbitrary<Scope> {
  const own = leverDeclarations[lever].dimensions.map(
    (dimension) => [dimension, dimensions[dimension]] as const,
  );
  return fc.record(Object.fromEntries(own), { requiredKeys: [] }) as fc.Arbitrary<Scope>;
}

export function adjustmentsOf(lever: LeverId): fc.Arbitrary<Adjustment> {
  const ops = operations.filter((op) => leverDeclarations[lever].operations.includes(op));
  return fc.record({
    id: fc.string({ minLength: 1 }),
    lever: fc.constant(lever),
    where: scopesOf(lever),
    op: fc.constantFrom(...ops),
    value: fc.double({ min: 0.1, max: 3, noNaN: true }),
    elasticity: fc.option(fc.double({ min: -3, max: 1, noNaN: true })),
    method: fc.constantFrom(...spreadWays),
    date: fc.constantFrom('2026-01-01', '2026-02-15', '2026-03-01'),
    ramp: fc.constantFrom([], [0.25, 0.5, 0.75]),
    enabled: fc.boolean(),
    locked: fc.boolean(),
  });
}

/** Any adjustment of any lever, within what the lever can be told. */
export const adjustments: fc.Arbitrary<Adjustment> = fc.constantFrom(...levers).chain(adjustmentsOf);

/** Each with an id of its own. */
export const adjustmentLists: fc.Arbitrary<readonly Adjustment[]> = fc
  .array(adjustments, { maxLength: 6 })
  .map((list) => list.map((own, index) => ({ ...own, id: `${index}` })));
