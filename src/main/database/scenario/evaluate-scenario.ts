import { ScenarioEvaluator, type ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { Adjustment, Scenario } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { adjustmentsOf, type ScenarioUncertainty, uncertaintyOf } from '@shared/scenario/scenario-chain';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { KpiReader } from '../kpi/kpi-reader';
import { ScenarioBaseReader } from './scenario-base';
import { listScenarios } from './scenario-rows';

/** A scenario read beside the workspace that it is asked of. */
export interface ReadScenario {
  readonly base: ScenarioBase;
  readonly evaluator: ScenarioEvaluator;
  /** Its own after those of the scenarios that it starts from. */
  readonly adjustments: readonly Adjustment[];
  /** What is unsure, for simulations. */
  readonly uncertainty: ScenarioUncertainty;
}

/**
 * Reads what a scenario stands on.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`.
 */
export function readScenarioBase(session: WorkspaceSession, scenario: Scenario): ReadScenario {
  const stored = listScenarios(session.connection);
  const adjustments = adjustmentsOf(scenario, stored);
  const reader = new ScenarioBaseReader(session, new KpiReader(session));
  const { base } = reader.read({ from: scenario.from, to: scenario.to });
  const uncertainty = uncertaintyOf(scenario, stored);
  return { base, evaluator: new ScenarioEvaluator(base), adjustments, uncertainty };
}

/**
 * Evaluates a scenario over the workspace.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`.
 */
export function evaluateScenario(session: WorkspaceSession, scenario: Scenario): ScenarioOutcome {
  const { evaluator, adjustments } = readScenarioBase(session, scenario);
  return evaluator.evaluate(adjustments);
}
