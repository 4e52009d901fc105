import { describe, expect, it } from 'vitest';
import { namedPeriod, presetRange, steppedRange } from './period-choice';

const data = { from: '2024-03-05', to: '2026-08-14' };

describe('the periods of the picker', () => {
  it('know the name of a month, a quarter, a year and a fiscal year', () => {
    expect(namedPeriod({ from: '2026-02-01', to: '2026-02-28' }, 1)).toBe('2026-02');
    expect(namedPeriod({ from: '2026-07-01', to: '2026-09-30' }, 1)).toBe('2026-Q3');
    expect(namedPeriod({ from: '2026-01-01', to: '2026-12-31' }, 1)).toBe('2026');
    expect(namedPeriod({ from: '2025-07-01', to: '2026-06-30' }, 7)).toBe('FY2026');
    expect(namedPeriod({ from: '2026-07-02', to: '2026-09-30' }, 1)).toBeNull();
  });

  it('step over month ends of any length, there and back', () => {
    expect(steppedRange({ from: '2026-01-01', to: '2026-01-31' }, 1)).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect(steppedRange({ from: '2024-03-01', to: '2024-03-31' }, -1)).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(steppedRange({ from: '2026-10-01', to: '2026-12-31' }, 1)).toEqual({
      from: '2027-01-01',
      to: '2027-03-31',
    });
  });

  it('keep the length of a range of days', () => {
    // 10 to 16 November are seven days, so are 17 to 23.
    expect(steppedRange({ from: '2026-11-10', to: '2026-11-16' }, 1)).toEqual({
      from: '2026-11-17',
      to: '2026-11-23',
    });
  });

  it('count the latest month from where the data ends, not from today', () => {
    const today = '2026-11-23';
    expect(presetRange('latestMonth', { data, today })).toEqual({ from: '2026-08-01', to: '2026-08-31' });
    expect(presetRange('monthBefore', { data, today })).toEqual({ from: '2026-07-01', to: '2026-07-31' });
    expect(presetRange('last12Months', { data, today })).toEqual({ from: '2025-09-01', to: '2026-08-31' });
    expect(presetRange('allData', { data, today })).toEqual(data);
  });

  it('count from today where the data goes on into the future', () => {
    const planned = { from: '2026-01-10', to: '2027-12-31' };
    expect(presetRange('latestQuarter', { data: planned, today: '2026-11-23' })).toEqual({
      from: '2026-10-01',
      to: '2026-12-31',
    });
  });
});
