import { describe, expect, it } from 'vitest';
import { trendRange } from './trend-range';

const longData = { from: '2010-05-04', to: '2026-11-20' };

describe('the stretch of a trend', () => {
  it('shows 24 months up to the end of the chosen quarter', () => {
    const chosen = { from: '2026-07-01', to: '2026-09-30' };
    expect(trendRange(chosen, 'month', longData)).toEqual({ from: '2024-10-01', to: '2026-09-30' });
  });

  it('begins no earlier than the data', () => {
    const chosen = { from: '2026-07-01', to: '2026-09-30' };
    const data = { from: '2026-02-14', to: '2026-09-20' };
    expect(trendRange(chosen, 'month', data)).toEqual({ from: '2026-02-01', to: '2026-09-30' });
    expect(trendRange(chosen, 'quarter', data)).toEqual({ from: '2026-01-01', to: '2026-09-30' });
  });

  it('ends with the month in which the data ends', () => {
    const chosen = { from: '2020-01-01', to: '2026-12-31' };
    expect(trendRange(chosen, 'month', longData)).toEqual({ from: '2020-01-01', to: '2026-11-30' });
  });

  it('is the chosen period where that lies outside the data', () => {
    const afterData = { from: '2027-01-01', to: '2027-12-31' };
    expect(trendRange(afterData, 'month', longData).to).toBe('2027-12-31');
    const beforeData = { from: '2009-01-01', to: '2009-12-31' };
    expect(trendRange(beforeData, 'month', longData)).toEqual(beforeData);
  });

  it('counts 26 whole weeks back', () => {
    // 30 September 2026 lies in the week from Monday the 28th; 25 weeks before it is 6 April.
    const chosen = { from: '2026-09-01', to: '2026-09-30' };
    expect(trendRange(chosen, 'week', longData).from).toBe('2026-04-06');
  });
});
