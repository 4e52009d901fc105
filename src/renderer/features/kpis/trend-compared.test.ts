import { describe, expect, it } from 'vitest';
import { comparedTrend, earlierSteps } from './trend-compared';

const quarter = { from: '2026-07-01', to: '2026-09-30' };
const before = { from: '2026-04-01', to: '2026-06-30' };
const yearBefore = { from: '2025-07-01', to: '2025-09-30' };
const trend = { from: '2026-05-01', to: '2026-09-30' };

describe('what the steps of a trend are compared with', () => {
  it('is the third month before for a quarter and the one before it', () => {
    expect(comparedTrend({ range: quarter, compared: before }, trend, 'month', null)).toEqual({
      range: { from: '2026-02-01', to: '2026-06-30' },
      keys: ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06'],
    });
  });

  it('is the same month of the year before', () => {
    expect(comparedTrend({ range: quarter, compared: yearBefore }, trend, 'month', null)).toEqual({
      range: { from: '2025-05-01', to: '2025-09-30' },
      keys: ['2025-05', '2025-06', '2025-07', '2025-08', '2025-09'],
    });
  });

  it('is the 52nd week before for the year before', () => {
    const weeks = { from: '2026-09-14', to: '2026-09-27' };
    expect(comparedTrend({ range: quarter, compared: yearBefore }, weeks, 'week', null)?.keys).toEqual([
      '2025-W38',
      '2025-W39',
    ]);
  });

  it('is nothing before the data begins', () => {
    const data = { from: '2026-04-10', to: '2026-09-30' };
    const found = comparedTrend({ range: quarter, compared: before }, trend, 'month', data);
    expect(found?.range).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(found?.keys).toEqual([null, null, '2026-04', '2026-05', '2026-06']);
    expect(comparedTrend({ range: quarter, compared: yearBefore }, trend, 'month', data)).toBeNull();
  });

  it('is nothing where the compared period lies less than a step before', () => {
    const month = { range: { from: '2026-09-01', to: '2026-09-30' }, compared: before };
    const last = { from: '2026-08-01', to: '2026-08-31' };
    expect(comparedTrend({ ...month, compared: last }, trend, 'quarter', null)).toBeNull();
  });

  it('begins with the first step that has something, and keeps a later one of nothing', () => {
    const keys = [null, '2026-01', '2026-02', '2026-03', '2026-04'];
    const rows = [
      { key: '2026-01', value: 0 },
      { key: '2026-02', value: 5 },
      { key: '2026-03', value: 0 },
      { key: '2026-04', value: null },
    ];
    expect(earlierSteps({ keys }, rows)).toEqual([
      { key: null, value: null },
      { key: null, value: null },
      { key: '2026-02', value: 5 },
      { key: '2026-03', value: 0 },
      { key: '2026-04', value: null },
    ]);
  });
});
