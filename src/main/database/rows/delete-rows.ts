import { columnOf, type DatasetId, datasetIds, datasets } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { Connection } from '../connection';

/**
 * Deletes rows as one step that can be undone.
 * @returns how many there were.
 * @throws QuotabenchError `rowInUse` where other rows name one of them; then none is deleted.
 */
export function deleteRows(session: WorkspaceSession, dataset: DatasetId, ids: readonly number[]): number {
  const { connection } = session;
  const label = (count: number) => ({ code: 'deleteRows', parameters: { count } });
  return session.change(label, (recorder) => {
    let deleted = 0;
    for (const id of ids) {
      refuseInUse(connection, dataset, id);
      if (recorder.remove(dataset, id)) deleted += 1;
    }
    return deleted;
  });
}

function refuseInUse(connection: Connection, dataset: DatasetId, id: number): void {
  const uses = references
    .filter(({ entity }) => entity === dataset)
    .map(({ from, column }) => ({
      from,
      count: connection.number(`SELECT count(*) FROM ${from} WHERE ${column} = ?`, [id]),
    }))
    .filter(({ count }) => count > 0);
  if (uses.length === 0) return;
  const name = String(connection.first(`SELECT name FROM ${dataset} WHERE id = ?`, [id])?.name ?? id);
  throw new QuotabenchError('rowInUse', {
    name,
    uses: uses.map(({ from, count }) => `${from} ${count}`).join(', '),
  });
}

/** The columns in which rows of one dataset name rows of another. */
const references = datasetIds.flatMap((from) =>
  datasets[from].fields.flatMap((field) =>
    field.type.kind === 'reference' ? [{ from, column: columnOf(field), entity: field.type.entity }] : [],
  ),
);
