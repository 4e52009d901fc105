import type { Handlers } from '@shared/ipc/operation';
import type { ownKpiOperations } from '@shared/ipc/own-kpi';
import { defineOwnKpis } from '../database/kpi/define-own-kpis';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { readOwnKpis, writeOwnKpi } from '../database/kpi/own-kpi-rows';
import { removeOwnKpi, usesOfKpi } from '../database/kpi/own-kpi-uses';
import { previewOwnKpi } from '../database/kpi/preview-own-kpi';
import { writeOwnKpiFile } from '../export/own-kpi-file';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** @param kpis reads the same workspace. */
export function ownKpiHandlers(
  session: WorkspaceSession,
  kpis: KpiReader,
): Handlers<typeof ownKpiOperations> {
  const { connection } = session;
  return {
    'ownKpi.list': () => ({ kpis: [...readOwnKpis(connection)] }),
    'ownKpi.preview': (request) => previewOwnKpi(connection, kpis, request),
    'ownKpi.save': ({ definition, replaces }) =>
      session.change({ code: 'ownKpi', parameters: { name: definition.name } }, (recorder) => ({
        id: writeOwnKpi(connection, recorder, definition, replaces).id,
      })),
    'ownKpi.define': ({ definitions }) => ({
      ids: defineOwnKpis(session, definitions).map(({ id }) => id),
    }),
    'ownKpi.uses': ({ id }) => {
      const uses = usesOfKpi(connection, id);
      return { ...uses, kpis: [...uses.kpis] };
    },
    'ownKpi.remove': ({ id }) => {
      const name = readOwnKpis(connection).find((kpi) => kpi.id === id)?.name ?? id;
      return session.change({ code: 'removeOwnKpi', parameters: { name } }, (recorder) => {
        removeOwnKpi(connection, recorder, id);
        return {};
      });
    },
    'ownKpi.export': ({ id, path }) => writeOwnKpiFile(connection, id, path),
  };
}
