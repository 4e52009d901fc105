import type { Handlers } from '@shared/ipc/operation';
import type { scenarioOperations } from '@shared/ipc/scenario';
import { ScenarioBaseReader } from '../database/scenario/scenario-base';
import { listScenarios, removeScenario, saveScenario } from '../database/scenario/scenario-rows';
import type { WorkspaceSession } from '../workspace/workspace-session';

export function scenarioHandlers(session: WorkspaceSession): Handlers<typeof scenarioOperations> {
  const reader = new ScenarioBaseReader(session);
  return {
    'scenario.list': () => ({ scenarios: listScenarios(session.connection) }),
    'scenario.save': (scenario) => saveScenario(session, scenario),
    'scenario.remove': ({ id }) => {
      removeScenario(session, id);
      return {};
    },
    'scenario.base': (range) => ({ revision: session.revision, base: reader.read(range) }),
  };
}
