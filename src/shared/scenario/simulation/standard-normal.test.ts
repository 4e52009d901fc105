import { describe, expect, it } from 'vitest';
import { standardNormalProbability, standardNormalQuantile } from './standard-normal';

describe('the standard normal distribution', () => {
  it('has the quantiles that tables have', () => {
    // Python 3's statistics.NormalDist().inv_cdf.
    for (const [probability, expected] of [
      [1e-12, -7.034483825301132],
      [1e-6, -4.753424308822899],
      [0.001, -3.090232306167813],
      [0.025, -1.9599639845400538],
      [0.3, -0.5244005127080407],
      [0.5, 0],
      [0.9, 1.2815515655446008],
      [0.999999, 4.753424308817089],
    ] as const) {
      expect(standardNormalQuantile(probability)).toBeCloseTo(expected, 12);
    }
  });

  it('has the probabilities that tables have', () => {
    // 0.5 · math.erfc(−z/√2) of Python 3.
    for (const [z, expected] of [
      [-6, 9.865876450377012e-10],
      [-3, 0.0013498980316300957],
      [-1.96, 0.024997895148220435],
      [0, 0.5],
      [1, 0.8413447460685429],
      [2.5758293035489004, 0.995],
      [40, 1],
      [-40, 0],
    ] as const) {
      expect(standardNormalProbability(z)).toBeCloseTo(expected, 14);
    }
  });

  it('has quantiles that turn its probabilities back', () => {
    for (let z = -4; z <= 4; z += 0.25) {
      expect(standardNormalQuantile(standardNormalProbability(z))).toBeCloseTo(z, 9);
    }
  });
});
