import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncentivePlan } from './incentive-plan';
import { type PayoutBasis, type PayoutStep, workOutPayout } from './work-out-payout';

const plain: IncentivePlan = {
  name: 'Plan',
  scope: 'all',
  names: [],
  from: null,
  to: null,
  payoutPeriod: 'quarter',
  baseRate: 0.04,
  tiers: [
    { from: 0.8, rate: 0.06 },
    { from: 1, rate: 0.09 },
  ],
  bonuses: [],
  cap: null,
  draw: null,
  roundTo: 1,
};

function plan(part: Partial<IncentivePlan>): IncentivePlan {
  return { ...plain, ...part };
}

function booked(bookings: number, quota: number | null, part: Partial<PayoutBasis> = {}): PayoutBasis {
  const basis = { bookings, result: bookings, quota, teamAttainment: null };
  return { ...basis, employedShare: 1, broughtForward: 0, ...part };
}

function tranches(steps: readonly PayoutStep[]) {
  return steps.flatMap((step) =>
    step.kind === 'tranche' ? [[step.amount, step.rate, Number(step.payout.toFixed(6))]] : [],
  );
}

describe('a payout', () => {
  it('pays each tranche of bookings at the rate of its tier', () => {
    // Quota 1,000,000, bookings 1,250,000: 800,000 × 4 % = 32,000; 200,000 × 6 % = 12,000; 250,000 × 9 % = 22,500; in all 66,500.
    const { steps, attainment, payout } = workOutPayout(plain, booked(1_250_000, 1_000_000));
    expect(tranches(steps)).toEqual([
      [800_000, 0.04, 32_000],
      [200_000, 0.06, 12_000],
      [250_000, 0.09, 22_500],
    ]);
    expect(attainment).toBe(1.25);
    expect(payout).toBe(66_500);
  });

  it('pays exactly on a border what lies below it, and no tranche above it', () => {
    // 800,000 × 4 %; and 800,000 × 4 % + 200,000 × 6 % = 44,000.
    expect(tranches(workOutPayout(plain, booked(800_000, 1_000_000)).steps)).toEqual([
      [800_000, 0.04, 32_000],
    ]);
    const onQuota = workOutPayout(plain, booked(1_000_000, 1_000_000));
    expect(onQuota.payout).toBe(44_000);
    expect(tranches(onQuota.steps)).toHaveLength(2);
  });

  it('pays the base rate on everything where there is no quota to hold bookings against', () => {
    // 1,250,000 × 4 % = 50,000.
    for (const quota of [null, 0]) {
      const { attainment, payout } = workOutPayout(plain, booked(1_250_000, quota));
      expect(attainment).toBeNull();
      expect(payout).toBe(50_000);
    }
    expect(workOutPayout(plain, booked(1_250_000, 10, { result: null })).payout).toBe(50_000);
  });

  it('divides bookings in the proportion of the attainment where the quota is for something else', () => {
    // 12 of 10 deals is 120 %: of 600,000, 8 ÷ 12 = 400,000 × 4 % = 16,000; 2 ÷ 12 = 100,000 × 6 % = 6,000; 2 ÷ 12 × 9 % = 9,000.
    const { payout } = workOutPayout(plain, booked(600_000, 10, { result: 12 }));
    expect(payout).toBe(31_000);
  });

  it('adds bonuses that the rep or the team has reached', () => {
    const withBonuses = plan({
      bonuses: [
        { of: 'rep', from: 1, amount: 10_000 },
        { of: 'team', from: 1.1, amount: 5_000 },
      ],
    });
    // On quota 44,000 + 10,000; the team at 109 % gets nothing, at 110 % 5,000. At 99 %: 32,000 + 190,000 × 6 % = 43,400, no bonus.
    expect(workOutPayout(withBonuses, booked(1e6, 1e6, { teamAttainment: 1.09 })).payout).toBe(54_000);
    expect(workOutPayout(withBonuses, booked(1e6, 1e6, { teamAttainment: 1.1 })).payout).toBe(59_000);
    expect(workOutPayout(withBonuses, booked(990_000, 1e6)).payout).toBe(43_400);
  });

  it('ends at the cap, bonuses included', () => {
    const { steps, earned, payout } = workOutPayout(plan({ cap: 60_000 }), booked(1_250_000, 1_000_000));
    // 66,500 less 6,500.
    expect(steps.at(-1)).toEqual({ kind: 'cap', cap: 60_000, taken: 6_500 });
    expect([earned, payout]).toEqual([60_000, 60_000]);
  });

  it('is less what was paid in advance, and never below 0', () => {
    const kept = plan({ draw: { amount: 50_000, recoverable: false } });
    // 66,500 − 50,000 = 16,500. 32,000 − 50,000 is below 0: nothing more is paid, and nothing is owed.
    expect(workOutPayout(kept, booked(1_250_000, 1e6))).toMatchObject({ payout: 16_500, carriedForward: 0 });
    expect(workOutPayout(kept, booked(800_000, 1e6))).toMatchObject({ payout: 0, carriedForward: 0 });
  });

  it('carries a recoverable draw that was not earned to the next payout', () => {
    const recoverable = plan({ draw: { amount: 50_000, recoverable: true } });
    // 32,000 − 50,000 = −18,000. Then 66,500 − 50,000 − 18,000 = −1,500. Then 66,500 − 50,000 − 1,500 = 15,000.
    const first = workOutPayout(recoverable, booked(800_000, 1e6));
    expect(first).toMatchObject({ payout: 0, carriedForward: 18_000 });
    const second = workOutPayout(
      recoverable,
      booked(1_250_000, 1e6, { broughtForward: first.carriedForward }),
    );
    expect(second).toMatchObject({ payout: 0, carriedForward: 1_500 });
    const third = workOutPayout(
      recoverable,
      booked(1_250_000, 1e6, { broughtForward: second.carriedForward }),
    );
    expect(third).toMatchObject({ payout: 15_000, carriedForward: 0 });
  });

  it('counts of the draw what was paid to a rep who started in the middle of the period', () => {
    // 45 of 90 days: a draw of 25,000; 800,000 × 4 % = 32,000 less that.
    const draw = plan({ draw: { amount: 50_000, recoverable: true } });
    expect(workOutPayout(draw, booked(800_000, 1e6, { employedShare: 0.5 }))).toMatchObject({
      draw: 25_000,
      payout: 7_000,
    });
  });

  it('is rounded once, at the end, halves away from 0', () => {
    // 1,234,512.50 × 4 % = 49,380.50 → 49,381; in cents it stays. Two tranches of 12.50 at 4 % are 0.50 each: 1 in all, not 1 + 1.
    expect(workOutPayout(plain, booked(1_234_512.5, null)).payout).toBe(49_381);
    expect(workOutPayout(plan({ roundTo: 0.01 }), booked(1_234_512.5, null)).payout).toBe(49_380.5);
    const halves = plan({ tiers: [{ from: 0.5, rate: 0.04 }] });
    expect(workOutPayout(halves, booked(25, 25)).payout).toBe(1);
  });
});

