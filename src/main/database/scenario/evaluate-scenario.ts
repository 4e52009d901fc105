import { ScenarioEvaluator, type ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { Scenario } from '@shared/scenario/scenario';
import { adjustmentsOf } from '@shared/scenario/scenario-chain';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { KpiReader } from '../kpi/kpi-reader';
import { ScenarioBaseReader } from './scenario-base';
import { listScenarios } from './scenario-rows';

/**
 * Evaluates a scenario over the workspace.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`.
 */
export function evaluateScenario(session: WorkspaceSession, scenario: Scenario): ScenarioOutcome {
  const adjustments = adjustmentsOf(scenario, listScenarios(session.connection));
  const { base } = new ScenarioBaseReader(session, new KpiReader(session)).read({
    from: scenario.from,
    to: scenario.to,
  });
  return new ScenarioEvaluator(base).evaluate(adjustments);
}
