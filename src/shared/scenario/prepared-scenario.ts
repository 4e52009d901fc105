import type { CubeMeasure } from './cube';

/**
 * A scenario made ready to be run thousands of times with other values: its scopes are worked out, and all that a run writes are
 * numbers in arrays that are kept. What a run gives is that of `ScenarioEvaluator.evaluate` but for the last bits of sums.
 *
 * A simulation writes the values and elasticities that it has drawn into the adjustments that it made ready, calls `run`, and reads
 * `kpis` and `attainments` before the next run overwrites them. Which adjustments there are, whether they are in use, their scopes,
 * dates, ramps and ways must stay.
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
  run(): void;
  /** What each month of the cube brings after the last run; overwritten by the next call for the measure. */
  monthly(measure: CubeMeasure): Float64Array;
}
