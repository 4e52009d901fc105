import type { Handlers } from '@shared/ipc/operation';
import type { rowsOperations } from '@shared/ipc/rows';
import type { workspaceOperations } from '@shared/ipc/workspace';
import { writeOptions } from '../workspace/workspace-options';
import type { WorkspaceSession } from '../workspace/workspace-session';

type WorkspaceOperations = typeof workspaceOperations &
  Pick<typeof rowsOperations, 'history.undo' | 'history.redo'>;

export function workspaceHandlers(session: WorkspaceSession): Handlers<WorkspaceOperations> {
  return {
    'workspace.save': async () => {
      await session.save();
      return session.info();
    },
    'workspace.configure': (options) => {
      session.change({ code: 'configure', parameters: {} }, (recorder) =>
        writeOptions(recorder, { ...session.options, ...options }),
      );
      return session.info();
    },
    'history.undo': () => ({ label: session.undo() }),
    'history.redo': () => ({ label: session.redo() }),
  };
}
