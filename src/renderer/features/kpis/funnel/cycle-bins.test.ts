import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleBins } from './cycle-bins';

describe('the bins of cycle lengths', () => {
  it('are as narrow as can be read, and have gaps as well', () => {
    expect(
      cycleBins([
        { value: 3, count: 2 },
        { value: 40, count: 1 },
        { value: 41, count: 4 },
      ]),
    ).toHaveLength(20);
    expect(cycleBins([{ value: 3, count: 2 }])).toEqual([{ from: 3, to: 4, count: 2 }]);
    expect(cycleBins([])).toEqual([]);
  });

  it('lose no deal', () => {
    const length = fc.record({
      value: fc.integer({ min: -30, max: 5000 }),
      count: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(length), (lengths) => {
        const bins = cycleBins(lengths);
        const sum = (values: readonly { readonly count: number }[]) =>
          values.reduce((total, { count }) => total + count, 0);
        expect(sum(bins)).toBe(sum(lengths));
        expect(bins.length).toBeLessThanOrEqual(32);
      }),
    );
  });
});
