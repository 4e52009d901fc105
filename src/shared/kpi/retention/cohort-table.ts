import { addDays, type DateRange, dateOfDayNumber, dayNumber, weekdayOf } from '../../model/calendar-date';
import { periodKeyOf, periodRange } from '../../model/period';
import { exactSum } from '../exact-sum';
import { type Figure, ratioFigure } from '../figure';
import { groupBy } from '../group-by';
import type { CustomerLife, CustomerLives } from './customer-lives';

export const cohortSteps = ['month', 'quarter', 'year'] as const;
export type CohortStep = (typeof cohortSteps)[number];

/**
 * What of a cohort is looked at in a later step: the customers not lost by its end, those who bought in it, or their revenue in it
 * against that of the step in which they started.
 */
export const cohortMeasures = ['kept', 'bought', 'revenue'] as const;
export type CohortMeasure = (typeof cohortMeasures)[number];

/** Customers who started in one step, and what became of them. */
export interface Cohort {
  /** A period of `period.ts`. */
  readonly key: string;
  readonly customers: number;
  /** From the step of the start on, one a step; as many as the data reach. */
  readonly cells: readonly Figure[];
}

export interface CohortTable {
  readonly cohorts: readonly Cohort[];
  /** By steps since the start: summed numerators ÷ summed denominators of the cohorts that have the step. */
  readonly total: readonly Figure[];
}

/** What each customer bought for in one step. */
export type RevenueOfStep = ReadonlyMap<string, number>;

const mostCohorts = 24;

/** The steps that a cohort table needs: from the first one's, of at most the last 24, to the last that the data reach to its end. */
export function cohortPeriods({ lives, asOf }: CustomerLives, step: CohortStep): readonly CohortPeriod[] {
  if (lives.length === 0) return [];
  const first = lives.reduce((earliest, { start }) => Math.min(earliest, start), asOf);
  const periods: CohortPeriod[] = [];
  for (let date = dateOfDayNumber(first); ; ) {
    const key = periodKeyOf(date, step, 1);
    const range = periodRange(key, 1);
    if (range === null || dayNumber(lastWorkingDay(range.to)) > asOf) break;
    periods.push({ key, ...range });
    date = addDays(range.to, 1);
  }
  return periods.slice(-mostCohorts);
}

export interface CohortPeriod extends DateRange {
  readonly key: string;
}

/** A step is whole for data that reach its last weekday: nothing is sold on the Sunday that ends a month. */
function lastWorkingDay(date: string): string {
  return addDays(date, -Math.max(0, weekdayOf(date) - 5));
}

/**
 * Customers by the step in which they started, followed step by step. Pure.
 * @param revenue of a step, by customer; asked for `bought` and `revenue`.
 */
export function cohortTable(
  { lives }: CustomerLives,
  periods: readonly CohortPeriod[],
  measure: CohortMeasure,
  revenue: (period: CohortPeriod) => RevenueOfStep,
): CohortTable {
  const started = groupBy(lives, ({ start }) => keyOfStart(start, periods));
  const cohorts = periods.flatMap((period, index): readonly Cohort[] => {
    const members = started.get(period.key) ?? [];
    if (members.length === 0) return [];
    const later = periods.slice(index);
    return [{ key: period.key, customers: members.length, cells: cellsOf(members, later, measure, revenue) }];
  });
  const longest = Math.max(0, ...cohorts.map(({ cells }) => cells.length));
  const total = Array.from({ length: longest }, (_, steps) => {
    const known = cohorts.flatMap(({ cells }) => cells[steps] ?? []);
    return ratioFigure(
      exactSum(known.map(({ numerator }) => numerator ?? 0)),
      exactSum(known.map(({ denominator }) => denominator ?? 0)),
    );
  });
  return { cohorts, total };
}

function keyOfStart(start: number, periods: readonly CohortPeriod[]): string {
  const date = dateOfDayNumber(start);
  return periods.find(({ from, to }) => from <= date && date <= to)?.key ?? '';
}

function cellsOf(
  members: readonly CustomerLife[],
  periods: readonly CohortPeriod[],
  measure: CohortMeasure,
  revenue: (period: CohortPeriod) => RevenueOfStep,
): readonly Figure[] {
  switch (measure) {
    case 'kept':
      return periods.map(({ to }) => {
        const end = dayNumber(to);
        const kept = members.filter(({ lostOn }) => lostOn === null || lostOn > end);
        return ratioFigure(kept.length, members.length);
      });
    case 'bought':
      return periods.map((period) => {
        const buyers = revenue(period);
        return ratioFigure(members.filter(({ customer }) => buyers.has(customer)).length, members.length);
      });
    case 'revenue': {
      const sums = periods.map((period) => {
        const spent = revenue(period);
        return exactSum(members.map(({ customer }) => spent.get(customer) ?? 0));
      });
      return sums.map((sum) => ratioFigure(sum, sums[0] ?? 0));
    }
  }
}
