import type { KpiDirection } from '../kpi/declaration';
import {
  addDays,
  addMonths,
  type DateRange,
  earlierOf,
  firstOfMonth,
  lastOfMonth,
} from '../model/calendar-date';

/** Months of its own past that a goal is held against. */
const monthsOfHistory = 12;

/** What a goal stands on: the owner's own past, and an outside figure. In the KPI's unit; a sum is told by month. */
export interface GoalEvidence {
  /** The period that the goal is for. */
  readonly goalRange: DateRange;
  /** The twelve months before the goal's period, or the last ones that there is whole data for. */
  readonly range: DateRange;
  /** The KPI over these months: a sum ÷ 12, or the rate of all twelve together. Null without data. */
  readonly usual: number | null;
  readonly best: number | null;
  readonly median: number | null;
  /** The same period a year before the goal's. */
  readonly yearBefore: number | null;
  readonly benchmark: number | null;
}

/** The months that a goal's period is held against; null where the data has no whole month before it. */
export function historyRange(goal: DateRange, data: DateRange | null): DateRange | null {
  if (data === null) return null;
  const last = earlierOf(addDays(goal.from, -1), data.to);
  const to = last === lastOfMonth(last) ? last : addDays(firstOfMonth(last), -1);
  return to < data.from ? null : { from: addMonths(firstOfMonth(to), 1 - monthsOfHistory), to };
}

/** The best of the months by the KPI's direction; null where none is better than another, or without any. */
export function bestOf(values: readonly number[], direction: KpiDirection): number | null {
  if (values.length === 0 || direction === 'near') return null;
  return direction === 'up' ? Math.max(...values) : Math.min(...values);
}
