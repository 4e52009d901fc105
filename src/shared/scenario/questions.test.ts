import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKpis, compareProducts, compareReps, outcomesOf } from './compare-scenarios';
import { dataTable, triedValues } from './data-table';
import { ScenarioEvaluator } from './evaluate-scenario';
import { type Goal, goalTolerance, seekGoal, withValue } from './goal-seek';
import { type KpiReading, kpiReading } from './kpi-reading';
import { type Adjustment, adjustmentSchema, levers, scenarioSchema } from './scenario';
import { scenarioBases } from './scenario-base.fixture';
import { movedBy, tornado } from './tornado';
import { waterfall } from './waterfall';

function adjustment(id: string, value: number, part: Partial<Adjustment> = {}): Adjustment {
  return { ...adjustmentSchema.parse({ id, lever: 'price', op: 'scale', value, elasticity: 0 }), ...part };
}

/** A KPI that is 100 times the values of all adjustments in use. */
const product: KpiReading = (adjustments) =>
  adjustments.reduce((total, { value, enabled }) => (enabled ? total * value : total), 100);

const anyAdjustments = fc.array(
  fc.record({
    lever: fc.constantFrom(...levers),
    value: fc.double({ min: 0.3, max: 3, noNaN: true }),
    elasticity: fc.double({ min: -3, max: 0.5, noNaN: true }),
    enabled: fc.boolean(),
  }),
  { maxLength: 8 },
);
const lists = anyAdjustments.map((list) =>
  list.map(({ value, ...part }, index) => adjustment(`a${index}`, value, part)),
);
const kpis = fc.constantFrom('revenue', 'bookings', 'quota_attainment', 'gross_margin', 'reps_at_quota');

describe('a waterfall', () => {
  it('gives each adjustment what it adds in order, and its fair share over all orders', () => {
    // 100 → ×2 = 200 → ×1.5 = 300. In order: 100, then 100.
    // Fair: a joins first (+100) or after b (150 → 300: +150), so 125; b first (+50) or after a (+100), so 75. Together 200.
    expect(waterfall([adjustment('a', 2), adjustment('b', 1.5)], product)).toEqual({
      base: 100,
      scenario: 300,
      exact: true,
      steps: [
        { adjustment: 'a', inOrder: 100, fair: 125 },
        { adjustment: 'b', inOrder: 100, fair: 75 },
      ],
    });
  });

  it('leaves out what is switched off', () => {
    const off = adjustment('b', 9, { enabled: false });
    expect(waterfall([adjustment('a', 2), off], product)?.steps).toEqual([
      { adjustment: 'a', inOrder: 100, fair: 100 },
    ]);
  });

  it('sums to the difference in both ways, exact or drawn', () => {
    fc.assert(
      fc.property(scenarioBases, lists, kpis, (base, list, kpi) => {
        const found = waterfall(list, kpiReading(new ScenarioEvaluator(base), kpi));
        if (found === null) return;
        const difference = found.scenario - found.base;
        const within = 1e-9 * Math.max(1, Math.abs(found.scenario), Math.abs(found.base)) * 100;
        const sum = (of: 'inOrder' | 'fair') => found.steps.reduce((total, step) => total + step[of], 0);
        expect(Math.abs(sum('inOrder') - difference)).toBeLessThanOrEqual(within);
        expect(Math.abs(sum('fair') - difference)).toBeLessThanOrEqual(within);
      }),
      { numRuns: 60 },
    );
  });

  it('shares alike between two that do the same', () => {
    const shares = waterfall([adjustment('a', 1.2), adjustment('b', 1.2), adjustment('c', 0.5)], product);
    expect(shares?.steps[0]?.fair).toBeCloseTo(shares?.steps[1]?.fair ?? Number.NaN, 12);
  });
});

