import { describe, expect, it } from 'vitest';
import { sparklinePath } from './sparkline-path';

describe('a sparkline', () => {
  it('runs from the lowest value at the bottom to the highest at the top', () => {
    // A box of 106 × 26 with a margin of 3: x is 3, 53, 103; 0 lies at y 23, 10 at y 3, 5 halfway.
    expect(sparklinePath([0, 10, 5], 106, 26)).toEqual({
      line: 'M3 23L53 3L103 13',
      last: { x: 103, y: 13 },
    });
  });

  it('is interrupted where there is no value', () => {
    expect(sparklinePath([0, null, 10], 106, 26).line).toBe('M3 23M103 3');
  });

  it('lies in the middle when all values are equal, and is empty without values', () => {
    expect(sparklinePath([4, 4], 106, 26).line).toBe('M3 13L103 13');
    expect(sparklinePath([null, null], 106, 26)).toEqual({ line: '', last: null });
  });
});
