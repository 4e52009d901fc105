import { builtInKpis } from '../../kpi/catalogue';
import { QuotabenchError } from '../../model/error';
import type { ScenarioEvaluator } from '../evaluate-scenario';
import type { Adjustment } from '../scenario';
import type { ScenarioUncertainty } from '../scenario-chain';
import { evaluatorModel } from './evaluator-model';
import { uncertainInputs } from './simulated-inputs';
import { Simulation } from './simulation';
import type { SimulationTarget } from './simulation-summary';

/** Share of reps at quota below which quotas are called too ambitious: what a simulation asks for where no target is set. */
export const usualRepsAtQuota = 0.6;
export const mostRuns = 1_000_000;

/**
 * Makes a simulation of a scenario ready to run.
 * @throws QuotabenchError `tooManyRuns`, those of `uncertainInputs` and of `drawInputs`.
 */
export function simulateScenario(
  evaluator: ScenarioEvaluator,
  adjustments: readonly Adjustment[],
  { uncertainties, correlations }: ScenarioUncertainty,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Simulation {
  if (!Number.isInteger(runs) || runs < 1 || runs > mostRuns) {
    throw new QuotabenchError('tooManyRuns', { runs, most: mostRuns });
  }
  const inputs = uncertainInputs(adjustments, uncertainties, evaluator.cube);
  const known = new Set(inputs.map(({ key }) => key));
  // A lever that is switched off takes its correlations with it.
  const off = new Set(
    adjustments.flatMap(({ id, enabled }) => (enabled ? [] : [`${id}.value`, `${id}.elasticity`])),
  );
  const pairs = correlations.filter(({ between }) => !between.some((key) => off.has(key) && !known.has(key)));
  return new Simulation(evaluatorModel(evaluator), { adjustments, inputs, correlations: pairs, seed, runs });
}

/** What the KPIs of a base are to reach: their targets in the period, and for reps at quota the usual share where none is set. */
export function simulationTargets(
  values: readonly { readonly id: string; readonly target: number | null }[],
): ReadonlyMap<string, SimulationTarget> {
  return new Map(
    values.flatMap(({ id, target }): [string, SimulationTarget][] => {
      const value = target ?? (id === 'reps_at_quota' ? usualRepsAtQuota : null);
      const direction = builtInKpis.find((kpi) => kpi.id === id)?.direction ?? 'near';
      // Whether a run is near enough to a target of this kind is not a matter of reaching it.
      return value === null || direction === 'near' ? [] : [[id, { value, reachedBy: direction }]];
    }),
  );
}
