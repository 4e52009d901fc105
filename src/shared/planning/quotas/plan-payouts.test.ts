import { describe, expect, it } from 'vitest';
import type { IncentivePlan } from '../../incentives/incentive-plan';
import { expectedResults } from './expected-results';
import { expectedPayouts } from './plan-payouts';
import { baseOf, plainPlan, steadyRep } from './quota-plan.fixture';
import { spreadQuotas } from './spread-quotas';

const plan: IncentivePlan = {
  name: 'Sales',
  scope: 'all',
  names: [],
  from: null,
  to: null,
  payoutPeriod: 'quarter',
  baseRate: 0.1,
  tiers: [{ from: 1, rate: 0.2 }],
  bonuses: [{ of: 'team', from: 1, amount: 7 }],
  cap: null,
  draw: null,
  roundTo: 1,
};

function payouts(total: number): ReadonlyMap<string, number> {
  const base = baseOf([steadyRep('Anna', 100), steadyRep('Bo', 50)], { incentivePlans: [plan] });
  const wanted = { ...plainPlan, total };
  const spread = spreadQuotas(wanted, base);
  return expectedPayouts(
    wanted,
    base,
    spread.kind === 'spread' ? spread.rows : [],
    expectedResults(wanted, base),
  );
}

describe('what a plan of quotas does to incentives', () => {
  it('is worked out by payout period from expected results', () => {
    // 2000 is 250 a quarter for each. Anna comes to 300: 250 × 10 % + 50 × 20 % = 35; Bo to 150: 15; the team to 450 of 500, no bonus.
    expect(Object.fromEntries(payouts(2000))).toEqual({ Anna: 4 * 35, Bo: 4 * 15 });
  });

  it('moves with the quotas', () => {
    // 1600 is 200 a quarter. Anna: 200 × 10 % + 100 × 20 % = 40; Bo: 15; the team's 450 of 400 brings each 7.
    expect(Object.fromEntries(payouts(1600))).toEqual({ Anna: 4 * 47, Bo: 4 * 22 });
  });
});
