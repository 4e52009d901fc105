import { describe, expect, it } from 'vitest';
import { keyOf, lengthOf, periodAround, stepped } from './period-steps';

describe('stepping through periods', () => {
  it('finds the month, quarter and year around a day', () => {
    expect(periodAround('2026-11-23', 'month', 1)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(periodAround('2026-11-23', 'quarter', 1)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodAround('2026-11-23', 'year', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(periodAround('2026-03-01', 'year', 7)).toEqual({ from: '2025-07-01', to: '2026-06-30' });
  });

  it('goes on by the same length, whole months staying whole', () => {
    expect(stepped({ from: '2026-01-01', to: '2026-01-31' }, 1)).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect(stepped({ from: '2026-01-01', to: '2026-03-31' }, -1)).toEqual({
      from: '2025-10-01',
      to: '2025-12-31',
    });
    expect(stepped({ from: '2026-01-05', to: '2026-01-11' }, 1)).toEqual({
      from: '2026-01-12',
      to: '2026-01-18',
    });
  });

  it('knows what a range is called', () => {
    expect(keyOf({ from: '2026-04-01', to: '2026-06-30' })).toBe('2026-Q2');
    expect(keyOf({ from: '2026-01-01', to: '2026-12-31' })).toBe('2026');
    expect(keyOf({ from: '2026-02-01', to: '2026-02-28' })).toBe('2026-02');
    expect(keyOf({ from: '2026-02-01', to: '2026-04-30' })).toBeNull();
    expect(lengthOf({ from: '2026-02-03', to: '2026-04-30' })).toBeNull();
  });
});
