import { describe, expect, it } from 'vitest';
import { studentQuantile } from './student-t';

describe('the quantiles of Student’s t', () => {
  // Tables of the t distribution, two-sided 95 % and 99 %; with one degree of freedom tan(π(p − ½)).
  it.each([
    [0.975, 1, Math.tan(Math.PI * 0.475)],
    [0.975, 5, 2.570582],
    [0.975, 10, 2.228139],
    [0.975, 30, 2.042272],
    [0.995, 10, 3.169273],
    [0.975, 1000, 1.962339],
  ])('at %s with %s degrees of freedom is %s', (probability, degrees, quantile) => {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(quantile, 5);
  });

  it('at a half is 0', () => {
    expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 12);
  });
});
