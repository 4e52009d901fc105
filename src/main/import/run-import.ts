import { basename } from 'node:path';
import type {
  ColumnMapping,
  EarlierImport,
  ImportBatch,
  ImportPlan,
  ImportPreview,
  Reject,
} from '@shared/ipc/import';
import type { JobControl } from '@shared/ipc/operation';
import type { EntityId } from '@shared/model/dataset';
import type { ChangeRecorder } from '../database/change-set';
import type { Connection } from '../database/connection';
import { writeOptions } from '../workspace/workspace-options';
import type { WorkspaceSession } from '../workspace/workspace-session';
import { onlyCurrency } from './extra-columns';
import { earlierImport } from './import-records';
import { type LocatedTable, locateSource } from './inspect-source';
import { type RejectedRow, RowReader } from './read-rows';
import { forgetSource } from './read-source';
import { RowStore, type StoreCounts } from './store-rows';

/** How many rejects and rows a preview shows; the counts count all. */
const shownRejects = 200;
const shownRows = 20;
const shownNames = 200;

interface PreparedImport {
  readonly table: LocatedTable;
  readonly reader: RowReader;
  /** The currency that an empty workspace takes over from the file; null where it keeps its own. */
  readonly currency: string | null;
}

async function prepare(
  session: WorkspaceSession,
  plan: ImportPlan,
  job: JobControl,
): Promise<PreparedImport> {
  const table = await locateSource(plan, job);
  const own = session.options.currency;
  const named = onlyCurrency(table, plan);
  const currency = named !== null && named !== own && !holdsMoney(session) ? named : null;
  return { table, currency, reader: new RowReader(table, plan, currency ?? own) };
}

function holdsMoney({ connection }: WorkspaceSession): boolean {
  return (
    connection.number('SELECT EXISTS (SELECT 1 FROM orders) OR EXISTS (SELECT 1 FROM opportunities)') === 1
  );
}

/**
 * Works out what an import would do, and leaves the workspace as it was.
 * @throws QuotabenchError those of `locateSource` and `RowReader`.
 */
export async function previewImport(
  session: WorkspaceSession,
  plan: ImportPlan,
  job: JobControl,
): Promise<ImportPreview> {
  const { table, reader, currency } = await prepare(session, plan, job);
  const { connection } = session;
  const known = namesIn(session);
  const rejects: Reject[] = [];
  const sample: ImportPreview['sample'] = [];
  let rejected = 0;
  const { counts, newNames } = await session.rehearseInSteps(async (recorder) => {
    const store = new RowStore(connection, recorder, {
      plan,
      given: reader.given,
      batch: 0,
      expected: reader.total,
      countsOnly: true,
    });
    await reader.readInto(
      {
        take: (row) => {
          if (sample.length < shownRows) sample.push({ row: row.row, cells: { ...row.values } });
          store.take(row);
        },
        reject: (row) => {
          rejected += 1;
          if (rejects.length < shownRejects) rejects.push(withoutCells(row));
        },
      },
      job,
    );
    return { counts: store.finish(), newNames: newNamesSince(session, known) };
  });
  return {
    ...counts,
    rows: rowsIn(counts) + rejected,
    rejected,
    earlier: earlierImport(session, table.file.hash, sheetOf(table)),
    currency,
    rejects,
    sample,
    newNames: plan.dataset in newNames ? { ...newNames, [plan.dataset]: [] } : newNames,
  };
}

function rowsIn({ inserted, updated, unchanged }: StoreCounts): number {
  return inserted + updated + unchanged;
}

const entities: readonly EntityId[] = ['reps', 'products', 'customers'];

function namesIn({ connection }: WorkspaceSession): Record<EntityId, number> {
  const last = (entity: EntityId) => connection.number(`SELECT coalesce(max(id), 0) FROM ${entity}`);
  return { reps: last('reps'), products: last('products'), customers: last('customers') };
}

function newNamesSince(
  { connection }: WorkspaceSession,
  known: Record<EntityId, number>,
): Record<EntityId, string[]> {
  const entries = entities.map((entity) => {
    const rows = connection.tuples(`SELECT name FROM ${entity} WHERE id > ? ORDER BY id LIMIT ?`, [
      known[entity],
      shownNames,
    ]);
    return [entity, rows.map(([name]) => String(name))] as const;
  });
  return Object.fromEntries(entries) as Record<EntityId, string[]>;
}

