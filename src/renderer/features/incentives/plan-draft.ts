import type { LocaleFormat } from '@shared/format/locale-format';
import { parseCalendarDate } from '@shared/format/parse-date';
import { parseNumber } from '@shared/format/parse-number';
import { rulesOf } from '@shared/format/read-field';
import type {
  IncentiveBonus,
  IncentivePlan,
  PayoutPeriod,
  PlanScope,
} from '@shared/incentives/incentive-plan';
import { planProblems } from '@shared/incentives/plan-problem';

/** A plan while it is edited: numbers and dates as they are typed. */
export interface PlanDraft {
  readonly name: string;
  readonly scope: PlanScope;
  readonly names: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly payoutPeriod: PayoutPeriod;
  readonly baseRate: string;
  readonly tiers: readonly { readonly from: string; readonly rate: string }[];
  readonly bonuses: readonly {
    readonly of: IncentiveBonus['of'];
    readonly from: string;
    readonly amount: string;
  }[];
  readonly cap: string;
  readonly draw: string;
  readonly recoverable: boolean;
  readonly roundTo: string;
}

/** What is wrong, by field: a key of the catalogue, with the tier or bonus that it names, counted from 1. */
export interface DraftProblem {
  readonly field: string;
  readonly code: string;
  readonly place: number;
}

export interface ReadDraft {
  /** Null while something cannot be read or makes no sense. */
  readonly plan: IncentivePlan | null;
  readonly problems: readonly DraftProblem[];
}

export const newPlan: IncentivePlan = {
  name: '',
  scope: 'all',
  names: [],
  from: null,
  to: null,
  payoutPeriod: 'quarter',
  baseRate: 0.04,
  tiers: [{ from: 1, rate: 0.06 }],
  bonuses: [],
  cap: null,
  draw: null,
  roundTo: 1,
};

export function draftOf(plan: IncentivePlan, format: LocaleFormat): PlanDraft {
  const share = (fraction: number) => format.percent(fraction, 4);
  const amount = (value: number | null) => (value === null ? '' : format.number(value, 2));
  const date = (day: string | null) => (day === null ? '' : format.date(day));
  return {
    name: plan.name,
    scope: plan.scope,
    names: plan.names,
    from: date(plan.from),
    to: date(plan.to),
    payoutPeriod: plan.payoutPeriod,
    baseRate: share(plan.baseRate),
    tiers: plan.tiers.map(({ from, rate }) => ({ from: share(from), rate: share(rate) })),
    bonuses: plan.bonuses.map((bonus) => ({
      of: bonus.of,
      from: share(bonus.from),
      amount: amount(bonus.amount),
    })),
    cap: amount(plan.cap),
    draw: amount(plan.draw?.amount ?? null),
    recoverable: plan.draw?.recoverable ?? true,
    roundTo: format.number(plan.roundTo, 2),
  };
}

/** @param locale BCP 47 */
export function readDraft(draft: PlanDraft, locale: string): ReadDraft {
  const unread: DraftProblem[] = [];
  const read = <Value>(field: string, value: Value | null, fallback: Value): Value => {
    if (value === null) unread.push({ field, code: 'unreadable', place: placeOf(field) });
    return value ?? fallback;
  };
  /** Rates and attainments are always per cent here: 4 is 4 %. */
  const share = (field: string, text: string) => read(field, percentOf(text, locale), 0);
  const amount = (field: string, text: string) => read(field, parseNumber(text, locale), 1);
  const date = (field: string, text: string) =>
    text.trim() === '' ? null : read(field, parseCalendarDate(text.trim(), rulesOf(locale)), '2000-01-01');
  const plan: IncentivePlan = {
    name: draft.name.trim(),
    scope: draft.scope,
    names: draft.scope === 'all' ? [] : draft.names,
    from: date('from', draft.from),
    to: date('to', draft.to),
    payoutPeriod: draft.payoutPeriod,
    baseRate: share('baseRate', draft.baseRate),
    tiers: draft.tiers.map((tier, place) => ({
      from: share(`tiers.${place}`, tier.from),
      rate: share(`tiers.${place}`, tier.rate),
    })),
    bonuses: draft.bonuses.map((bonus, place) => ({
      of: bonus.of,
      from: share(`bonuses.${place}`, bonus.from),
      amount: amount(`bonuses.${place}`, bonus.amount),
    })),
    cap: draft.cap.trim() === '' ? null : amount('cap', draft.cap),
    draw:
      draft.draw.trim() === ''
        ? null
        : { amount: amount('draw', draft.draw), recoverable: draft.recoverable },
    roundTo: amount('roundTo', draft.roundTo),
  };
  const fields = new Set(unread.map(({ field }) => field));
  const wrong = planProblems(plan)
    .filter(({ field }) => !fields.has(field))
    .map(({ field, code }) => ({ field, code, place: placeOf(field) }));
  const problems = [...unread, ...wrong];
  return { plan: problems.length === 0 ? plan : null, problems };
}

function percentOf(text: string, locale: string): number | null {
  const number = parseNumber(text.replace('%', ''), locale);
  // 6.1 % of a number with decimals: 0.061, not 0.06099999999999999.
  return number === null ? null : Number((number / 100).toPrecision(12));
}

function placeOf(field: string): number {
  return Number(/\d+$/.exec(field)?.[0] ?? 0) + 1;
}
