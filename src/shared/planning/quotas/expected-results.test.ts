import { describe, expect, it } from 'vitest';
import { chanceToReach, expectedResults } from './expected-results';
import { baseOf, plainPlan, steadyRep } from './quota-plan.fixture';

describe('what a rep is expected to come to', () => {
  it('goes on at the pace of the last twelve months', () => {
    const expected = expectedResults(plainPlan, baseOf([steadyRep('Anna', 30)])).get('Anna');
    expect(expected).toMatchObject({ total: 360, deviation: 0, by: 'rep' });
    expect(expected?.months.get('2026-05')).toBe(30);
  });

  it('counts capacity: a rep who leaves in the middle is expected to bring half', () => {
    const leaving = steadyRep('Anna', 30, { endDate: '2026-06-30' });
    expect(expectedResults(plainPlan, baseOf([leaving])).get('Anna')?.total).toBeCloseTo(180, 9);
  });

  it('takes the team’s pace for somebody with less than three months behind, growing into the job', () => {
    const fresh = steadyRep('Bo', 0, { startDate: '2026-01-01', months: new Map() });
    const found = expectedResults({ ...plainPlan, ramp: [0.5, 0.5] }, baseOf([steadyRep('Anna', 30), fresh]));
    // 30 a month: twice a half, and ten whole months.
    expect(found.get('Bo')).toMatchObject({ by: 'team', total: 330 });
    const elsewhere = { ...fresh, team: 'South' };
    expect(expectedResults(plainPlan, baseOf([steadyRep('Anna', 30), elsewhere])).get('Bo')?.by).toBe('all');
    expect(expectedResults(plainPlan, baseOf([elsewhere], { wholeMonths: [] })).get('Bo')).toMatchObject({
      by: null,
      total: 0,
    });
  });

  it('leaves months that have happened as they were, and expects the rest of the open one', () => {
    const months = new Map([...steadyRep('Anna', 30).months, ['2026-01', 50], ['2026-02', 10]]);
    const base = baseOf([steadyRep('Anna', 30, { months })], { asOf: '2026-02-14' });
    const expected = expectedResults(plainPlan, base).get('Anna');
    expect(expected?.months.get('2026-01')).toBe(50);
    // 10 until the 14th of 28 days, and half a month at the pace of 2025.
    expect(expected?.months.get('2026-02')).toBeCloseTo(25, 9);
    expect(expected?.total).toBeCloseTo(50 + 25 + 10 * 30, 9);
  });

  it('takes the season out of the past and into the months to come', () => {
    const season = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5];
    const months = new Map(
      season.map((weight, index) => [`2025-${String(index + 1).padStart(2, '0')}`, 40 * weight]),
    );
    const expected = expectedResults(plainPlan, baseOf([steadyRep('Anna', 0, { months })], { season })).get(
      'Anna',
    );
    expect(expected?.months.get('2026-02')).toBeCloseTo(20, 9);
    expect(expected?.months.get('2026-11')).toBeCloseTo(60, 9);
    expect(expected?.deviation).toBeCloseTo(0, 9);
  });

  it('has a chance to reach a quota from how the months have varied', () => {
    const months = new Map(
      [...steadyRep('Anna', 0).months.keys()].map((key, index) => [key, index % 2 === 0 ? 20 : 40]),
    );
    const expected = expectedResults(plainPlan, baseOf([steadyRep('Anna', 0, { months })])).get('Anna');
    if (expected === undefined) throw new Error('no answer');
    // Each month lies 10 from the pace of 30: √(12 × 100 ÷ 11) = 10.4447 a month, × √12 = 36.1814 over the year.
    expect(expected.deviation).toBeCloseTo(36.1814, 3);
    expect(chanceToReach(expected, 360)).toBeCloseTo(0.5, 9);
    // (360 − 300) ÷ 36.1814 = 1.6583; Φ(1.6583) = 0.9514 (Abramowitz & Stegun, table 26.1).
    expect(chanceToReach(expected, 300)).toBeCloseTo(0.9514, 3);
    expect(chanceToReach(expected, 0)).toBeNull();
    const steady = expectedResults(plainPlan, baseOf([steadyRep('Bo', 30)])).get('Bo');
    expect(steady && [chanceToReach(steady, 360), chanceToReach(steady, 361)]).toEqual([1, 0]);
  });
});
