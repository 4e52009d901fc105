import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioEvaluator } from '../evaluate-scenario';
import type { Adjustment } from '../scenario';
import { scenarioBases } from '../scenario-base.fixture';
import { simulateScenario, simulationTargets } from './simulate-scenario';
import { Simulation, type SimulationModel } from './simulation';
import { summarise } from './simulation-summary';
import { type Uncertainty, uncertaintySchema } from './uncertainty';

function adjustment(id: string, part: Partial<Adjustment> = {}): Adjustment {
  const plain = { lever: 'volume', where: {}, op: 'scale', value: 1, elasticity: null } as const;
  return { id, ...plain, enabled: true, locked: false, ...part };
}

/** A KPI that is three times one adjustment and four times the other, and one month that brings the first. */
const model: SimulationModel = {
  kpis: ['sum', 'none'],
  monthly: ['sum'],
  months: 2,
  read: (adjustments, kpis, months) => {
    const [a = 0, b = 0] = adjustments.map(({ value }) => value);
    kpis[0] = 3 * a + 4 * b;
    kpis[1] = Number.NaN;
    months[0] = a;
    months[1] = b;
  },
};

function simulated(runs: number, seed = 5): Simulation {
  const normal = (mean: number, sd: number) => ({ kind: 'normal', mean, sd }) as const;
  return new Simulation(model, {
    adjustments: [adjustment('a'), adjustment('b')],
    inputs: [
      { key: 'a.value', place: 0, adjustment: 'a', field: 'value', distribution: normal(10, 1) },
      { key: 'b.value', place: 1, adjustment: 'b', field: 'value', distribution: normal(5, 1) },
    ],
    correlations: [],
    seed,
    runs,
  });
}

describe('a simulation', () => {
  it('has the same runs to the last bit however they are divided, and others under another seed', () => {
    const whole = simulated(500);
    whole.advance(500);
    const parts = simulated(500);
    for (const count of [1, 99, 250, 1000]) parts.advance(count);
    expect(parts.done).toBe(500);
    expect(parts.outcomes).toEqual(whole.outcomes);
    const fewer = simulated(100);
    fewer.advance(100);
    expect(fewer.outcomes[0]).toEqual(whole.outcomes[0]?.subarray(0, 100));
    const other = simulated(100, 6);
    other.advance(100);
    expect(other.outcomes[0]).not.toEqual(fewer.outcomes[0]);
  });

  it('comes to the mean, percentiles, chance and drivers that mathematics has', () => {
    const simulation = simulated(20_000);
    simulation.advance(20_000);
    const [sum, none] = summarise(simulation, new Map([['sum', { value: 55, reachedBy: 'up' }]])).kpis;
    // 3·N(10, 1) + 4·N(5, 1) = N(50, 5): p95 = 50 + 5·1.64485 = 58.22; p5 = 41.78; P(≥ 55) = 1 − Φ(1) = 0.1587.
    expect(Math.abs((sum?.mean ?? 0) - 50)).toBeLessThan(0.15);
    expect(Math.abs((sum?.percentiles?.[95] ?? 0) - 58.22)).toBeLessThan(0.25);
    expect(Math.abs((sum?.percentiles?.[5] ?? 0) - 41.78)).toBeLessThan(0.25);
    expect(Math.abs((sum?.percentiles?.[50] ?? 0) - 50)).toBeLessThan(0.2);
    expect(Math.abs((sum?.chance ?? 0) - 0.1587)).toBeLessThan(0.01);
    // The correlations with a and b are 3/5 and 4/5; of ranks 6/π·asin(ρ/2): 0.5819 and 0.7859; squared, 0.354 and 0.646 of their sum.
    expect(Math.abs((sum?.drivers[0] ?? 0) - 0.354)).toBeLessThan(0.02);
    expect(Math.abs((sum?.drivers[1] ?? 0) - 0.646)).toBeLessThan(0.02);
    const counted = sum?.histogram?.counts.reduce((total, count) => total + count, 0);
    expect(counted).toBe(20_000);
    expect(none).toMatchObject({ mean: null, percentiles: null, without: 20_000, chance: null });
  });

  it('adds months up to each month’s end', () => {
    const simulation = simulated(10);
    simulation.advance(10);
    const [months] = simulation.courses;
    for (let run = 0; run < 10; run += 1) {
      const [a, b] = simulation.drawn.map((values) => values[run] ?? 0);
      expect(months?.[0]?.[run]).toBe(a);
      expect(months?.[1]?.[run]).toBe((a ?? 0) + (b ?? 0));
    }
  });
});

