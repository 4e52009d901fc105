import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuotaLock, QuotaPlan } from './quota-plan';
import { baseOf, plainPlan, steadyRep } from './quota-plan.fixture';
import { type QuotaSpread, spreadQuotas, withLock } from './spread-quotas';

const anna = steadyRep('Anna', 30);
const bo = steadyRep('Bo', 10);

function table(spread: QuotaSpread): Record<string, readonly number[]> {
  if (spread.kind === 'cannot') throw new Error(spread.reason);
  return Object.fromEntries(spread.rows.map(({ rep, cells }) => [rep, [...cells.values()]]));
}

function quotas(change: Partial<QuotaPlan>, reps = [anna, bo], season: readonly number[] | null = null) {
  return table(spreadQuotas({ ...plainPlan, ...change }, baseOf(reps, { season })));
}

describe('a plan of quotas', () => {
  it('gives everybody the same, to a unit over the whole plan', () => {
    // 1000 ÷ 3 = 333.33: one unit is left, and the first by name has it; 334 ÷ 4 = 83.5, 333 ÷ 4 = 83.25.
    const three = quotas({}, [anna, bo, steadyRep('Cy', 0)]);
    expect(Object.values(three).map((cells) => cells.reduce((sum, cell) => sum + cell, 0))).toEqual([
      334, 333, 333,
    ]);
    expect(three.Anna).toEqual([84, 84, 83, 83]);
  });

  it('follows the results of the year before', () => {
    // 30 to 10: 750 and 250, four quarters of 187.5 and 62.5.
    expect(quotas({ way: 'history' })).toEqual({ Anna: [188, 188, 187, 187], Bo: [63, 63, 62, 62] });
  });

  it('gives somebody without a past the mean of the others, not nothing', () => {
    // 30, 10, and their mean 20: 500, 167 (166.67), 333.
    const rows = quotas({ way: 'history' }, [anna, bo, steadyRep('Cy', 0)]);
    expect(Object.values(rows).map((cells) => cells.reduce((sum, cell) => sum + cell, 0))).toEqual([
      500, 167, 333,
    ]);
  });

  it('counts days of employment alone, in each way', () => {
    const late = steadyRep('Bo', 10, { startDate: '2026-07-01' });
    // Twelve months to six: 1000 × 12/18 = 666.67 and 333.33; Bo has no quota before July.
    const rows = quotas({}, [anna, late]);
    expect(rows.Bo).toEqual([0, 0, 167, 166]);
    expect(rows.Anna).toEqual([167, 167, 167, 166]);
    const gone = steadyRep('Bo', 10, { endDate: '2026-03-31' });
    expect(quotas({ way: 'history' }, [anna, gone]).Bo?.slice(1)).toEqual([0, 0, 0]);
    expect(quotas({}, [anna, steadyRep('Bo', 10, { endDate: '2025-12-31' })])).toEqual({
      Anna: [250, 250, 250, 250],
    });
  });

  it('lets new reps grow into the job where it goes by ramped capacity', () => {
    const late = steadyRep('Bo', 10, { startDate: '2026-07-01' });
    // A quarter, a half and three quarters of full productivity in July to September: 1.5 + 3 = 4.5 months beside 12.
    // 330 × 4.5/16.5 = 90, of which a third in the third quarter.
    const rows = quotas({ total: 330, way: 'capacity', ramp: [0.25, 0.5, 0.75] }, [anna, late]);
    expect(rows).toEqual({ Anna: [60, 60, 60, 60], Bo: [0, 0, 30, 60] });
  });

  it('follows the season where it is to', () => {
    // Months of the first half weigh 0.5, of the second 1.5: quarters 1.5, 1.5, 4.5, 4.5 of 12.
    const season = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5];
    expect(quotas({ seasonal: true, total: 960 }, [anna], season)).toEqual({ Anna: [120, 120, 360, 360] });
    expect(quotas({ seasonal: false, total: 960 }, [anna], season)).toEqual({ Anna: [240, 240, 240, 240] });
  });

  it('leaves what is locked as it is, and the others share the rest', () => {
    const quarter = withLock([], { rep: 'Anna', period: '2026-Q1', amount: 50 });
    // Anna has 500 as Bo has, 50 of it in the first quarter: 150 in each of the others.
    expect(quotas({ locks: quarter })).toEqual({ Anna: [50, 150, 150, 150], Bo: [125, 125, 125, 125] });
    const whole = withLock(quarter, { rep: 'Anna', period: null, amount: 200 });
    expect(quotas({ locks: whole })).toEqual({ Anna: [50, 50, 50, 50], Bo: [200, 200, 200, 200] });
    expect(withLock(whole, { rep: 'Anna', period: null, amount: null })).toEqual(quarter);
  });

  it('takes more from the others where locked periods come to more than the share', () => {
    const locks = withLock([], { rep: 'Anna', period: '2026-Q1', amount: 700 });
    expect(quotas({ locks })).toEqual({ Anna: [700, 0, 0, 0], Bo: [75, 75, 75, 75] });
  });

  it('says so when the locks exceed the total, or leave nobody to share', () => {
    const locks = withLock([], { rep: 'Anna', period: null, amount: 1200 });
    const over = spreadQuotas({ ...plainPlan, locks }, baseOf([anna, bo]));
    expect(over).toMatchObject({ kind: 'cannot', reason: 'locksExceedTotal', rep: null, left: -200 });
    expect(spreadQuotas(plainPlan, baseOf([]))).toMatchObject({ kind: 'cannot', reason: 'nobodyShares' });
    const inRep = withLock(withLock([], { rep: 'Anna', period: '2026-Q1', amount: 70 }), {
      rep: 'Anna',
      period: null,
      amount: 60,
    });
    const row = spreadQuotas({ ...plainPlan, locks: inRep }, baseOf([anna, bo]));
    expect(row).toMatchObject({ kind: 'cannot', reason: 'locksExceedTotal', rep: 'Anna', left: -10 });
  });

  it('sums to the total whatever is planned', () => {
    const lock = fc.record({
      rep: fc.constantFrom('Anna', 'Bo', 'Cy'),
      period: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q4'),
      amount: fc.integer({ min: 0, max: 400 }),
    });
    const day = fc.constantFrom(null, '2025-06-01', '2026-02-15', '2026-08-01');
    const reps = fc
      .tuple(
        ...['Anna', 'Bo', 'Cy'].map((name) =>
          fc.record({ name: fc.constant(name), perMonth: fc.nat(100), startDate: day }),
        ),
      )
      .map((all) => all.map(({ name, perMonth, startDate }) => steadyRep(name, perMonth, { startDate })));
    fc.assert(
      fc.property(
        reps,
        fc.array(lock, { maxLength: 5 }),
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.constantFrom('equal', 'history', 'capacity'),
        fc.constantFrom(1, 100, 1000),
        (some, locks, total, way, unit) => {
          const own = locks.reduce<QuotaLock[]>((all, each) => withLock(all, each), []);
          const spread = spreadQuotas(
            { ...plainPlan, total, way, unit, locks: own, ramp: [0.25, 0.5] } as QuotaPlan,
            baseOf(some),
          );
          if (spread.kind === 'cannot') return;
          const cells = spread.rows.flatMap((row) => [...row.cells.values()]);
          expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(total);
          for (const { rep, period, amount } of own)
            expect(spread.rows.find((row) => row.rep === rep)?.cells.get(period ?? '')).toBe(amount);
        },
      ),
    );
  });
});
