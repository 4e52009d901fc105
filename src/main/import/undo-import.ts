import type { JobControl } from '@shared/ipc/operation';
import { columnOf, type DatasetId, datasetIds, datasets, type EntityId } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import type { ChangeRecorder } from '../database/change-set';
import type { Connection, SqlRow, SqlValue } from '../database/connection';
import type { WorkspaceSession } from '../workspace/workspace-session';

export interface UndoneImport {
  readonly deleted: number;
  /** Rows that have their values from before the import again. */
  readonly restored: number;
  /** Reps, products and customers that stay, because rows from elsewhere name them. */
  readonly kept: number;
}

interface Batch {
  readonly id: number;
  readonly source: string;
  readonly dataset: DatasetId;
}

/**
 * Takes an import back as one step, however long ago it was: its rows go, the rows that it updated get their values back where
 * nobody has changed them since, and names that it brought go where nothing names them any more.
 * @throws QuotabenchError `importMissing`; `importOverlaid` where a later import updated its rows, which has to be undone first.
 */
export async function undoImport(
  session: WorkspaceSession,
  id: number,
  job: JobControl,
): Promise<UndoneImport> {
  const { connection } = session;
  const batch = readBatch(connection, id);
  refuseOverlaid(connection, batch);
  return session.changeInSteps(
    { code: 'undoImport', parameters: { source: batch.source } },
    async (recorder) => {
      await job.breathe();
      const restored = restoreRows(connection, recorder, batch);
      const own = deleteRows(connection, recorder, batch.dataset, batch.id);
      const names = entities
        .filter((entity) => entity !== batch.dataset)
        .map((entity) => deleteRows(connection, recorder, entity, batch.id));
      forgetExtraColumns(connection, recorder, batch.dataset);
      for (const table of ['import_reject', 'import_change'] as const) {
        const rows = connection.tuples(`SELECT id FROM ${table} WHERE batch_id = ? ORDER BY id`, [id]);
        recorder.removeMany(table, idsIn(rows));
      }
      recorder.remove('import_batch', id);
      return {
        deleted: own.deleted,
        restored,
        kept: [own, ...names].reduce((sum, { kept }) => sum + kept, 0),
      };
    },
  );
}

const entities: readonly EntityId[] = ['reps', 'products', 'customers'];

function readBatch(connection: Connection, id: number): Batch {
  const row = connection.first('SELECT source, dataset FROM import_batch WHERE id = ?', [id]);
  if (row === null) throw new QuotabenchError('importMissing');
  return { id, source: String(row.source), dataset: String(row.dataset) as DatasetId };
}

function refuseOverlaid(connection: Connection, { id, source, dataset }: Batch): void {
  const later = connection.first(
    `SELECT b.source FROM import_change c JOIN import_batch b ON b.id = c.batch_id
     WHERE c.batch_id > ? AND b.dataset = ? AND json_extract(c.before, '$.batch_id') = ? LIMIT 1`,
    [id, dataset, id],
  );
  if (later !== null) throw new QuotabenchError('importOverlaid', { source, later: String(later.source) });
}

/** A column gets its value back where it still has the one that the import gave it. */
function restoreRows(connection: Connection, recorder: ChangeRecorder, { id, dataset }: Batch): number {
  const changes = connection.tuples(
    'SELECT row_id, before, after FROM import_change WHERE batch_id = ? ORDER BY id DESC',
    [id],
  );
  let restored = 0;
  for (const [rowId, before, after] of changes) {
    const now = connection.first(`SELECT * FROM ${dataset} WHERE id = ?`, [rowId ?? null]);
    if (now === null) continue;
    const given = JSON.parse(String(after)) as SqlRow;
    const earlier = JSON.parse(String(before)) as SqlRow;
    const untouched = Object.entries(earlier).filter(([column]) => now[column] === given[column]);
    recorder.overwrite(dataset, now, Object.fromEntries(untouched));
    restored += 1;
  }
  return restored;
}

/** Deletes the rows that a batch brought and nothing names. */
function deleteRows(
  connection: Connection,
  recorder: ChangeRecorder,
  dataset: DatasetId,
  batch: number,
): { readonly deleted: number; readonly kept: number } {
  const all = connection.number(`SELECT count(*) FROM ${dataset} WHERE batch_id = ?`, [batch]);
  const unnamed = connection.tuples(
    `SELECT id FROM ${dataset} AS t WHERE batch_id = ? ${namedNowhere(dataset)} ORDER BY id`,
    [batch],
  );
  recorder.removeMany(dataset, idsIn(unnamed));
  return { deleted: unnamed.length, kept: all - unnamed.length };
}

function idsIn(tuples: readonly (readonly SqlValue[])[]): readonly number[] {
  return tuples.map(([id]) => Number(id));
}

/** Conditions that no row of another dataset names a row `t`. */
function namedNowhere(dataset: DatasetId): string {
  return datasetIds
    .flatMap((from) =>
      datasets[from].fields.flatMap((field) =>
        field.type.kind === 'reference' && field.type.entity === dataset
          ? [`AND NOT EXISTS (SELECT 1 FROM ${from} WHERE ${columnOf(field)} = t.id)`]
          : [],
      ),
    )
    .join(' ');
}

/** Extra columns that no row fills any more. */
function forgetExtraColumns(connection: Connection, recorder: ChangeRecorder, dataset: DatasetId): void {
  const unused = connection.tuples(
    `SELECT id FROM extra_column WHERE dataset = ? AND name NOT IN (
       SELECT j.key FROM ${dataset} AS t, json_each(t.extra) AS j WHERE t.extra IS NOT NULL)`,
    [dataset],
  );
  for (const [id] of unused) recorder.remove('extra_column', id ?? null);
}
