import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf, sliderOf } from './slider-range';

describe('the number beside a slider', () => {
  it('is −10 % for the factor 0.9, and 3 percentage points for a win rate that rises by 0.03', () => {
    expect(scaleOf('quota', 'scale').shown(0.9)).toBe(-10);
    expect(scaleOf('win_rate', 'add').shown(0.03)).toBe(3);
    expect(scaleOf('win_rate', 'set').value(28)).toBe(0.28);
    expect(scaleOf('price', 'set').value(1250)).toBe(1250);
  });

  it('gives back every whole per cent that it was set to', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 500 }), fc.constantFrom('scale', 'add'), (percent, op) => {
        const { shown, value } = scaleOf('win_rate', op);
        expect(shown(value(percent))).toBe(percent);
      }),
    );
  });
});

describe('a slider', () => {
  it('reaches half below and half above what is typical today', () => {
    expect(sliderOf('price', 'set', 1000)).toEqual({ min: 500, max: 1500, step: 10, start: 1000 });
    expect(sliderOf('quota', 'add', 400_000)).toEqual({ min: -200_000, max: 200_000, step: 2000, start: 0 });
  });

  it('keeps a rate within 0 and 100 %', () => {
    expect(sliderOf('win_rate', 'set', 0.314)).toEqual({ min: 0, max: 100, step: 1, start: 31 });
  });
});
