import type { oneToOneOperations } from '@shared/ipc/one-to-one';
import type { Handlers } from '@shared/ipc/operation';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { readOneToOne } from '../database/one-to-one/read-one-to-one';
import { readReps } from '../database/one-to-one/reps';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** @param reader reads the same workspace. */
export function oneToOneHandlers(
  session: WorkspaceSession,
  reader: KpiReader,
): Handlers<typeof oneToOneOperations> {
  return {
    'oneToOne.reps': () => ({ reps: [...readReps(session.connection)] }),
    'oneToOne.read': (request) => readOneToOne(session.connection, reader, request),
  };
}
