import type { exportOperations } from '@shared/ipc/export';
import type { Handlers } from '@shared/ipc/operation';
import { exportDataset } from '../export/export-dataset';
import { exportKpis } from '../export/export-kpis';
import type { WorkspaceSession } from '../workspace/workspace-session';

export function exportHandlers(session: WorkspaceSession): Handlers<typeof exportOperations> {
  return {
    'export.dataset': ({ dataset, sort, filter, search, ...file }, job) =>
      exportDataset(session, { dataset, sort, filter, search }, file, job),
    'export.kpis': ({ kpis, from, to, by, filter, ...file }, job) =>
      exportKpis(session, { kpis, from, to, by, filter }, file, job),
  };
}
