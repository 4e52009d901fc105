import { describe, expect, it } from 'vitest';
import { readRamp } from './read-ramp';

describe('a ramp of new reps', () => {
  it('is read in per cent or as shares, with either decimal mark', () => {
    expect(readRamp('25 %, 50 %, 75 %', 'nb-NO')).toEqual([0.25, 0.5, 0.75]);
    expect(readRamp('25 50 75', 'en-GB')).toEqual([0.25, 0.5, 0.75]);
    expect(readRamp('0,25; 0,5', 'nb-NO')).toEqual([0.25, 0.5]);
    expect(readRamp('', 'nb-NO')).toEqual([]);
  });

  it('is none where it is no number or above full productivity', () => {
    expect(readRamp('fast', 'nb-NO')).toBeNull();
    expect(readRamp('120 %', 'nb-NO')).toBeNull();
  });
});
