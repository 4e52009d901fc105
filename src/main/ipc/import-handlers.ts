import type { importOperations } from '@shared/ipc/import';
import type { Handlers } from '@shared/ipc/operation';
import { exportRejects, listBatches, listRejects } from '../import/import-records';
import { listTemplates, removeTemplate, renameTemplate, saveTemplate } from '../import/mapping-templates';
import { proposeImport } from '../import/propose-import';
import { previewImport, runImport } from '../import/run-import';
import { undoImport } from '../import/undo-import';
import type { WorkspaceSession } from '../workspace/workspace-session';

export function importHandlers(session: WorkspaceSession): Handlers<typeof importOperations> {
  return {
    'import.inspect': ({ selection }, job) => proposeImport(session, selection, job),
    'import.preview': ({ plan }, job) => previewImport(session, plan, job),
    'import.run': ({ plan }, job) => runImport(session, plan, job),
    'import.undo': ({ batch }, job) => undoImport(session, batch, job),
    'import.templates': () => ({ templates: listTemplates(session) }),
    'import.saveTemplate': (template) => saveTemplate(session, template),
    'import.renameTemplate': ({ id, name }) => {
      renameTemplate(session, id, name);
      return {};
    },
    'import.removeTemplate': ({ id }) => {
      removeTemplate(session, id);
      return {};
    },
    'import.batches': () => ({ batches: listBatches(session) }),
    'import.rejects': ({ batch }) => ({ rejects: listRejects(session, batch) }),
    'import.exportRejects': ({ batch, ...file }, job) => exportRejects(session, batch, file, job),
  };
}
