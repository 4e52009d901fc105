import { describe, expect, it } from 'vitest';
import { seededUniforms, xoshiro128 } from './random';

describe('the random generator', () => {
  it('gives the published numbers of xoshiro128**', () => {
    // From the authors' C code with the state 1, 2, 3, 4, as the tests of Rust's rand_xoshiro 0.6 have them.
    const expected = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ];
    const next = xoshiro128([1, 2, 3, 4]);
    expect(expected.map(() => next())).toEqual(expected);
  });

  it('gives the same numbers for the same seed and others for another, also beyond 32 bits', () => {
    const first = (seed: number) => {
      const uniform = seededUniforms(seed);
      return [uniform(), uniform(), uniform()];
    };
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
    expect(first(7)).not.toEqual(first(7 + 2 ** 32));
  });

  it('spreads evenly between 0 and 1', () => {
    const uniform = seededUniforms(2026);
    const values = Array.from({ length: 20_000 }, uniform);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    // Mean 1/2 and variance 1/12; four standard errors of the mean are 4·√(1/12/20000) = 0.008.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.008);
    expect(Math.abs(square - 1 / 12)).toBeLessThan(0.003);
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });
});
