import type { SoughtField } from './goal-seek';
import type { Adjustment } from './scenario';

/** A number of an adjustment that is different in each run. */
export interface DrawnField {
  /** The adjustment's id. */
  readonly adjustment: string;
  readonly field: SoughtField;
}

/**
 * A scenario made ready to be run thousands of times with other values: its scopes are worked out, and all that a run writes are
 * numbers in arrays that are kept. What a run gives is that of `ScenarioEvaluator.evaluate` but for the last bits of sums.
 *
 * A simulation draws values for `fields`, calls `run`, and reads `kpis` and `attainments` before the next run overwrites them.
 */
export interface PreparedScenario {
  /** Ids, in the order of `kpis`. */
  readonly kpiIds: readonly string[];
  /** Names of the reps who are there already, in the order of `attainments`. */
  readonly reps: readonly string[];
  /** NaN where a KPI has no value. */
  readonly kpis: Float64Array;
  /** Fractions; NaN for a rep without a quota. */
  readonly attainments: Float64Array;
  /** @param drawn in the order of the fields; numbers that no adjustment may take are the caller's to keep away. */
  run(drawn: ArrayLike<number>): void;
}

/** Copies of adjustments whose drawn fields can be written. */
export function drawable(
  adjustments: readonly Adjustment[],
  fields: readonly DrawnField[],
): { readonly adjustments: readonly Adjustment[]; readonly write: (drawn: ArrayLike<number>) => void } {
  const copies = adjustments.map((adjustment) => ({ ...adjustment }));
  const owners = fields.map(({ adjustment, field }) => ({
    owner: copies.find(({ id }) => id === adjustment),
    field,
  }));
  return {
    adjustments: copies,
    write: (drawn) => {
      for (let index = 0; index < owners.length; index += 1) {
        const { owner, field } = owners[index] ?? {};
        if (owner !== undefined && field !== undefined) owner[field] = drawn[index] ?? 0;
      }
    },
  };
}
