import { describe, expect, it } from 'vitest';
import { targetGap } from './target-gap';

describe('what a whole has not given out to its parts', () => {
  it('is what is missing of it, or given beyond it', () => {
    // 55 of 60, and 62 of 60.
    expect(targetGap(60, [20, 25, 10])).toEqual({ whole: 60, given: 55, left: 5 });
    expect(targetGap(60, [40, null, 22])).toEqual({ whole: 60, given: 62, left: -2 });
  });

  it('is nothing where the parts add up, by the last bit or not', () => {
    expect(targetGap(60, [20, 30, 10])).toBeNull();
    expect(targetGap(0.3, [0.1, 0.2])).toBeNull();
  });

  it('is not told where the whole or all parts have no target', () => {
    expect(targetGap(null, [1])).toBeNull();
    expect(targetGap(60, [null, null])).toBeNull();
  });
});
