import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioCube } from '../cube';
import { mapMeasures } from '../cube-sums';
import { scenarioBases } from '../scenario-base.fixture';
import { leverHistory } from './lever-history';

const volume = { lever: 'volume', where: {} } as const;

/** A cube of the first months of 2026 with so many units sold in each. @param period how many months of it, from January on. */
function cubeOf(units: readonly number[], period: number): ScenarioCube {
  const [base] = fc.sample(scenarioBases, { numRuns: 1, seed: 3 });
  if (base === undefined) throw new Error('a base is drawn');
  const month = (number: number) => `2026-${String(number).padStart(2, '0')}`;
  const lastDay = (number: number) => new Date(Date.UTC(2026, number, 0)).toISOString().slice(0, 10);
  const none = new Int32Array(units.length);
  return {
    ...base.cube,
    range: { from: '2026-01-01', to: lastDay(period) },
    buckets: units.map((_, index) => ({ from: `${month(index + 1)}-01`, to: lastDay(index + 1) })),
    cells: {
      count: units.length,
      rep: none,
      region: none,
      product: none,
      segment: none,
      source: none,
      bucket: Int32Array.from(units.keys()),
      sums: mapMeasures((measure) =>
        measure === 'quantity' ? Float64Array.from(units) : new Float64Array(units.length),
      ),
    },
  };
}

describe('what a lever’s driver may come out at', () => {
  it('is one of the months, where the period is a month, as a factor of their mean', () => {
    // The mean of 10, 20, 30, 20, 10, 30 is 20; months before the first and after the last sale are none.
    const factors = leverHistory(volume, cubeOf([10, 20, 30, 20, 10, 30, 0, 0], 1));
    expect([...new Set(factors)]).toEqual([0.5, 1, 1.5]);
  });

  it('varies less the more months the period has', () => {
    const units = [10, 20, 30, 20, 10, 30, 15, 25, 40, 5, 20, 15];
    const spreadOf = (period: number) => {
      const factors = leverHistory(volume, cubeOf(units, period)) ?? [];
      const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
      // Means of 2,000 resamples lie within a hundredth or two of the mean of the months.
      expect(Math.abs(mean - 1)).toBeLessThan(0.05);
      return Math.sqrt(factors.reduce((sum, factor) => sum + (factor - mean) ** 2, 0) / factors.length);
    };
    // The standard error of a mean of n falls as 1/√n: a quarter of the months' own for 12 … 3.46 times less than of one.
    expect(spreadOf(1) / spreadOf(12)).toBeGreaterThan(3);
    expect(spreadOf(1) / spreadOf(12)).toBeLessThan(4);
  });

  it('is not known from fewer than six months, nor of what is decided', () => {
    expect(leverHistory(volume, cubeOf([10, 20, 30, 20, 10], 1))).toBeNull();
    expect(leverHistory({ lever: 'quota', where: {} }, cubeOf([10, 20, 30, 20, 10, 30], 1))).toBeNull();
  });
});
