import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentLists, adjustmentsOf } from './adjustments.fixture';
import { ScenarioEvaluator, type ScenarioOutcome } from './evaluate-scenario';
import { leverDeclarations } from './lever';
import { type Adjustment, type LeverId, levers, type Scope } from './scenario';
import { scenarioBases, segments } from './scenario-base.fixture';

const lists = adjustmentLists;

function adjustment(part: Partial<Adjustment>): Adjustment {
  const plain = { id: 'x', lever: 'price', where: {}, op: 'scale', value: 1, elasticity: 0 } as const;
  return { ...plain, enabled: true, locked: false, ...part };
}

/** An outcome in which every number stands beside the base's. */
function expectUnmoved({ kpis, reps: ofReps, products: ofProducts }: ScenarioOutcome): void {
  for (const { id, base, value } of kpis) expect([id, value]).toEqual([id, base]);
  for (const { base, quota, bookings, attainment } of ofReps) {
    expect({ quota, bookings, attainment }).toEqual(base);
  }
  for (const { base, price, volume, revenue, margin } of ofProducts) {
    expect({ price, volume, revenue, margin }).toEqual(base);
  }
}

/** Scopes that share nothing. */
const disjoint: readonly (readonly [Scope, Scope])[] = [
  [{ rep: ['Anna'] }, { rep: ['Bo', 'Cid'] }],
  [{ team: ['North'] }, { team: ['South'] }],
  [{ product: ['A'] }, { product: ['B', 'C'] }],
  [{ segment: ['Large'] }, { segment: ['Small'] }],
  [{ source: ['Web'] }, { source: ['Fair'] }],
  [
    { competitor: ['X'], product: ['A'] },
    { competitor: ['X'], product: ['B', 'C'] },
  ],
  [{ period: ['2026-01'] }, { period: ['2026-02'] }],
];

/** New reps are numbered as they are added, which is no difference. */
function expectSame(one: ScenarioOutcome, other: ScenarioOutcome): void {
  for (const [place, { id, value }] of one.kpis.entries()) {
    expectClose(value, other.kpis[place]?.value ?? null, 1e-9, id);
  }
  const sorted = ({ reps }: ScenarioOutcome) =>
    reps.map(({ isNew, rep, quota, bookings }) => [isNew ? '' : rep, quota, bookings] as const).sort(byText);
  for (const [place, [rep, quota, bookings]] of sorted(one).entries()) {
    const [name, ...rest] = sorted(other)[place] ?? ['', 0, 0];
    expect(rep).toBe(name);
    expectClose(quota, rest[0]);
    expectClose(bookings, rest[1]);
  }
}

function byText(one: readonly unknown[], other: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}

function kpiValue(outcome: ScenarioOutcome, id: string): number | null {
  return outcome.kpis.find((kpi) => kpi.id === id)?.value ?? null;
}

function expectClose(found: number | null, expected: number | null, precision = 1e-9, what = ''): void {
  if (found === null || expected === null) expect([what, found]).toEqual([what, expected]);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(precision * Math.max(1, Math.abs(expected)));
}

describe('a scenario equals its base to the last bit', () => {
  it('when it is empty', () => {
    fc.assert(fc.property(scenarioBases, (base) => expectUnmoved(new ScenarioEvaluator(base).evaluate([]))));
  });

  it('when all of it is switched off', () => {
    fc.assert(
      fc.property(scenarioBases, lists, (base, list) => {
        const off = list.map((each) => ({ ...each, enabled: false }));
        expectUnmoved(new ScenarioEvaluator(base).evaluate(off));
      }),
    );
  });

  it('when all of it scales by one', () => {
    fc.assert(
      fc.property(scenarioBases, lists, (base, list) => {
        const byOne = list.map((each) => ({ ...each, op: 'scale' as const, value: 1 }));
        expectUnmoved(new ScenarioEvaluator(base).evaluate(byOne));
      }),
    );
  });
});

