import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from './exact-sum';

describe('the sum of many numbers', () => {
  it('of cents is the cents added as whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000_000, max: 100_000_000 })), (cents) => {
        const whole = cents.reduce((sum, cent) => sum + cent, 0);
        expect(exactSum(cents.map((cent) => cent / 100))).toBeCloseTo(whole / 100, 7);
      }),
    );
    expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it('keeps what is lost beside a large number', () => {
    expect(exactSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(exactSum([])).toBe(0);
  });
});
