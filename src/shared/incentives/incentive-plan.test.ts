import { describe, expect, it } from 'vitest';
import { planFor } from './choose-plan';
import { planOf, type WrittenPlan, writtenPlanSchema } from './incentive-plan';
import { payoutPeriodsWithin } from './payout-period';
import { planProblems } from './plan-problem';

function read(part: Partial<WrittenPlan>) {
  return planOf(writtenPlanSchema.parse({ name: 'Plan', baseRate: 0.04, ...part }));
}

function problemsOf(part: Partial<WrittenPlan>) {
  return planProblems(read(part)).map(({ code, field }) => `${code} ${field}`);
}

describe('an incentive plan', () => {
  it('may give a tier an accelerator in place of a rate', () => {
    // 4 % × 1.5 = 6 %; 0.1 × 3 would be 0.30000000000000004.
    expect(read({ tiers: [{ from: 1, accelerator: 1.5 }] }).tiers).toEqual([{ from: 1, rate: 0.06 }]);
    expect(read({ baseRate: 0.1, tiers: [{ from: 1, accelerator: 3 }] }).tiers[0]?.rate).toBe(0.3);
    expect(writtenPlanSchema.safeParse({ name: 'P', baseRate: 0, tiers: [{ from: 1 }] }).success).toBe(false);
  });

  it('has tiers that rise, rates between 0 and 1, and a draw that can be earned', () => {
    expect(problemsOf({ tiers: [{ from: 0.8, rate: 0.05 }] })).toEqual([]);
    const tiers = [
      { from: 1, rate: 0.05 },
      { from: 0.8, rate: 0.06 },
      { from: 1.2, rate: 1.5 },
    ];
    expect(problemsOf({ tiers })).toEqual(['tierNotAbovePrevious tiers.1', 'rateOutOfRange tiers.2']);
    expect(problemsOf({ tiers: [{ from: 0, rate: 0.05 }] })).toEqual(['tierNotAboveZero tiers.0']);
    expect(problemsOf({ cap: 100, draw: { amount: 200, recoverable: true } })).toEqual(['drawAboveCap draw']);
    expect(problemsOf({ scope: 'team' })).toEqual(['nobodyNamed names']);
    expect(problemsOf({ from: '2026-02-01', to: '2026-01-01' })).toEqual(['datesReversed to']);
  });

  it('for a rep comes before one for the team and one for all, and a later one before an earlier', () => {
    const all = read({ name: 'All' });
    const late = read({ name: 'Late', from: '2026-01-01' });
    const team = read({ name: 'Team', scope: 'team', names: ['North'], to: '2026-06-30' });
    const own = read({ name: 'Own', scope: 'rep', names: ['Anna'] });
    const plans = [late, all, team, own];
    const chosen = (name: string, teamName: string, day: string) =>
      planFor(plans, { name, team: teamName }, day)?.name;
    expect(chosen('Anna', 'North', '2026-03-31')).toBe('Own');
    expect(chosen('Bo', 'North', '2026-03-31')).toBe('Team');
    expect(chosen('Bo', 'North', '2026-09-30')).toBe('Late');
    expect(chosen('Bo', '', '2025-12-31')).toBe('All');
    expect(planFor([team], { name: 'Cid', team: 'South' }, '2026-01-31')).toBeNull();
  });

  it('pays on the last day of the payout period, which may begin before the range', () => {
    const keys = (from: string, to: string, kind: 'month' | 'quarter' | 'year', start = 1) =>
      payoutPeriodsWithin({ from, to }, kind, start).map(({ key }) => key);
    expect(keys('2026-03-01', '2026-07-15', 'quarter')).toEqual(['2026-Q1', '2026-Q2']);
    expect(keys('2026-01-01', '2026-01-31', 'quarter')).toEqual([]);
    expect(keys('2026-01-01', '2026-12-31', 'year')).toEqual(['2026']);
    expect(keys('2026-01-01', '2026-12-31', 'year', 7)).toEqual(['FY2026']);
  });
});
