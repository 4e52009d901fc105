import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rampedCapacity, usualRamp } from './ramped-capacity';
import { capacityWeights, historyWeights, monthWeights, seasonOfMonths } from './spread-weights';

const firstQuarter = { from: '2026-01-01', to: '2026-03-31' };

describe('the capacity of a rep', () => {
  it('is whole in every month when the start is not known or long ago', () => {
    const whole = [
      { month: '2026-01', capacity: 1 },
      { month: '2026-02', capacity: 1 },
      { month: '2026-03', capacity: 1 },
    ];
    expect(rampedCapacity({ startDate: null, endDate: null }, firstQuarter, usualRamp)).toEqual(whole);
    expect(rampedCapacity({ startDate: '2020-05-17', endDate: null }, firstQuarter, usualRamp)).toEqual(
      whole,
    );
  });

  it('grows with the months since the start, by day', () => {
    // From 16 January: 16 days at 0.25 of 31 → 4 ÷ 31. February: 15 days at 0.25 and 13 at 0.5 of 28 → 10.25 ÷ 28. March: 15 at 0.5 and
    // 16 at 0.75 of 31 → 19.5 ÷ 31.
    const months = rampedCapacity({ startDate: '2026-01-16', endDate: null }, firstQuarter, usualRamp);
    expect(months.map(({ capacity }) => capacity)).toEqual([4 / 31, 10.25 / 28, 19.5 / 31]);
  });

  it('ends with the last day at work', () => {
    // Until 14 February: January whole, 14 of 28 days, nothing.
    const months = rampedCapacity({ startDate: null, endDate: '2026-02-14' }, firstQuarter, usualRamp);
    expect(months.map(({ capacity }) => capacity)).toEqual([1, 0.5, 0]);
  });

  it('is never below 0 or above 1', () => {
    const days = fc.integer({ min: 0, max: 600 }).map((day) => {
      return new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    });
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 });
    fc.assert(
      fc.property(fc.option(days), fc.option(days), shares, (startDate, endDate, ramp) => {
        for (const { capacity } of rampedCapacity({ startDate, endDate }, firstQuarter, ramp)) {
          expect(capacity).toBeGreaterThanOrEqual(0);
          expect(capacity).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});

describe('weights', () => {
  it('of capacity count months of full productivity, times their season', () => {
    const reps = new Map([
      ['Anna', { startDate: null, endDate: null }],
      ['Bo', { startDate: '2026-02-01', endDate: null }],
    ]);
    // Bo: 0 + 0.25 + 0.5.
    expect([...capacityWeights(reps, firstQuarter, usualRamp)]).toEqual([
      ['Anna', 3],
      ['Bo', 0.75],
    ]);
    const season = [2, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    // Anna: 2 + 0.5 + 0.5. Bo: 0.25 × 0.5 + 0.5 × 0.5.
    expect([...capacityWeights(reps, firstQuarter, usualRamp, season).values()]).toEqual([3, 0.375]);
  });

  it('of history are what was reached, and nothing where there is nothing', () => {
    const past = new Map<string, number | null>([
      ['Anna', 300],
      ['Bo', -20],
      ['Cid', null],
    ]);
    expect([...historyWeights(['Anna', 'Bo', 'Cid', 'Dag'], past).values()]).toEqual([300, 0, 0, 0]);
  });

  it('of months are equal, or their season', () => {
    expect([...monthWeights(firstQuarter)]).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
      ['2026-03', 1],
    ]);
  });

  it('of seasons are the mean of each calendar month beside the mean of all', () => {
    // January 200 and 400 → 300, every other month 100: the mean of all is (300 + 11 × 100) ÷ 12 = 1400 ÷ 12.
    const past = new Map<string, number>([['2024-01', 200]]);
    for (let month = 1; month <= 12; month += 1) {
      past.set(`2025-${String(month).padStart(2, '0')}`, month === 1 ? 400 : 100);
    }
    const season = seasonOfMonths(past);
    expect(season?.[0]).toBeCloseTo((300 * 12) / 1400, 12);
    expect(season?.[1]).toBeCloseTo((100 * 12) / 1400, 12);
    past.delete('2025-07');
    expect(seasonOfMonths(past)).toBeNull();
  });
});
