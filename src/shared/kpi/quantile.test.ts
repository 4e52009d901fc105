import { describe, expect, it } from 'vitest';
import { quantile } from './quantile';

function counted(values: readonly number[]) {
  return values.map((value) => ({ value, count: 1 }));
}

describe('a quantile', () => {
  it('is what PERCENTILE.INC of a spreadsheet gives', () => {
    // The example of Microsoft's page on PERCENTILE.INC: 1, 2, 3, 4 at 0.3 is 1.9.
    expect(quantile(counted([3, 1, 4, 2]), 0.3)).toBeCloseTo(1.9, 12);
    expect(quantile(counted([1, 2, 3, 4]), 0.5)).toBe(2.5);
    expect(quantile(counted([7]), 0.9)).toBe(7);
  });

  it('counts a value as often as it occurs', () => {
    expect(
      quantile(
        [
          { value: 10, count: 3 },
          { value: 0, count: 1 },
        ],
        0.5,
      ),
    ).toBe(10);
    expect(
      quantile(
        [
          { value: 10, count: 2 },
          { value: 0, count: 2 },
        ],
        0.5,
      ),
    ).toBe(5);
  });

  it('of nothing is nothing', () => {
    expect(quantile([], 0.5)).toBeNull();
  });
});