/**
 * Imports a table as one step that can be undone: good rows go in, the others are kept as rejects with their reason.
 * @throws QuotabenchError those of `locateSource` and `RowReader`; then the workspace is as it was.
 */
export async function runImport(
  session: WorkspaceSession,
  plan: ImportPlan,
  job: JobControl,
): Promise<{
  readonly batch: ImportBatch;
  readonly rejects: Reject[];
  /** An import of the very same sheet before this one; null where there was none. */
  readonly earlier: EarlierImport | null;
}> {
  const { table, reader, currency } = await prepare(session, plan, job);
  const { hash } = table.file;
  const earlier = earlierImport(session, hash, sheetOf(table));
  const importedAt = new Date().toISOString();
  const source = basename(plan.path);
  const rejects: Reject[] = [];
  const batch = await session.changeInSteps(
    { code: 'import', parameters: { source } },
    async (recorder) => {
      if (currency !== null) writeOptions(recorder, { ...session.options, currency });
      const id = recorder.insert('import_batch', {
        source,
        sheet: table.sheet.name,
        dataset: plan.dataset,
        mapping: JSON.stringify(mappingOf(plan)),
        file_hash: hash,
        imported_at: importedAt,
        inserted: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
      });
      const counts = await storeAll(session.connection, recorder, plan, id, reader, rejects, job);
      registerExtraColumns(session, recorder, plan, reader);
      recorder.update('import_batch', id, { ...counts, rejected: rejects.length });
      return batchOf(id, plan, table, counts, rejects.length, importedAt);
    },
    reader.estimatedBytes,
  );
  job.progress(reader.total, reader.total);
  forgetSource();
  return { batch, earlier, rejects };
}

/** Stores the good rows, and the others with all their cells. */
async function storeAll(
  connection: Connection,
  recorder: ChangeRecorder,
  plan: ImportPlan,
  batch: number,
  reader: RowReader,
  rejects: Reject[],
  job: JobControl,
): Promise<StoreCounts> {
  const options = { plan, given: reader.given, batch, expected: reader.total, countsOnly: false };
  const store = new RowStore(connection, recorder, options);
  const keptOut = recorder.openRange(
    'import_reject',
    ['batch_id', 'row_number', 'column_name', 'value', 'reason', 'cells'],
    0,
  );
  await reader.readInto(
    {
      take: (row) => store.take(row),
      reject: ({ cells, ...reject }) => {
        const { row, column, value, reason } = reject;
        rejects.push(reject);
        keptOut.add([batch, row, column, value, JSON.stringify(reason), JSON.stringify(cells)]);
      },
    },
    job,
  );
  keptOut.finish();
  return store.finish();
}

/** The columns of a plan without what an inspection may have told of them besides. */
function mappingOf({ columns }: ImportPlan): ColumnMapping[] {
  return columns.map(({ index, heading, field, included, type }) => ({
    index,
    heading,
    field,
    included,
    type,
  }));
}

/** Null for a text file, whose one sheet bears the name of the file. */
function sheetOf({ file, sheet }: LocatedTable): string | null {
  return file.encoding === null ? sheet.name : null;
}

function batchOf(
  id: number,
  plan: ImportPlan,
  table: LocatedTable,
  counts: StoreCounts,
  rejected: number,
  importedAt: string,
): ImportBatch {
  return {
    id,
    ...counts,
    rows: rowsIn(counts) + rejected,
    rejected,
    source: basename(plan.path),
    sheet: table.sheet.name,
    dataset: plan.dataset,
    importedAt,
    mapping: mappingOf(plan),
  };
}

function registerExtraColumns(
  session: WorkspaceSession,
  recorder: ChangeRecorder,
  plan: ImportPlan,
  reader: RowReader,
): void {
  const known = new Set(
    session.connection
      .tuples('SELECT name FROM extra_column WHERE dataset = ?', [plan.dataset])
      .map(([name]) => String(name)),
  );
  for (const name of reader.extraNames) {
    if (!known.has(name)) recorder.insert('extra_column', { dataset: plan.dataset, name });
  }
}

function withoutCells({ cells: _cells, ...reject }: RejectedRow): Reject {
  return reject;
}
