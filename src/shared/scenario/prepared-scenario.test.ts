import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentLists } from './adjustments.fixture';
import { ScenarioEvaluator } from './evaluate-scenario';
import { scenarioBases } from './scenario-base.fixture';

function expectClose(found: number, expected: number | null, what: string): void {
  const value = expected ?? Number.NaN;
  if (Number.isNaN(value)) expect([what, found]).toEqual([what, Number.NaN]);
  else
    expect(Math.abs(found - value), `${what}: ${found}, ${value}`).toBeLessThanOrEqual(
      1e-7 * Math.max(1, Math.abs(value)),
    );
}

describe('a scenario that is made ready for many runs', () => {
  it('comes in each run to what it comes to when it is evaluated with the values of the run', () => {
    const values = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(scenarioBases, adjustmentLists, values, values, (base, list, first, second) => {
        const evaluator = new ScenarioEvaluator(base);
        const own = list.map((adjustment) => ({ ...adjustment }));
        const prepared = evaluator.prepare(own);
        for (const values of [first, second]) {
          for (const [index, adjustment] of own.entries()) adjustment.value = values[index] ?? 0;
          prepared.run();
        }
        const outcome = evaluator.evaluate(list.map((own, index) => ({ ...own, value: second[index] ?? 0 })));
        for (const [place, id] of prepared.kpiIds.entries()) {
          const { value } = outcome.kpis.find((kpi) => kpi.id === id) ?? { value: null };
          expectClose(prepared.kpis[place] ?? 0, value, id);
        }
        for (const { rep, attainment, isNew } of outcome.reps) {
          if (!isNew) expectClose(prepared.attainments[prepared.reps.indexOf(rep)] ?? 0, attainment, rep);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes drawn elasticities', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: -3, max: 0, noNaN: true }), (base, elasticity) => {
        const evaluator = new ScenarioEvaluator(base);
        const price = {
          id: 'p',
          lever: 'price',
          where: {},
          op: 'scale',
          value: 1.1,
          enabled: true,
          locked: false,
        } as const;
        const own = { ...price, elasticity: -1 };
        const prepared = evaluator.prepare([own], ['revenue']);
        own.elasticity = elasticity;
        prepared.run();
        const { kpis } = evaluator.evaluate([{ ...price, elasticity }]);
        expectClose(prepared.kpis[0] ?? 0, kpis.find(({ id }) => id === 'revenue')?.value ?? null, 'revenue');
      }),
    );
  });
});
