import type { Handlers } from '@shared/ipc/operation';
import type { rowsOperations } from '@shared/ipc/rows';
import { deleteRows } from '../database/rows/delete-rows';
import { distinctValues } from '../database/rows/distinct-values';
import { editRows } from '../database/rows/edit-rows';
import { columnsOf } from '../database/rows/row-columns';
import { RowReader } from '../database/rows/row-window';
import type { WorkspaceSession } from '../workspace/workspace-session';

type RowsOperations = Omit<typeof rowsOperations, 'history.undo' | 'history.redo'>;

export function rowsHandlers(session: WorkspaceSession): Handlers<RowsOperations> {
  const reader = new RowReader(session);
  return {
    'rows.columns': ({ dataset }) => ({ columns: columnsOf(session.connection, dataset) }),
    'rows.window': ({ offset, limit, ...query }) => reader.window(query, offset, limit),
    'rows.distinct': (query) => ({ values: distinctValues(session.connection, query) }),
    'rows.edit': (edits) => editRows(session, edits),
    'rows.delete': ({ dataset, ids }) => ({ deleted: deleteRows(session, dataset, ids) }),
  };
}
