import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval';

describe('the interval of a proportion', () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %s of %s is the published one', (count, of, low, high) => {
    expect(wilsonInterval(count, of)?.low).toBeCloseTo(low, 4);
    expect(wilsonInterval(count, of)?.high).toBeCloseTo(high, 4);
  });

  it('of 3 of 4 holds that of 150 of 250: it is not better', () => {
    const [few, many] = [wilsonInterval(3, 4), wilsonInterval(150, 250)];
    expect(few?.low).toBeLessThan(many?.low ?? 0);
    expect(few?.high).toBeGreaterThan(many?.high ?? 1);
  });

  it('is none for counts that are not those of a proportion', () => {
    expect([wilsonInterval(0, 0), wilsonInterval(5, 4), wilsonInterval(null, 4)]).toEqual([null, null, null]);
  });
});
