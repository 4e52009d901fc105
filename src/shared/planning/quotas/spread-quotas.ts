import { exactSum } from '../../kpi/exact-sum';
import { type CannotSpread, spreadTotal } from '../spread-total';
import { type PeriodWeights, planWeights } from './plan-weights';
import { planPeriods, type QuotaLock, type QuotaPlan, type QuotaPlanBase } from './quota-plan';

/** The quotas of one rep by the key of the period, and their sum. */
export interface RepQuotas {
  readonly rep: string;
  readonly cells: ReadonlyMap<string, number>;
  readonly total: number;
}

export type QuotaSpread =
  | { readonly kind: 'spread'; readonly rows: readonly RepQuotas[] }
  | {
      readonly kind: 'cannot';
      readonly reason: CannotSpread;
      /** Whose periods cannot be filled; null where it is the total of all. */
      readonly rep: string | null;
      /** What the locks leave; below 0 where they exceed the total. */
      readonly left: number;
    };

/**
 * Spreads a plan's total over its reps, and each rep's over the periods: both sum exactly, in whole units. Reps come first, so that two
 * who weigh the same get the same to a unit over the whole plan. A rep whose locked periods come to more than the share has them as
 * quota, and the others share the rest.
 */
export function spreadQuotas(plan: QuotaPlan, base: QuotaPlanBase): QuotaSpread {
  const weights = withLocked(planWeights(plan, base), plan);
  const totals = repTotals(plan, weights);
  if (totals.kind === 'cannot') return { ...totals, rep: null };
  const rows: RepQuotas[] = [];
  for (const [rep, periods] of weights) {
    const total = totals.amounts.get(rep) ?? 0;
    const spread = spreadTotal(total, periodParts(plan, rep, periods), plan.unit);
    if (spread.kind === 'cannot') return { ...spread, rep };
    rows.push({ rep, cells: spread.amounts, total: exactSum([...spread.amounts.values()]) });
  }
  return { kind: 'spread', rows };
}

/** A rep with a lock is part of the plan, employed or not. */
function withLocked(
  weights: ReadonlyMap<string, PeriodWeights>,
  { locks }: QuotaPlan,
): ReadonlyMap<string, PeriodWeights> {
  const all = new Map<string, PeriodWeights>(weights);
  for (const { rep } of locks) if (!all.has(rep)) all.set(rep, new Map());
  return all;
}

function repTotals(plan: QuotaPlan, weights: ReadonlyMap<string, PeriodWeights>) {
  const own = new Map(
    plan.locks.flatMap(({ rep, period, amount }) => (period === null ? [[rep, amount]] : [])),
  );
  const atLeast = new Map<string, number>();
  for (const [rep, periods] of weights) {
    const locks = periodLocks(plan, rep);
    const isFull = [...periods].every(([key, weight]) => weight === 0 || locks.has(key));
    const sum = exactSum([...locks.values()]);
    // With every period locked there is nothing left to spread.
    if (isFull && !own.has(rep)) own.set(rep, sum);
    else atLeast.set(rep, sum);
  }
  for (;;) {
    const parts = [...weights].map(([rep, periods]) => ({
      key: rep,
      weight: exactSum([...periods.values()]),
      locked: own.get(rep) ?? null,
    }));
    const spread = spreadTotal(plan.total, parts, plan.unit);
    if (spread.kind === 'cannot') return spread;
    const short = parts.find(
      ({ key, locked }) => locked === null && (spread.amounts.get(key) ?? 0) < (atLeast.get(key) ?? 0),
    );
    if (short === undefined) return spread;
    own.set(short.key, atLeast.get(short.key) ?? 0);
  }
}

function periodParts(plan: QuotaPlan, rep: string, periods: PeriodWeights) {
  const locks = periodLocks(plan, rep);
  return planPeriods(plan).map(({ key }) => ({
    key,
    weight: periods.get(key) ?? 0,
    locked: locks.get(key) ?? null,
  }));
}

function periodLocks(plan: QuotaPlan, rep: string): ReadonlyMap<string, number> {
  return new Map(
    plan.locks.flatMap((lock) =>
      lock.rep === rep && lock.period !== null ? [[lock.period, lock.amount]] : [],
    ),
  );
}

/** The locks with one set, or with one taken away where the amount is null. */
export function withLock(
  locks: readonly QuotaLock[],
  {
    rep,
    period,
    amount,
  }: { readonly rep: string; readonly period: string | null; readonly amount: number | null },
): QuotaLock[] {
  const others = locks.filter((lock) => lock.rep !== rep || lock.period !== period);
  return amount === null ? others : [...others, { rep, period, amount }];
}