const rates = fc.integer({ min: 0, max: 300 }).map((thousandths) => thousandths / 1000);
const risingPlans = fc
  .record({
    rates: fc.array(rates, { minLength: 1, maxLength: 5 }),
    borders: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 4 }),
    cap: fc.option(fc.integer({ min: 100, max: 1_000_000 })),
    draw: fc.option(fc.record({ amount: fc.integer({ min: 1, max: 100 }), recoverable: fc.boolean() })),
    bonus: fc.option(fc.integer({ min: 1, max: 50_000 })),
    roundTo: fc.constantFrom(1, 0.01, 100),
  })
  .map(({ rates: own, borders, cap, draw, bonus, roundTo }): IncentivePlan => {
    const [baseRate = 0, ...rest] = [...own].sort((one, other) => one - other);
    const rising = [...borders].sort((one, other) => one - other);
    return plan({
      baseRate,
      tiers: rest.map((rate, place) => ({ from: (rising[place] ?? 0) / 100, rate })),
      bonuses: bonus === null ? [] : [{ of: 'rep', from: 1, amount: bonus }],
      cap,
      draw,
      roundTo,
    });
  });
const cents = fc.integer({ min: 0, max: 500_000_000 }).map((count) => count / 100);

describe('whatever the plan, as long as its rates do not fall', () => {
  it('more bookings never pay less', () => {
    fc.assert(
      fc.property(
        risingPlans,
        cents,
        cents,
        fc.option(fc.integer({ min: 1, max: 5_000_000 })),
        (own, one, other, quota) => {
          const [less, more] = one < other ? [one, other] : [other, one];
          const lower = workOutPayout(own, booked(less, quota));
          const higher = workOutPayout(own, booked(more, quota));
          expect(higher.payout).toBeGreaterThanOrEqual(lower.payout);
          expect(higher.carriedForward).toBeLessThanOrEqual(lower.carriedForward);
        },
      ),
    );
  });

  it('nobody earns more than the cap, and the tranches are all of the bookings', () => {
    fc.assert(
      fc.property(
        risingPlans,
        cents,
        fc.option(fc.integer({ min: 1, max: 5_000_000 })),
        (own, bookings, quota) => {
          const { steps, earned, payout } = workOutPayout(own, booked(bookings, quota));
          if (own.cap !== null) expect(earned).toBeLessThanOrEqual(own.cap);
          expect(payout).toBeLessThanOrEqual(earned);
          const sum = tranches(steps).reduce((total, [amount = 0]) => total + amount, 0);
          expect(Math.abs(sum - bookings)).toBeLessThanOrEqual(1e-6);
          const unit = own.roundTo;
          expect(Math.abs(payout / unit - Math.round(payout / unit))).toBeLessThan(1e-6);
        },
      ),
    );
  });
});
