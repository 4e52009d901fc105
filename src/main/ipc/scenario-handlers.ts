import type { Handlers } from '@shared/ipc/operation';
import type { scenarioOperations } from '@shared/ipc/scenario';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { applyScenario } from '../database/scenario/apply-scenario';
import { ScenarioBaseReader } from '../database/scenario/scenario-base';
import { listScenarios, removeScenario, saveScenario } from '../database/scenario/scenario-rows';
import { writeScenarioFile } from '../export/scenario-file';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** @param kpis reads the same workspace. */
export function scenarioHandlers(
  session: WorkspaceSession,
  kpis: KpiReader,
): Handlers<typeof scenarioOperations> {
  const reader = new ScenarioBaseReader(session, kpis);
  return {
    'scenario.list': () => ({ scenarios: listScenarios(session.connection) }),
    'scenario.save': (scenario) => saveScenario(session, scenario),
    'scenario.remove': ({ id }) => {
      removeScenario(session, id);
      return {};
    },
    'scenario.apply': ({ id, ...parts }) => applyScenario(session, id, parts),
    'scenario.export': ({ id, path }) => writeScenarioFile(session.connection, id, path),
    'scenario.base': ({ known, ...range }) => {
      const { revision, base } = reader.read(range);
      return { revision, base: revision === known ? null : base };
    },
  };
}
