import type { KpiResult } from '@shared/ipc/kpi';
import { builtInKpis } from '@shared/kpi/catalogue';
import { exactSum } from '@shared/kpi/exact-sum';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorkspace } from './any-workspace.fixture';
import { kpiWorkspace } from './kpi-workspace.fixture';

const year = { from: '2026-01-01', to: '2026-12-31' };

/** Every sum and ratio of the catalogue, in each of its ways, by each of its dimensions. */
const questions = builtInKpis.flatMap(({ id, formulas, dimensions }) =>
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
      fc.asyncProperty(anyWorkspace, async (rows) => {
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
