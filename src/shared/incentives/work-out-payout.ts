import type { IncentiveBonus, IncentivePlan } from './incentive-plan';

/** What one rep has done in one payout period. Money in the workspace's currency; attainments are fractions. */
export interface PayoutBasis {
  readonly bookings: number;
  /** What the quota is set for has come to: the bookings themselves, or revenue, margin, units or deals. Null without data. */
  readonly result: number | null;
  /** Null, or not above 0, without one: no tier can be told then. */
  readonly quota: number | null;
  /** Null where the team has no quota. */
  readonly teamAttainment: number | null;
  /** The part of the period's days on which the rep was employed, 0 to 1: so much of the draw was paid. */
  readonly employedShare: number;
  /** What earlier draws are still ahead of what was earned. */
  readonly broughtForward: number;
}

export type PayoutStep =
  /** `amount` of the bookings lies between two attainments; `to` is null for the last tier, both ends are null without a quota. */
  | {
      readonly kind: 'tranche';
      readonly from: number | null;
      readonly to: number | null;
      readonly amount: number;
      readonly rate: number;
      readonly payout: number;
    }
  | { readonly kind: 'bonus'; readonly of: 'rep' | 'team'; readonly from: number; readonly payout: number }
  /** Shown only where the cap takes something. */
  | { readonly kind: 'cap'; readonly cap: number; readonly taken: number }
  /** Shown only where rounding changes something. */
  | { readonly kind: 'rounding'; readonly roundTo: number; readonly added: number }
  | { readonly kind: 'draw'; readonly amount: number; readonly recoverable: boolean }
  | { readonly kind: 'broughtForward'; readonly amount: number };

export interface Payout {
  readonly steps: readonly PayoutStep[];
  /** Result ÷ quota; null without a quota. */
  readonly attainment: number | null;
  /** The tranches' and bonuses' sum up to the cap, rounded to the plan's unit. */
  readonly earned: number;
  /** What was paid in advance for this period. */
  readonly draw: number;
  /** Earned less draw, and less what was brought forward; never below 0. */
  readonly payout: number;
  /** What of the recoverable draws is still to be earned. */
  readonly carriedForward: number;
}

/** A sum of cents may miss a border by its last bits; it has reached it all the same. */
const borderTolerance = 1e-9;

/**
 * A rep's payout for one payout period: each tranche of the bookings × the rate of its attainment tier, plus bonuses, up to the cap,
 * less draw. A tier's rate counts for the bookings inside the tier alone, so passing a border never makes less of what came before.
 *
 * Borders lie at attainment × quota. Where the quota is not for bookings, the bookings are divided in the proportion of the
 * attainment. Below the first tier, without a quota, and for bookings of 0 or less, the base rate counts.
 *
 * Rounding happens once: what is earned, after the cap, to the plan's unit, halves away from 0 and never above the cap; the draw is
 * rounded in the same way. Nothing before that is rounded, and totals are sums of rounded payouts.
 */
export function workOutPayout(plan: IncentivePlan, basis: PayoutBasis): Payout {
  const attainment = attainmentOf(basis);
  const tranches = tranchesOf(plan, basis, attainment);
  const bonuses = plan.bonuses
    .filter((bonus) => isReached(bonus, attainment, basis.teamAttainment))
    .map(({ of, from, amount }): PayoutStep => ({ kind: 'bonus', of, from, payout: amount }));
  const gross = [...tranches, ...bonuses].reduce((sum, step) => sum + payoutOf(step), 0);
  const capped = plan.cap === null ? gross : Math.min(gross, plan.cap);
  const earned = roundedTo(capped, plan.roundTo, plan.cap);
  const draw = plan.draw === null ? 0 : roundedTo(plan.draw.amount * basis.employedShare, plan.roundTo, null);
  const broughtForward = plan.draw?.recoverable ? basis.broughtForward : 0;
  const left = cleaned(earned - draw - broughtForward);
  return {
    steps: [
      ...tranches,
      ...bonuses,
      ...stepIf(capped < gross, { kind: 'cap', cap: plan.cap ?? 0, taken: gross - capped }),
      ...stepIf(earned !== cleaned(capped), {
        kind: 'rounding',
        roundTo: plan.roundTo,
        added: earned - capped,
      }),
      ...stepIf(plan.draw !== null, {
        kind: 'draw',
        amount: draw,
        recoverable: plan.draw?.recoverable ?? false,
      }),
      ...stepIf(broughtForward > 0, { kind: 'broughtForward', amount: broughtForward }),
    ],
    attainment,
    earned,
    draw,
    payout: Math.max(0, left),
    carriedForward: plan.draw?.recoverable ? Math.max(0, -left) : 0,
  };
}

function attainmentOf({ result, quota }: PayoutBasis): number | null {
  return result === null || quota === null || quota <= 0 ? null : result / quota;
}

function tranchesOf(
  plan: IncentivePlan,
  basis: PayoutBasis,
  attainment: number | null,
): readonly Extract<PayoutStep, { kind: 'tranche' }>[] {
  const { bookings, quota, result } = basis;
  const tranche = (from: number | null, to: number | null, amount: number, rate: number) =>
    ({ kind: 'tranche', from, to, amount, rate, payout: amount * rate }) as const;
  if (attainment === null || attainment <= 0 || bookings <= 0 || quota === null)
    return [tranche(null, null, bookings, plan.baseRate)];

  const border = (from: number) => (result === bookings ? from * quota : (bookings * from) / attainment);
  const tiers = [{ from: 0, rate: plan.baseRate }, ...plan.tiers];
  return tiers.flatMap(({ from, rate }, place) => {
    const to = tiers[place + 1]?.from ?? null;
    const start = border(from);
    const end = to === null ? bookings : Math.min(bookings, border(to));
    return end - start > borderTolerance * bookings ? [tranche(from, to, end - start, rate)] : [];
  });
}

function isReached(
  { of, from }: IncentiveBonus,
  attainment: number | null,
  teamAttainment: number | null,
): boolean {
  const reached = of === 'rep' ? attainment : teamAttainment;
  return reached !== null && reached >= from - borderTolerance;
}

function payoutOf(step: PayoutStep): number {
  return step.kind === 'tranche' || step.kind === 'bonus' ? step.payout : 0;
}

function stepIf(shown: boolean, step: PayoutStep): readonly PayoutStep[] {
  return shown ? [step] : [];
}

/** Digits that a sum of products of decimals keeps; the rest is drift. */
const exactDigits = 13;

function cleaned(value: number): number {
  return Number(value.toPrecision(exactDigits));
}

/** To the nearest whole unit, halves away from 0; down to the last one below `limit` where that is passed. */
function roundedTo(value: number, unit: number, limit: number | null): number {
  const inUnits = (number: number) => cleaned(number / unit);
  const units = Math.sign(value) * Math.round(Math.abs(inUnits(value)));
  const most = limit === null ? units : Math.min(units, Math.floor(inUnits(limit)));
  return cleaned(most * unit) + 0;
}
