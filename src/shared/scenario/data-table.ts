import { type SoughtField, withValue } from './goal-seek';
import type { KpiReading } from './kpi-reading';
import type { Adjustment } from './scenario';

/** The values that one number of an adjustment is tried with. */
export interface TriedLever {
  /** The adjustment's id. */
  readonly adjustment: string;
  readonly field: SoughtField;
  readonly values: readonly number[];
}

/**
 * A KPI over the values of one lever or two: rows of the first, columns of the second (one without it). The levers are taken as
 * switched on.
 */
export function dataTable(
  adjustments: readonly Adjustment[],
  down: TriedLever,
  across: TriedLever | null,
  reading: KpiReading,
): readonly (readonly (number | null)[])[] {
  return down.values.map((value) => {
    const row = withValue(adjustments, down, value);
    if (across === null) return [reading(row)];
    return across.values.map((other) => reading(withValue(row, across, other)));
  });
}

/** So many values evenly from one to another, and today's among them in its place. */
export function triedValues(low: number, high: number, count: number, today: number): readonly number[] {
  const steps = Math.max(2, Math.round(count));
  const even = Array.from({ length: steps }, (_, index) => {
    const value = low + ((high - low) * index) / (steps - 1);
    // Free of the dust of binary fractions, so that 0.8 + 0.1 is 0.9.
    return Number(value.toPrecision(12));
  });
  const isThere = even.some((value) => Math.abs(value - today) <= 1e-9 * Math.max(1, Math.abs(today)));
  return isThere ? even : [...even, today].sort((one, other) => one - other);
}
