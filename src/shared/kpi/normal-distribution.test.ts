import { describe, expect, it } from 'vitest';
import { normalProbability, twoSidedProbability, z80, z95 } from './normal-distribution';

describe('the normal distribution', () => {
  // Python's statistics.NormalDist().cdf.
  it.each([
    [-4.5, 3.3976731247300535e-6],
    [-1, 0.15865525393145707],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [3.2, 0.9993128620620841],
    [6, 0.9999999990134123],
  ])('stays below %s with %s', (x, probability) => {
    expect(normalProbability(x)).toBeCloseTo(probability, 14);
  });

  it('has its usual bounds', () => {
    expect(twoSidedProbability(z95)).toBeCloseTo(0.05, 14);
    expect(twoSidedProbability(-z80)).toBeCloseTo(0.2, 14);
  });
});
