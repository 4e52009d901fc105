import { describe, expect, it } from 'vitest';
import { type Quota, quotasWithin } from './quota-share';

const year = { from: '2026-01-01', to: '2026-12-31' };

function quota(period: string, amount: number, given: Partial<Quota> = {}): Quota {
  return { rep: 'Anna', team: 'North', region: '', measure: 'bookings', period, amount, ...given };
}

function amounts(
  quotas: readonly Quota[],
  range = year,
  fiscalYearStart = 1,
): (readonly [string, number, number])[] {
  return quotasWithin(quotas, range, fiscalYearStart).map(
    ({ rep, amount, teamAmount }) => [rep, amount, teamAmount] as const,
  );
}

describe('quotas in a period', () => {
  it('count whole when their period lies in it, to the last cent', () => {
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) => quota(period, 100_000.01));
    expect(amounts(quarters)).toEqual(quarters.map(() => ['Anna', 100_000.01, 100_000.01]));
  });

  it('count by equal months and by days inside a month when they only overlap it', () => {
    const toMidApril = { from: '2026-03-01', to: '2026-04-15' };
    expect(amounts([quota('2026-Q1', 90), quota('2026-Q2', 60)], toMidApril)).toEqual([
      ['Anna', 30, 30],
      ['Anna', 10, 10],
    ]);
  });

  it('of a fiscal year are spread over its own months', () => {
    expect(amounts([quota('FY2026', 1200)], { from: '2025-07-01', to: '2025-12-31' }, 7)).toEqual([
      ['Anna', 600, 600],
    ]);
  });

  it('give way to shorter ones of the same rep and measure, on the days that those cover', () => {
    const overlapping = [
      quota('2026', 1200),
      quota('2026-Q1', 900),
      quota('2026-02', 7),
      quota('2026-02', 3),
      quota('2026-03', 50, { measure: 'deals' }),
      quota('2026-03', 60, { rep: 'Bo' }),
    ];
    // The year keeps nine months; the first quarter January and March; the two rows of February add up.
    expect(amounts(overlapping).map(([, amount]) => amount)).toEqual([900, 600, 7, 3, 50, 60]);
  });

  it('of a rep count for the team only where the team has none of its own', () => {
    const mixed = [quota('2026', 1200), quota('2026-Q1', 500, { rep: '' })];
    expect(amounts(mixed)).toEqual([
      ['', 0, 500],
      ['Anna', 1200, 900],
    ]);
  });

  it('leave out what lies elsewhere or names no period', () => {
    expect(amounts([quota('2025', 1), quota('whenever', 1)])).toEqual([]);
  });
});