describe('goal seek', () => {
  const goal: Goal = { adjustment: 'a', field: 'value', target: 150, low: 0, high: 3 };

  it('finds the value that brings a KPI to its target', () => {
    // 100 · a = 150.
    const found = seekGoal([adjustment('a', 1)], goal, product);
    expect(found).toMatchObject({ kind: 'found' });
    if (found.kind === 'found') expect(found.value).toBeCloseTo(1.5, 9);
  });

  it('takes the answer nearest to today where there are several', () => {
    // (a − 1)² = 0.25 at 0.5 and at 1.5; 1.4 is nearer to 1.5.
    const parabola: KpiReading = ([own]) => ((own?.value ?? 0) - 1) ** 2;
    const found = seekGoal([adjustment('a', 1.4)], { ...goal, target: 0.25 }, parabola);
    expect(found.kind === 'found' ? found.value : null).toBeCloseTo(1.5, 6);
  });

  it('finds a target near the best that the lever can do, wherever in the bounds that is', () => {
    for (const best of [0.01, 0.7, 1.04, 1.5, 2.99]) {
      // 100 − (a − best)² is 99.999999 at best ± 0.001.
      const hill: KpiReading = ([own]) => 100 - ((own?.value ?? 0) - best) ** 2;
      const found = seekGoal([adjustment('a', 1)], { ...goal, target: 99.999999 }, hill);
      expect(found.kind).toBe('found');
      if (found.kind === 'found') expect(Math.abs(Math.abs(found.value - best) - 0.001)).toBeLessThan(1e-4);
      expect(seekGoal([adjustment('a', 1)], { ...goal, target: 101 }, hill)).toMatchObject({
        kind: 'outOfReach',
        value: expect.closeTo(best, 5),
        reached: expect.closeTo(100, 9),
      });
    }
  });

  it('says when no value can, and which comes closest', () => {
    expect(seekGoal([adjustment('a', 1)], { ...goal, target: 1000 }, product)).toMatchObject({
      kind: 'outOfReach',
      value: 3,
      reached: 300,
    });
  });

  it('says when the KPI does not move, or has no value', () => {
    expect(seekGoal([adjustment('a', 1)], goal, () => 7)).toEqual({ kind: 'unmoved', reached: 7 });
    expect(seekGoal([adjustment('a', 1)], goal, () => null)).toEqual({ kind: 'noValue' });
  });

  it('stands on the far side of a jump over the target', () => {
    // 0 below 1.3 and 1 from there on; 0.5 is never reached.
    const jump: KpiReading = ([own]) => ((own?.value ?? 0) >= 1.3 ? 1 : 0);
    const found = seekGoal([adjustment('a', 1)], { ...goal, target: 0.5 }, jump);
    expect(found).toMatchObject({ kind: 'jumps', reached: 1 });
    if (found.kind === 'jumps') expect(found.value).toBeCloseTo(1.3, 9);
  });

  it('gives an answer that, put in, gives the target within its tolerance', () => {
    fc.assert(
      fc.property(
        scenarioBases,
        lists,
        kpis,
        fc.double({ min: 0.2, max: 2.8, noNaN: true }),
        (base, list, kpi, at) => {
          const [first] = list;
          if (first === undefined) return;
          const reading = kpiReading(new ScenarioEvaluator(base), kpi);
          const place = { adjustment: first.id, field: 'value' as const };
          const target = reading(withValue(list, place, at));
          if (target === null) return;
          const found = seekGoal(list, { ...place, target, low: 0.1, high: 3 }, reading);
          // The target was made by a value within the bounds.
          expect(found.kind).not.toBe('noValue');
          if (found.kind === 'outOfReach') expect(isNear(found.reached, target)).toBe(true);
          if (found.kind !== 'found') return;
          const reached = reading(withValue(list, place, found.value));
          expect(Math.abs((reached ?? Number.NaN) - target)).toBeLessThanOrEqual(
            goalTolerance * Math.max(1, Math.abs(target)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));
}

describe('a tornado', () => {
  it('moves each lever down and up by its share, and sorts by effect', () => {
    // 100 · 2 · 1: a from 1.9 to 2.1 moves 190 to 210; b from 0.9 to 1.1 moves 180 to 220.
    const bars = tornado([adjustment('a', 2), adjustment('b', 1)], movedBy(0.1), product);
    expect(bars.map(({ adjustment: id }) => id)).toEqual(['b', 'a']);
    expect(bars[0]?.low.kpi).toBeCloseTo(180, 9);
    expect(bars[0]?.high.kpi).toBeCloseTo(220, 9);
    expect(bars[1]?.effect).toBeCloseTo(20, 9);
  });

  it('has no effect at all where nothing moves', () => {
    fc.assert(
      fc.property(scenarioBases, lists, kpis, (base, list, kpi) => {
        const bars = tornado(list, movedBy(0), kpiReading(new ScenarioEvaluator(base), kpi));
        expect(bars.every(({ effect }) => effect === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a tornado of levers with a low and a high of their own', () => {
  it('moves each to them', () => {
    // 100 · a · 2: a from 0.5 to 3 moves 100 to 600.
    const bars = tornado(
      [adjustment('a', 1), adjustment('b', 2)],
      ({ id, value }) => {
        return id === 'a' ? { low: 0.5, high: 3 } : { low: value, high: value };
      },
      product,
    );
    expect(bars).toEqual([
      { adjustment: 'a', low: { value: 0.5, kpi: 100 }, high: { value: 3, kpi: 600 }, effect: 500 },
      { adjustment: 'b', low: { value: 2, kpi: 200 }, high: { value: 2, kpi: 200 }, effect: 0 },
    ]);
  });
});

describe('a goal out of reach', () => {
  it('is told with the least and the most that the lever can do', () => {
    // 100 · a from 0.5 to 2 reaches 50 to 200.
    const goal = { adjustment: 'a', field: 'value', target: 900, low: 0.5, high: 2 } as const;
    expect(seekGoal([adjustment('a', 1)], goal, product)).toMatchObject({
      kind: 'outOfReach',
      value: 2,
      reached: 200,
      least: { value: 0.5, reached: 50 },
      most: { value: 2, reached: 200 },
    });
  });
});

describe('a table of one lever or two', () => {
  it('has the KPI for each value, and for each pair of values', () => {
    const list = [adjustment('a', 1), adjustment('b', 2)];
    const down = { adjustment: 'a', field: 'value', values: [0.5, 1] } as const;
    const across = { adjustment: 'b', field: 'value', values: [1, 2, 3] } as const;
    expect(dataTable(list, down, null, product)).toEqual([[100], [200]]);
    expect(dataTable(list, down, across, product)).toEqual([
      [50, 100, 150],
      [100, 200, 300],
    ]);
  });

  it('has today in the cell of today', () => {
    expect(triedValues(0.8, 1.2, 5, 1)).toEqual([0.8, 0.9, 1, 1.1, 1.2]);
    expect(triedValues(0.8, 1.2, 3, 1.05)).toEqual([0.8, 1, 1.05, 1.2]);
    fc.assert(
      fc.property(scenarioBases, lists, kpis, (base, list, kpi) => {
        const [first, second] = list.map((own) => ({ ...own, enabled: true }));
        if (first === undefined || second === undefined || first.id === second.id) return;
        const reading = kpiReading(new ScenarioEvaluator(base), kpi);
        const tried = (own: Adjustment) => ({
          adjustment: own.id,
          field: 'value' as const,
          values: triedValues(0.5, 1.5, 3, own.value),
        });
        const [down, across] = [tried(first), tried(second)];
        const cells = dataTable([first, second], down, across, reading);
        const today = cells[down.values.indexOf(first.value)]?.[across.values.indexOf(second.value)];
        expect(today).toBe(reading([first, second]));
      }),
      { numRuns: 40 },
    );
  });
});

describe('scenarios side by side', () => {
  it('show reps and products beside the base, with the one best value marked', () => {
    fc.assert(
      fc.property(scenarioBases, lists, (base, list) => {
        const evaluator = new ScenarioEvaluator(base);
        const outcomes = outcomesOf(evaluator, ['Shown'], { name: 'Shown', adjustments: list }, []);
        const [shown] = outcomes;
        const attainment = compareReps(outcomes, 'attainment');
        expect(attainment.map(({ id, values }) => [id, ...values])).toEqual(
          shown?.reps.map(({ rep, attainment: own, base: before }) => [rep, before.attainment, own]),
        );
        const revenue = compareProducts(outcomes, 'revenue');
        expect(revenue.map(({ id, values }) => [id, ...values])).toEqual(
          shown?.products.map(({ product: name, revenue: own, base: before }) => [name, before.revenue, own]),
        );
        for (const { values, best } of revenue) {
          const [before = null, after = null] = values;
          expect(best).toBe(before === after ? null : Number(after) > Number(before) ? 1 : 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('show the KPIs that differ, with the one best value marked', () => {
    fc.assert(
      fc.property(scenarioBases, lists, (base, list) => {
        const evaluator = new ScenarioEvaluator(base);
        const stored = [scenarioSchema.parse({ name: 'Other', from: '2026-01-01', to: '2026-03-31' })];
        const draft = { name: 'Shown', adjustments: list };
        const rows = compareKpis(outcomesOf(evaluator, ['Shown', 'Other'], draft, stored));
        const moved = evaluator.evaluate(list).kpis.filter(({ base: before, value }) => before !== value);
        expect(rows.map(({ id, values }) => ({ id, values }))).toEqual(
          moved.map(({ id, base: before, value }) => ({ id, values: [before, value, before] })),
        );
        // The base stands twice, so only the scenario that is shown can be the one best.
        for (const { best } of rows) expect([null, 1]).toContain(best);
      }),
      { numRuns: 40 },
    );
  });
});
