import { dateOfDayNumber } from '../../model/calendar-date';
import { exactSum } from '../exact-sum';
import type { Scope } from '../formula';
import { type CustomerOfKey, knownCustomers, observedCustomers } from '../formulas/predicted-lifetime-value';
import { hasData, readByCustomer } from '../measure-column';
import type { PurchaseModel } from './bg-nbd';
import type { CustomerModelFit } from './customer-model';
import {
  expectedRepeatsBy,
  type FrequencyBar,
  frequencyFit,
  type HoldOut,
  holdOut,
  type SplitCustomer,
} from './fit-report';

/** Repeat purchases of all customers up to a day, in fact and as the model expects them. */
export interface CoursePoint {
  readonly day: string;
  readonly actual: number;
  readonly expected: number;
}

/** The check against the second half of the time observed, which the model has not seen. */
export interface HoldOutReport extends HoldOut {
  /** The last day that the model was fitted to. */
  readonly split: string;
  readonly course: readonly CoursePoint[];
}

/** How well the models of purchasing fit the customers of a workspace. */
export interface LifetimeReport {
  readonly customers: number;
  /** Those who have bought again. */
  readonly repeating: number;
  /** The last day observed; null without any purchase. */
  readonly end: string | null;
  readonly fit: CustomerModelFit;
  /** Empty where the fit failed. */
  readonly frequency: readonly FrequencyBar[];
  /** Null where the time observed is too short to be halved. */
  readonly holdOut: HoldOutReport | null;
}

const daysOfWeek = 7;
const mostPoints = 104;
/** Shorter halves tell nothing about buying again. */
const fewestDays = 28;

/** Fits the models to all customers by the scope's last day, and checks them: its filter is left out, as the models are those of all. */
export function lifetimeReport({ source, range }: Scope): LifetimeReport {
  const all: Scope = { source, range, by: null, filter: {} };
  if (!hasData('purchases', source)) return noPurchases;
  const { fit, end } = observedCustomers(all);
  const customers = knownCustomers(all, end);
  if (customers.length === 0) return noPurchases;
  return {
    customers: customers.length,
    repeating: customers.filter(({ repeats }) => repeats > 0).length,
    end: dateOfDayNumber(end),
    fit,
    frequency: fit.kind === 'fitted' ? frequencyFit(fit.model.buying, customers) : [],
    holdOut: holdOutReport(all, customers, end),
  };
}

const noPurchases: LifetimeReport = {
  customers: 0,
  repeating: 0,
  end: null,
  fit: { kind: 'tooFew', repeating: 0 },
  frequency: [],
  holdOut: null,
};

function holdOutReport(scope: Scope, customers: readonly CustomerOfKey[], end: number): HoldOutReport | null {
  const first = customers.reduce((earliest, customer) => Math.min(earliest, customer.first), end);
  const split = first + Math.floor((end - first) / 2);
  if (split - first < fewestDays) return null;
  const date = dateOfDayNumber(split);
  const known = knownCustomers({ ...scope, range: { from: scope.range.from, to: date } }, split);
  const laterOf = purchaseDaysOf(scope, split + 1, end);
  const divided = known.map(
    (before): SplitCustomer => ({ before, later: laterOf.get(before.customer) ?? 0 }),
  );
  const checked = holdOut(divided, (end - split) / daysOfWeek);
  const model = checked.fit.kind === 'fitted' ? checked.fit.model.buying : null;
  return {
    ...checked,
    split: date,
    course: model === null ? [] : courseOf(scope, model, known, { first, end }),
  };
}

/** Repeat purchases over time, of the customers who had started by the split. */
function courseOf(
  scope: Scope,
  model: PurchaseModel,
  known: readonly CustomerOfKey[],
  { first, end }: { readonly first: number; readonly end: number },
): readonly CoursePoint[] {
  const weeks = Math.floor((end - first + 1) / daysOfWeek);
  const step = Math.ceil(weeks / mostPoints) * daysOfWeek;
  const starts = known.map((customer) => (customer.first - first) / daysOfWeek);
  const members = new Set(known.map(({ customer }) => customer));
  const points: CoursePoint[] = [];
  let bought = 0;
  for (let from = first; from + step - 1 <= end; from += step) {
    const to = from + step - 1;
    const days = [...purchaseDaysOf(scope, from, to)].filter(([customer]) => members.has(customer));
    bought += exactSum(days.map(([, count]) => count));
    const started = known.filter((customer) => customer.first <= to).length;
    points.push({
      day: dateOfDayNumber(to),
      actual: bought - started,
      expected: expectedRepeatsBy(model, starts, (to - first) / daysOfWeek),
    });
  }
  return points;
}

/** On how many different days each customer bought, between two days. */
function purchaseDaysOf(scope: Scope, from: number, to: number): ReadonlyMap<string, number> {
  if (from > to) return new Map();
  const range = { from: dateOfDayNumber(from), to: dateOfDayNumber(to) };
  const rows = readByCustomer(scope, ['purchaseDays'], range);
  return new Map(rows.map(({ customer, values }) => [customer, values[0] ?? 0]));
}
