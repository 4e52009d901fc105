import { describe, expect, it } from 'vitest';
import { shadeOf } from './cross-shade';

describe('the ground of a crossed table', () => {
  it('deepens from the smallest value to the largest', () => {
    const shade = shadeOf([10, null, 30, 20]);
    expect([10, 20, 30].map(shade)).toEqual([0, 16, 32]);
    expect(shade(null)).toBe(0);
  });

  it('is plain where all values are alike, or there are none', () => {
    expect(shadeOf([5, 5])(5)).toBe(0);
    expect(shadeOf([])(null)).toBe(0);
  });
});
