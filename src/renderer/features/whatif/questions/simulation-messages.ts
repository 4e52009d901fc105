import type { ErrorDescription } from '@shared/model/error';
import type { Adjustment } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import type { ScenarioUncertainty } from '@shared/scenario/scenario-chain';
import type { SimulationSummary } from '@shared/scenario/simulation/simulation-summary';

/** What the window tells the worker. */
export type SimulationOrder =
  /** What the scenarios from now on start from. */
  | { readonly kind: 'base'; readonly base: ScenarioBase }
  /** Starts anew; whatever is running stops. */
  | {
      readonly kind: 'start';
      readonly job: number;
      readonly adjustments: readonly Adjustment[];
      readonly uncertainty: ScenarioUncertainty;
      readonly runs: number;
      readonly seed: number;
    }
  | { readonly kind: 'stop' };

/** What the worker tells the window of a job. */
export type SimulationNews =
  | { readonly kind: 'progress'; readonly job: number; readonly done: number }
  | { readonly kind: 'summary'; readonly job: number; readonly summary: SimulationSummary }
  | { readonly kind: 'failed'; readonly job: number; readonly error: ErrorDescription };
