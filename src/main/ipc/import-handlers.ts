import type { importOperations } from '@shared/ipc/import';
import type { Handlers } from '@shared/ipc/operation';
import { inspectSource } from '../import/inspect-source';
import { listBatches, listRejects, previewImport, runImport } from '../import/run-import';
import type { WorkspaceSession } from '../workspace/workspace-session';

export function importHandlers(session: WorkspaceSession): Handlers<typeof importOperations> {
  return {
    'import.inspect': ({ selection }) => inspectSource(selection),
    'import.preview': ({ plan }, job) => previewImport(session, plan, job),
    'import.run': ({ plan }, job) => runImport(session, plan, job),
    'import.batches': () => ({ batches: listBatches(session) }),
    'import.rejects': ({ batch }) => ({ rejects: listRejects(session, batch) }),
  };
}
