import type { IncentivePlan } from '@shared/incentives/incentive-plan';

/** All reps are paid by the quarter; the north, where the market is hard, has a guaranteed draw and a lower first tier. */
export const samplePlans: readonly IncentivePlan[] = [
  {
    name: 'Provisjon for selgere',
    scope: 'all',
    names: [],
    from: '2025-01-01',
    to: null,
    payoutPeriod: 'quarter',
    baseRate: 0.02,
    tiers: [
      { from: 0.8, rate: 0.03 },
      { from: 1, rate: 0.045 },
    ],
    bonuses: [{ of: 'team', from: 1, amount: 10_000 }],
    cap: 120_000,
    draw: null,
    roundTo: 1,
  },
  {
    name: 'Provisjon i Nord',
    scope: 'team',
    names: ['Nord'],
    from: '2026-01-01',
    to: null,
    payoutPeriod: 'quarter',
    baseRate: 0.02,
    tiers: [
      { from: 0.7, rate: 0.03 },
      { from: 1, rate: 0.045 },
    ],
    bonuses: [{ of: 'team', from: 1, amount: 10_000 }],
    cap: 120_000,
    draw: { amount: 15_000, recoverable: false },
    roundTo: 1,
  },
];
