import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { hasData, readByCustomer } from '../measure-column';
import {
  type CohortMeasure,
  type CohortPeriod,
  type CohortStep,
  type CohortTable,
  cohortPeriods,
  cohortTable,
  type RevenueOfStep,
} from './cohort-table';
import { type CustomerLife, type CustomerLives, customerLives } from './customer-lives';
import { medianSurvival, type SurvivalStep, survivalAt, survivalCurve } from './kaplan-meier';

/** How long customers stay, as one curve. Times are in days. */
export interface RetentionCurve {
  /** Of the dimension; empty for all. */
  readonly key: string;
  readonly customers: number;
  readonly lost: number;
  readonly steps: readonly SurvivalStep[];
  /** Null where more than half stay as long as was observed. */
  readonly median: number | null;
  /** The longest that any customer was observed. */
  readonly longest: number;
  /** The share that stays longer than some round times, in months; those longer than was observed are left out. */
  readonly after: readonly {
    readonly months: number;
    readonly survival: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

export interface RetentionReport {
  readonly how: CustomerLives['how'];
  /** The day number up to which customers are observed. */
  readonly asOf: number;
  readonly cohorts: CohortTable;
  /** That of all first, then those of the parts. */
  readonly curves: readonly RetentionCurve[];
}

export const daysOfMonth = 365.25 / 12;
const roundMonths = [1, 3, 6, 12, 24, 36, 60];

/** How well customers are kept, by the scope's last day: by cohort, and as curves of Kaplan and Meier for all and for each part. */
export function retentionReport(
  scope: Scope,
  { step, measure }: { readonly step: CohortStep; readonly measure: CohortMeasure | null },
): RetentionReport {
  const all = { ...scope, by: null };
  const lives = customerLives(all);
  const periods = cohortPeriods(lives, step);
  const parts = scope.by === null ? [] : customerLives(scope).lives;
  return {
    how: lives.how,
    asOf: lives.asOf,
    cohorts: cohortTable(lives, periods, measure ?? usualMeasure(lives), (period) => revenueOf(all, period)),
    curves: [
      curveOf('', lives.lives, lives.asOf),
      ...[...groupBy(parts, ({ key }) => key)].sort(byKey).map(([key, own]) => curveOf(key, own, lives.asOf)),
    ],
  };
}

/** Where losses are recorded customers are kept until then; else what can be seen is whether they buy. */
export function usualMeasure({ how }: Pick<CustomerLives, 'how'>): CohortMeasure {
  return how === 'recorded' ? 'kept' : 'bought';
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function revenueOf(scope: Scope, { from, to }: CohortPeriod): RevenueOfStep {
  if (!hasData('revenue', scope.source)) return new Map();
  const rows = readByCustomer(scope, ['purchases', 'revenue'], { from, to });
  return new Map(
    rows.flatMap(({ customer, values: [purchases = 0, spent = 0] }) =>
      purchases > 0 ? [[customer, spent]] : [],
    ),
  );
}

function curveOf(key: string, lives: readonly CustomerLife[], asOf: number): RetentionCurve {
  const durations = lives.map(({ start, lostOn }) => ({
    time: (lostOn ?? asOf) - start,
    ended: lostOn !== null,
  }));
  const steps = survivalCurve(durations);
  const longest = durations.reduce((most, { time }) => Math.max(most, time), 0);
  return {
    key,
    customers: durations.length,
    lost: durations.filter(({ ended }) => ended).length,
    steps,
    median: medianSurvival(steps),
    longest,
    after: roundMonths.flatMap((months) => {
      const found = survivalAt(steps, months * daysOfMonth, longest);
      return found === null ? [] : [{ months, survival: found.survival, low: found.low, high: found.high }];
    }),
  };
}
