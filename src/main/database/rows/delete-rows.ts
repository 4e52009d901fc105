import { type DatasetId, datasetIds, datasets, type EntityId } from '@shared/model/dataset';
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
  return session.change({ code: 'deleteRows', parameters: { count: ids.length } }, (recorder) => {
    let deleted = 0;
    for (const id of ids) {
      if (dataset === 'reps' || dataset === 'products' || dataset === 'customers')
        refuseInUse(connection, dataset, id);
      if (recorder.remove(dataset, id)) deleted += 1;
    }
    return deleted;
  });
}

function refuseInUse(connection: Connection, entity: EntityId, id: number): void {
  const uses = datasetIds.flatMap((dataset) =>
    datasets[dataset].fields
      .filter(({ type }) => type.kind === 'reference' && type.entity === entity)
      .map((field) => ({
        dataset,
        count: connection.number(`SELECT count(*) FROM ${dataset} WHERE ${field.id}_id = ?`, [id]),
      }))
      .filter(({ count }) => count > 0),
  );
  if (uses.length === 0) return;
  const name = String(connection.first(`SELECT name FROM ${entity} WHERE id = ?`, [id])?.name ?? id);
  throw new QuotabenchError('rowInUse', {
    name,
    uses: uses.map(({ dataset, count }) => `${count} ${dataset}`).join(', '),
  });
}
