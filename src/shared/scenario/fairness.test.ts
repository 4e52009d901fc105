import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairnessOf } from './fairness';

describe('fairness', () => {
  it('is that of a worked example', () => {
    // Attainments 0.4, 0.8, 1.2, 1.6. Σᵢⱼ|xᵢ−xⱼ| = 2·(0.4+0.8+1.2+0.4+0.8+0.4) = 8; n² · mean = 16 · 1; Gini = 8/(2·16) = 0.25.
    const fair = fairnessOf([1.2, 0.4, null, 1.6, 0.8]);
    expect(fair?.reps).toBe(4);
    expect(fair?.gini).toBeCloseTo(0.25, 12);
    // PERCENTILE.INC: place 3 · 0.1 = 0.3: 0.4 + 0.3·0.4 = 0.52; place 2.7: 1.2 + 0.7·0.4 = 1.48.
    expect(fair?.p10).toBeCloseTo(0.52, 12);
    expect(fair?.p90).toBeCloseTo(1.48, 12);
    expect(fair?.ratio).toBeCloseTo(1.48 / 0.52, 12);
    expect(fair?.lorenz.map(({ attained }) => attained)).toEqual([
      0,
      expect.closeTo(0.1),
      expect.closeTo(0.3),
      expect.closeTo(0.6),
      expect.closeTo(1),
    ]);
  });

  it('is perfect where all attain the same', () => {
    expect(fairnessOf([0.7, 0.7, 0.7])).toMatchObject({
      gini: expect.closeTo(0, 12),
      ratio: expect.closeTo(1),
    });
  });

  it('has nothing to say without attainments, and no ratio where the lowest attain nothing', () => {
    expect(fairnessOf([null, null])).toBeNull();
    expect(fairnessOf([0, 0])).toMatchObject({ gini: null, ratio: null });
    expect(fairnessOf([0, 0, 1])?.ratio).toBeNull();
  });

  it('is Σᵢ Σⱼ |xᵢ − xⱼ| ÷ (2·n²·mean), and does not change when all attain a multiple', () => {
    const attainments = fc.array(fc.double({ min: 0.01, max: 3, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(attainments, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, factor) => {
        const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
        const distances = list.flatMap((one) => list.map((other) => Math.abs(one - other)));
        const expected = distances.reduce((sum, value) => sum + value, 0) / (2 * list.length ** 2 * mean);
        expect(fairnessOf(list)?.gini).toBeCloseTo(expected, 9);
        expect(fairnessOf(list.map((value) => value * factor))?.gini).toBeCloseTo(expected, 9);
      }),
    );
  });
});