describe('a scenario', () => {
  it('has the same outcome to the last bit, whatever was evaluated before', () => {
    fc.assert(
      fc.property(scenarioBases, lists, lists, (base, list, other) => {
        const evaluator = new ScenarioEvaluator(base);
        const first = evaluator.evaluate(list);
        evaluator.evaluate(other);
        expect(evaluator.evaluate(list)).toEqual(first);
        expect(new ScenarioEvaluator(base).evaluate(list)).toEqual(first);
      }),
    );
  });

  it.each(levers)('does not care for the order of adjustments of %s whose scopes share nothing', (lever) => {
    const halves = disjoint.filter(([here]) =>
      Object.keys(here).every((dimension) =>
        leverDeclarations[lever].dimensions.some((own) => own === dimension),
      ),
    );
    fc.assert(
      fc.property(
        scenarioBases,
        fc.constantFrom(...halves),
        adjustmentsOf(lever),
        adjustmentsOf(lever),
        (base, [here, there], one, other) => {
          const first = { ...one, id: '1', where: { ...one.where, ...here }, enabled: true };
          const second = { ...other, id: '2', where: { ...other.where, ...there }, enabled: true };
          const evaluator = new ScenarioEvaluator(base);
          const forth = evaluator.evaluate([first, second]);
          const back = evaluator.evaluate([second, first]);
          expectSame(forth, back);
        },
      ),
    );
  });

  it.each(levers)('leaves every KPI to the last bit that %s does not say it moves', (lever) => {
    const { moves } = leverDeclarations[lever];
    fc.assert(
      fc.property(scenarioBases, adjustmentsOf(lever), (base, own) => {
        const outcome = new ScenarioEvaluator(base).evaluate([{ ...own, enabled: true }]);
        for (const { id, base: before, value } of outcome.kpis) {
          if (!moves.includes(id)) expect([id, value]).toEqual([id, before]);
        }
      }),
    );
  });

  it.each(levers)('says so where %s changes nothing', (lever) => {
    fc.assert(
      fc.property(scenarioBases, adjustmentsOf(lever), (base, given) => {
        const own = {
          ...given,
          id: 'own',
          enabled: true,
          op: 'scale' as const,
          value: 1.25,
          elasticity: 0.5,
        };
        const { kpis, reps, products, notes } = new ScenarioEvaluator(base).evaluate([own]);
        const moved = [
          ...kpis.filter(({ base: before, value }) => value !== before),
          ...reps.filter(
            ({ base: before, quota, bookings }) => quota !== before.quota || bookings !== before.bookings,
          ),
          ...products.filter(
            ({ base: before, price, volume }) => price !== before.price || volume !== before.volume,
          ),
        ];
        if (moved.length === 0) expect(notes.map(({ adjustment }) => adjustment)).toContain('own');
      }),
    );
  });

  it('that moves a price in all parts of a whole moves it in the whole', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: 0.5, max: 2, noNaN: true }), (base, value) => {
        const evaluator = new ScenarioEvaluator(base);
        const whole = evaluator.evaluate([adjustment({ value, elasticity: -1.4 })]);
        const parts = evaluator.evaluate(
          [...segments, ''].map((segment) =>
            adjustment({ where: { segment: [segment] }, value, elasticity: -1.4 }),
          ),
        );
        for (const id of ['revenue', 'bookings', 'gross_margin']) {
          expectClose(kpiValue(parts, id), kpiValue(whole, id));
        }
      }),
    );
  });

  it('has totals that are the sums of its products', () => {
    fc.assert(
      fc.property(scenarioBases, lists, (base, list) => {
        // These move sales without a product too, which no product shows.
        const unlike: readonly LeverId[] = ['volume', 'headcount', 'churn'];
        const named = list.filter(({ lever }) => !unlike.includes(lever));
        const outcome = new ScenarioEvaluator(base).evaluate(named);
        const { cells, products: all } = base.cube;
        let unnamed = 0;
        for (let cell = 0; cell < cells.count; cell += 1) {
          if (all[cells.product[cell] ?? 0]?.name === '') unnamed += cells.sums.revenue[cell] ?? 0;
        }
        const sum = outcome.products.reduce((total, { revenue }) => total + revenue, unnamed);
        expectClose(kpiValue(outcome, 'revenue'), sum);
      }),
    );
  });
});

describe('a quota lever', () => {
  it('that scales all quotas by a factor divides attainment by it', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: 0.1, max: 10, noNaN: true }), (base, factor) => {
        const outcome = new ScenarioEvaluator(base).evaluate([adjustment({ lever: 'quota', value: factor })]);
        for (const { attainment, base: before } of outcome.reps) {
          expectClose(attainment, before.attainment === null ? null : before.attainment / factor);
        }
      }),
    );
  });

  it('leaves everything but quotas as it is', () => {
    fc.assert(
      fc.property(scenarioBases, lists, (base, list) => {
        const quotasOnly = list.map((each) => ({ ...each, lever: 'quota' as const }));
        const outcome = new ScenarioEvaluator(base).evaluate(quotasOnly);
        for (const { id, base: before, value } of outcome.kpis) {
          const moves = ['quota_attainment', 'reps_at_quota', 'pipeline_coverage'].includes(id);
          if (!moves) expect([id, value]).toEqual([id, before]);
        }
      }),
    );
  });
});

