import type { IncentivePlan } from './incentive-plan';

export const planProblemCodes = [
  'noName',
  'nobodyNamed',
  'datesReversed',
  'rateOutOfRange',
  'tierNotAboveZero',
  'tierNotAbovePrevious',
  'tierGap',
  'bonusNotAboveZero',
  'capNotAboveZero',
  'drawNotAboveZero',
  'drawAboveCap',
  'roundToNotAboveZero',
] as const;
export type PlanProblemCode = (typeof planProblemCodes)[number];

/** What is wrong with a plan, and where: the number is the tier's or bonus's place, counted from 0. */
export interface PlanProblem {
  readonly code: PlanProblemCode;
  readonly field:
    | 'name'
    | 'names'
    | 'to'
    | 'baseRate'
    | `tiers.${number}`
    | `bonuses.${number}`
    | 'cap'
    | 'draw'
    | 'roundTo';
}

/** Everything about a plan that makes no sense; empty for a plan that can be used. */
export function planProblems(plan: IncentivePlan): readonly PlanProblem[] {
  const found: (PlanProblem | false)[] = [
    plan.name.trim() === '' && { code: 'noName', field: 'name' },
    plan.scope !== 'all' && plan.names.length === 0 && { code: 'nobodyNamed', field: 'names' },
    plan.from !== null && plan.to !== null && plan.to < plan.from && { code: 'datesReversed', field: 'to' },
    !isRate(plan.baseRate) && { code: 'rateOutOfRange', field: 'baseRate' },
    ...plan.tiers.map(({ from, rate }, place): PlanProblem | false => {
      const before = place === 0 ? 0 : (plan.tiers[place - 1]?.from ?? 0);
      const field = `tiers.${place}` as const;
      if (!(from > 0)) return { code: 'tierNotAboveZero', field };
      if (from <= before) return { code: 'tierNotAbovePrevious', field };
      return !isRate(rate) && { code: 'rateOutOfRange', field };
    }),
    ...plan.bonuses.map(
      ({ from, amount }, place): PlanProblem | false =>
        !(from > 0 && amount > 0) && { code: 'bonusNotAboveZero', field: `bonuses.${place}` },
    ),
    plan.cap !== null && !(plan.cap > 0) && { code: 'capNotAboveZero', field: 'cap' },
    plan.draw !== null && !(plan.draw.amount > 0) && { code: 'drawNotAboveZero', field: 'draw' },
    plan.draw !== null &&
      plan.cap !== null &&
      plan.draw.amount > plan.cap && { code: 'drawAboveCap', field: 'draw' },
    !(plan.roundTo > 0) && { code: 'roundToNotAboveZero', field: 'roundTo' },
  ];
  return found.filter((problem) => problem !== false);
}

/** From 0 to 100 %. */
function isRate(rate: number): boolean {
  return rate >= 0 && rate <= 1;
}
