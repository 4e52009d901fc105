import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorOfPercent, percentOfFactor } from './adjustment-words';

describe('the slider of a scale', () => {
  it('stands at −10 % for the factor 0.9', () => {
    expect(percentOfFactor(0.9)).toBe(-10);
    expect(factorOfPercent(5)).toBe(1.05);
  });

  it('gives back every per cent that it was set to', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 500 }), (percent) => {
        expect(percentOfFactor(factorOfPercent(percent))).toBe(percent === 0 ? 0 : percent);
      }),
    );
  });
});