describe('a price lever', () => {
  it('on demand that does not answer leaves volume, and multiplies revenue and the price', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: 0.5, max: 2, noNaN: true }), (base, value) => {
        const outcome = new ScenarioEvaluator(base).evaluate([adjustment({ value, elasticity: 0 })]);
        for (const { price, volume, revenue, base: before } of outcome.products) {
          expect(volume).toBe(before.volume);
          expectClose(revenue, before.revenue * value);
          expectClose(price, before.price === null ? null : before.price * value);
        }
      }),
    );
  });

  it('on demand of elasticity −1 leaves revenue', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: 0.5, max: 2, noNaN: true }), (base, value) => {
        const outcome = new ScenarioEvaluator(base).evaluate([adjustment({ value, elasticity: -1 })]);
        for (const { revenue, base: before } of outcome.products) expectClose(revenue, before.revenue);
      }),
    );
  });

  it('sets the price that it is told, whatever the levers before it did', () => {
    fc.assert(
      fc.property(scenarioBases, lists, fc.double({ min: 1, max: 500, noNaN: true }), (base, list, price) => {
        const set = adjustment({ where: { product: ['A'] }, op: 'set', value: price, elasticity: -0.5 });
        const outcome = new ScenarioEvaluator(base).evaluate([...list, set]);
        const product = outcome.products.find(({ product: name }) => name === 'A');
        const priced = product && product.base.price !== null && product.base.price > 0;
        // A volume that the levers before have driven to a hundred-millionth keeps fewer digits.
        if (priced) expectClose(product.price, price, 1e-6);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a lever of volume, deal size or win rate', () => {
  const factors = fc.double({ min: 0.5, max: 2, noNaN: true });

  it('multiplies what it moves, and leaves what it does not', () => {
    fc.assert(
      fc.property(scenarioBases, factors, (base, value) => {
        const evaluator = new ScenarioEvaluator(base);
        const before = evaluator.evaluate([]);
        const volume = evaluator.evaluate([adjustment({ lever: 'volume', value })]);
        const size = evaluator.evaluate([adjustment({ lever: 'deal_size', value })]);
        const timesValue = (id: string) => {
          const known = kpiValue(before, id);
          return known === null ? null : known * value;
        };
        for (const id of ['revenue', 'bookings', 'average_deal_size']) {
          expectClose(kpiValue(volume, id), timesValue(id));
        }
        expectClose(kpiValue(volume, 'gross_margin'), kpiValue(before, 'gross_margin'));
        expect(kpiValue(volume, 'win_rate')).toBe(kpiValue(before, 'win_rate'));
        for (const id of ['bookings', 'average_deal_size']) {
          expectClose(kpiValue(size, id), timesValue(id));
        }
        expect(kpiValue(size, 'revenue')).toBe(kpiValue(before, 'revenue'));
        for (const { price, base: own } of volume.products) expectClose(price, own.price);
      }),
    );
  });

  it('sets the win rate that it is told, and bookings follow', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: 0.05, max: 1, noNaN: true }), (base, rate) => {
        const evaluator = new ScenarioEvaluator(base);
        const before = evaluator.evaluate([]);
        const after = evaluator.evaluate([adjustment({ lever: 'win_rate', op: 'set', value: rate })]);
        const today = kpiValue(before, 'win_rate');
        if (today === null || today === 0) return;
        expectClose(kpiValue(after, 'win_rate'), rate);
        expectClose(kpiValue(after, 'bookings'), ((kpiValue(before, 'bookings') ?? 0) * rate) / today);
        expectClose(kpiValue(after, 'average_deal_size'), kpiValue(before, 'average_deal_size'));
      }),
    );
  });

  it('never wins more deals than were closed, nor fewer than none', () => {
    fc.assert(
      fc.property(scenarioBases, fc.double({ min: -3, max: 3, noNaN: true }), (base, value) => {
        const outcome = new ScenarioEvaluator(base).evaluate([
          adjustment({ lever: 'win_rate', op: 'add', value }),
        ]);
        const rate = kpiValue(outcome, 'win_rate');
        if (rate !== null) expect(rate >= 0 && rate <= 1 + 1e-12).toBe(true);
      }),
    );
  });
});
