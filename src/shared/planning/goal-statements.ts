import { periodsWithin } from '../model/period';
import type { GoalEvidence } from './goal-evidence';

export interface GoalStatement {
  readonly key: 'usual' | 'usual.sum' | 'best' | 'median' | 'yearBefore' | 'benchmark';
  readonly value: number;
  /** By how much the goal lies above it, as a share of it; null without a goal or against nothing. */
  readonly change: number | null;
}

/**
 * What a goal stands on, one statement for each figure that is known. Months are held against the goal's month: a sum ÷ the months
 * of its period, or the rate as it is.
 */
export function goalStatements(
  { goalRange, usual, best, median, yearBefore, benchmark }: GoalEvidence,
  goal: number | null,
  isAdditive: boolean,
): readonly GoalStatement[] {
  const months = periodsWithin(goalRange, 'month', 1).length;
  const monthly = goal === null ? null : isAdditive ? goal / months : goal;
  const statement = (
    key: GoalStatement['key'],
    value: number | null,
    against: number | null,
  ): readonly GoalStatement[] => (value === null ? [] : [{ key, value, change: changeFrom(value, against) }]);
  return [
    ...statement(isAdditive ? 'usual.sum' : 'usual', usual, monthly),
    ...statement('median', median, monthly),
    ...statement('best', best, monthly),
    ...statement('yearBefore', yearBefore, goal),
    ...statement('benchmark', benchmark, isAdditive ? null : goal),
  ];
}

function changeFrom(value: number, goal: number | null): number | null {
  return goal === null || value === 0 ? null : (goal - value) / Math.abs(value);
}
