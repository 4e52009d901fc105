import type { KpiResult } from '@shared/ipc/kpi';
import { kpiCatalogue } from '@shared/kpi/catalogue';
import { exactSum } from '@shared/kpi/exact-sum';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpiWorkspace, type TypedRows } from './kpi-workspace.fixture';

const year = { from: '2026-01-01', to: '2026-12-31' };

const day = fc
  .date({ min: new Date('2025-11-01T00:00:00Z'), max: new Date('2027-01-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cents = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100);
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 4 });
const rep = maybe(fc.constantFrom('Anna', 'Bo', 'Cy'));
const product = maybe(fc.constantFrom('Chair', 'Lamp'));
const customer = maybe(fc.constantFrom('Acme', 'Beta', 'Core'));

const workspaces: fc.Arbitrary<TypedRows> = fc.record({
  reps: fc.constant([
    { name: 'Anna', team: 'North', region: 'Oslo' },
    { name: 'Bo', team: 'North' },
    { name: 'Cy', region: 'Bergen' },
  ]),
  products: fc.constant([{ name: 'Chair', category: 'Furniture', unit_cost: 3 }, { name: 'Lamp' }]),
  customers: fc.constant([
    { name: 'Acme', segment: 'Large', region: 'Oslo' },
    { name: 'Beta', segment: 'Small' },
    { name: 'Core' },
  ]),
  orders: fc.array(
    fc.record({
      ordered_on: day,
      rep,
      product,
      customer,
      amount: cents,
      quantity: maybe(fc.integer({ min: 1, max: 9 })),
      discount: maybe(cents),
      cost: maybe(cents),
    }),
    { maxLength: 15 },
  ),
  opportunities: fc.array(
    fc.record({
      stage: fc.constantFrom('Won', 'Lost', 'Proposal'),
      created_on: day,
      closed_on: day,
      amount: maybe(cents),
      rep,
      product,
      customer,
      lead_source: maybe(fc.constantFrom('Web', 'Fair')),
    }),
    { maxLength: 15 },
  ),
  leads: fc.array(
    fc.record({
      created_on: day,
      converted_on: maybe(day),
      status: maybe(fc.constantFrom('Open', 'Kunde')),
      source: maybe(fc.constantFrom('Web', 'Fair')),
      rep,
    }),
    { maxLength: 10 },
  ),
  activities: fc.array(
    fc.record({
      date: day,
      rep: fc.constantFrom('Anna', 'Bo'),
      type: fc.constantFrom('call', 'email', 'meeting'),
      count: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 10 },
  ),
});

/** Every sum and ratio of the catalogue, in each of its ways, by each of its dimensions. */
const questions = kpiCatalogue.flatMap(({ id, formulas, dimensions }) =>
  formulas.flatMap(({ basis, formula }) =>
    formula.kind === 'computed'
      ? []
      : dimensions.map((by) => ({ kpis: [id], basis: basis ?? undefined, by, formula })),
  ),
);

function sumOf({ rows }: KpiResult, part: 'numerator' | 'denominator'): number {
  return exactSum(rows.map((row) => row[part] ?? 0));
}

function expectWholeOfParts(result: KpiResult, kind: 'sum' | 'ratio', what: string): void {
  const [numerator, denominator] = [sumOf(result, 'numerator'), sumOf(result, 'denominator')];
  expect(result.numerator ?? 0, what).toBeCloseTo(numerator, 6);
  expect(result.denominator ?? 0, what).toBeCloseTo(denominator, 6);
  if (result.numerator === null || (kind === 'ratio' && denominator === 0))
    expect(result.value, what).toBeNull();
  else expect(result.value, what).toBeCloseTo(kind === 'sum' ? numerator : numerator / denominator, 6);
}

describe('the total of a KPI that sums rows, or divides such sums', () => {
  it('is the sum of the parts’ numerators ÷ the sum of their denominators, for every dimension', async () => {
    await fc.assert(
      fc.asyncProperty(workspaces, async (rows) => {
        const { kpis } = await kpiWorkspace(rows);
        for (const { formula, ...question } of questions) {
          const [result] = kpis.evaluate({ ...year, ...question });
          const what = `${question.kpis} ${question.basis} ${question.by}`;
          if (!result) throw new Error(what);
          expectWholeOfParts(result, formula.kind, what);
        }
      }),
      { numRuns: 15 },
    );
  });
});
