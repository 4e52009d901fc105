import { describe, expect, it } from 'vitest';
import { newAdjustment } from '../new-scenario';
import { usualUncertainty, withParameter } from './uncertainty-forms';

const quota = { ...newAdjustment('quota'), id: 'q', value: 0.9 };

describe('how sure a lever is', () => {
  it('begins a tenth to each side of its own value', () => {
    expect(usualUncertainty(quota, 'value', 'triangular')).toEqual({
      adjustment: 'q',
      field: 'value',
      distribution: 'triangular',
      low: 0.8,
      mode: 0.9,
      high: 1,
    });
    expect(usualUncertainty({ ...quota, op: 'set', value: 2000 }, 'value', 'normal')).toMatchObject({
      mean: 2000,
      sd: 100,
    });
    expect(usualUncertainty(quota, 'value', undefined)).toBeNull();
  });

  it('keeps its limits in order, whichever is changed', () => {
    const triangular = {
      adjustment: 'q',
      field: 'value',
      distribution: 'triangular',
      low: 1,
      mode: 2,
      high: 3,
    } as const;
    expect(withParameter(triangular, 'low', 2.5)).toMatchObject({ low: 2.5, mode: 2.5, high: 3 });
    expect(withParameter(triangular, 'low', 4)).toMatchObject({ low: 4, mode: 4, high: 4 });
    expect(withParameter(triangular, 'high', 1.5)).toMatchObject({ low: 1, mode: 1.5, high: 1.5 });
    expect(withParameter(triangular, 'mode', 0.5)).toMatchObject({ low: 0.5, mode: 0.5, high: 3 });
  });
});