describe('the simulation of a scenario', () => {
  const certain = { uncertainties: [], correlations: [] };

  it('in which nothing is unsure comes to the scenario in every run', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: 0.5, max: 2, noNaN: true }), (base, value) => {
        const evaluator = new ScenarioEvaluator(base);
        const list = [adjustment('a', { value }), adjustment('q', { lever: 'quota', value: 1.1 })];
        const simulation = simulateScenario(evaluator, list, certain, { runs: 3, seed: 1 });
        simulation.advance(3);
        const outcome = new Map(evaluator.evaluate(list).kpis.map((kpi) => [kpi.id, kpi.value]));
        for (const { id, mean, percentiles } of summarise(simulation, new Map()).kpis) {
          const value = outcome.get(id) ?? null;
          const middle = percentiles?.[50] ?? null;
          if (value === null || middle === null) expect([id, middle]).toEqual([id, value]);
          // Sums of classes that move alike are added up in another order.
          else expect(Math.abs(middle - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
          if (mean !== null) expect(mean).toBeCloseTo(value ?? 0, 6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('ends its course at the KPI of the period', () => {
    fc.assert(
      fc.property(scenarioBases, (base) => {
        const evaluator = new ScenarioEvaluator(base);
        const uncertainties = [uncertain({ adjustment: 'a', distribution: 'uniform', low: 0.8, high: 1.2 })];
        const list = [adjustment('a')];
        const simulation = simulateScenario(
          evaluator,
          list,
          { uncertainties, correlations: [] },
          { runs: 4, seed: 2 },
        );
        simulation.advance(4);
        for (const [place, id] of simulation.model.monthly.entries()) {
          const whole = simulation.outcomes[simulation.model.kpis.indexOf(id)];
          const last = simulation.courses[place]?.at(-1);
          for (let run = 0; run < 4; run += 1) {
            const [one, other] = [whole?.[run] ?? 0, last?.[run] ?? 0];
            expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one)));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('says what it cannot draw', () => {
    const base = fc.sample(scenarioBases, { numRuns: 1, seed: 1 })[0];
    if (base === undefined) throw new Error('a base is drawn');
    const evaluator = new ScenarioEvaluator(base);
    const ask = (uncertainty: Uncertainty, list = [adjustment('a'), adjustment('p', { lever: 'price' })]) =>
      simulateScenario(
        evaluator,
        list,
        { uncertainties: [uncertainty], correlations: [] },
        { runs: 1, seed: 1 },
      );
    const normal = { distribution: 'normal', sd: 1 };
    expect(() => ask(uncertain({ ...normal, adjustment: 'x' }))).toThrow(/uncertaintyUnknownAdjustment/);
    expect(() => ask(uncertain({ ...normal, adjustment: 'a', field: 'elasticity' }))).toThrow(
      /uncertaintyNoElasticity/,
    );
    expect(() => ask(uncertain({ ...normal, adjustment: 'p', field: 'elasticity' }))).toThrow(
      /uncertaintyNeedsNumber/,
    );
    // Three months are no history.
    expect(() => ask(uncertain({ adjustment: 'a', distribution: 'history' }))).toThrow(
      /uncertaintyNoHistory/,
    );
    expect(() => simulateScenario(evaluator, [], certain, { runs: 0, seed: 1 })).toThrow(/tooManyRuns/);
    const off = [adjustment('a', { enabled: false })];
    expect(ask(uncertain({ adjustment: 'a', distribution: 'history' }), off).inputs).toEqual([]);
  });

  it('asks for the targets of the period, and for six of ten reps at quota where none is set', () => {
    const targets = simulationTargets([
      { id: 'revenue', target: 100 },
      { id: 'sales_cycle_length', target: 30 },
      { id: 'price_index', target: 100 },
      { id: 'reps_at_quota', target: null },
      { id: 'win_rate', target: null },
    ]);
    expect(Object.fromEntries(targets)).toEqual({
      revenue: { value: 100, reachedBy: 'up' },
      sales_cycle_length: { value: 30, reachedBy: 'down' },
      reps_at_quota: { value: 0.6, reachedBy: 'up' },
    });
  });
});

function uncertain(given: object): Uncertainty {
  return uncertaintySchema.parse(given);
}

describe('what is unsure', () => {
  it('is read in the names of other programs too', () => {
    expect(uncertain({ adjustment: 'a', distribution: 'from history' })).toEqual({
      adjustment: 'a',
      field: 'value',
      distribution: 'history',
    });
    expect(
      uncertain({ adjustment: 'a', field: 'value', distribution: 'normal', mean: 1, stdev: 0.1 }),
    ).toEqual({
      adjustment: 'a',
      field: 'value',
      distribution: 'normal',
      mean: 1,
      sd: 0.1,
    });
    expect(uncertain({ adjustment: 'a', distribution: 'uniform', min: 1, max: 2 })).toMatchObject({
      low: 1,
      high: 2,
    });
  });

  it('is refused where its limits are the wrong way round', () => {
    for (const wrong of [
      { distribution: 'uniform', low: 2, high: 1 },
      { distribution: 'triangular', low: 1, mode: 3, high: 2 },
      { distribution: 'normal', mean: 1, sd: -1 },
      { distribution: 'lognormal', mean: 1, sd: 1 },
    ]) {
      expect(uncertaintySchema.safeParse({ adjustment: 'a', ...wrong }).success).toBe(false);
    }
  });
});
