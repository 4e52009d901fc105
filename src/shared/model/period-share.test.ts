import { describe, expect, it } from 'vitest';
import { periodRange } from './period';
import { periodShare, shareOf } from './period-share';

function range(period: string): { from: string; to: string } {
  const found = periodRange(period, 1);
  if (found === null) throw new Error(period);
  return found;
}

describe('the share of a period', () => {
  it('counts a quarter in equal months, whatever their days', () => {
    expect(shareOf(90_000, periodShare(range('2026-Q1'), range('2026-02')))).toBe(30_000);
    expect(shareOf(90_000, periodShare(range('2026-Q1'), range('2026-Q1')))).toBe(90_000);
    expect(shareOf(90_000, periodShare(range('2026-Q1'), range('2026')))).toBe(90_000);
    expect(shareOf(90_000, periodShare(range('2026-Q1'), range('2026-05')))).toBe(0);
  });

  it('counts days inside a month', () => {
    // February 2026 has 28 days: 14 of them are half a month, a sixth of a quarter.
    const fortnight = { from: '2026-02-01', to: '2026-02-14' };
    expect(shareOf(90_000, periodShare(range('2026-Q1'), fortnight))).toBeCloseTo(15_000, 9);
  });

  it('counts a week in days', () => {
    // Week 1 of 2026 has four days in 2026.
    expect(shareOf(700, periodShare(range('2026-W01'), range('2026')))).toBe(400);
  });
});
