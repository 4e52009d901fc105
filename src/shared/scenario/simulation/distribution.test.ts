import { describe, expect, it } from 'vitest';
import { type Distribution, quantileOf } from './distribution';

/** Mean and variance by the midpoints of 100,000 equally likely slices. */
function momentsOf(distribution: Distribution): { readonly mean: number; readonly variance: number } {
  const slices = 100_000;
  const values = Array.from({ length: slices }, (_, index) =>
    quantileOf(distribution, (index + 0.5) / slices),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / slices;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / slices };
}

describe('a distribution', () => {
  it('that is fixed has its value alone', () => {
    expect(quantileOf({ kind: 'fixed', value: 3 }, 0.01)).toBe(3);
  });

  it('that is uniform has mean (a+b)/2 and variance (b−a)²/12', () => {
    // From 2 to 8: 5 and 36/12 = 3.
    const { mean, variance } = momentsOf({ kind: 'uniform', low: 2, high: 8 });
    expect(mean).toBeCloseTo(5, 6);
    expect(variance).toBeCloseTo(3, 4);
  });

  it('that is triangular has mean (a+b+c)/3 and its known variance and quantiles', () => {
    // a = −2, c = −1.4, b = −0.9: mean −4.3/3; variance (a²+b²+c²−ab−ac−bc)/18 = (4+0.81+1.96−1.8−2.8−1.26)/18 = 0.91/18.
    const distribution = { kind: 'triangular', low: -2, mode: -1.4, high: -0.9 } as const;
    const { mean, variance } = momentsOf(distribution);
    expect(mean).toBeCloseTo(-4.3 / 3, 6);
    expect(variance).toBeCloseTo(0.91 / 18, 6);
    // F(mode) = (c−a)/(b−a) = 0.6/1.1; above it F⁻¹(u) = b − √((1−u)(b−a)(b−c)): at 0.9, −0.9 − √(0.1·1.1·0.5).
    expect(quantileOf(distribution, 0.6 / 1.1)).toBeCloseTo(-1.4, 12);
    expect(quantileOf(distribution, 0.9)).toBeCloseTo(-0.9 - Math.sqrt(0.055), 12);
    expect(quantileOf({ kind: 'triangular', low: 1, mode: 1, high: 1 }, 0.3)).toBe(1);
  });

  it('that is normal has the quantiles of its mean and deviation', () => {
    // 100 + 15 · 1.2815515655446008.
    expect(quantileOf({ kind: 'normal', mean: 100, sd: 15 }, 0.9)).toBeCloseTo(119.22327348316901, 10);
  });

  it('of history lies between what has been, by linear interpolation', () => {
    // PERCENTILE.INC of 1, 2, 4, 8 at 40 %: place 3 · 0.4 = 1.2, between 2 and 4: 2.4.
    expect(quantileOf({ kind: 'history', sorted: [1, 2, 4, 8] }, 0.4)).toBeCloseTo(2.4, 12);
    expect(quantileOf({ kind: 'history', sorted: [1, 2, 4, 8] }, 1)).toBe(8);
  });
});
