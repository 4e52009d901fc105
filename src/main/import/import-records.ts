import type { ColumnMapping, EarlierImport, ImportBatch, Reject } from '@shared/ipc/import';
import type { JobControl } from '@shared/ipc/operation';
import type { Language } from '@shared/ipc/workspace';
import { rejectHeading } from '@shared/language/reject-heading';
import { errorSentence } from '@shared/language/sentence';
import { QuotabenchError } from '@shared/model/error';
import type { Table } from '../export/table';
import { type TableFile, writeTable } from '../export/write-table';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** The imports so far, the newest first. */
export function listBatches({ connection }: WorkspaceSession): ImportBatch[] {
  return connection.rows('SELECT * FROM import_batch ORDER BY id DESC').map((row) => {
    const counts = {
      inserted: Number(row.inserted),
      updated: Number(row.updated),
      unchanged: Number(row.unchanged),
      rejected: Number(row.rejected),
    };
    return {
      ...counts,
      id: Number(row.id),
      rows: counts.inserted + counts.updated + counts.unchanged + counts.rejected,
      source: String(row.source),
      sheet: String(row.sheet ?? ''),
      dataset: String(row.dataset) as ImportBatch['dataset'],
      importedAt: String(row.imported_at),
      mapping: JSON.parse(String(row.mapping)) as ColumnMapping[],
    };
  });
}

/**
 * The newest import of the same sheet of a file of the same content, whatever the file was called; null where there was none.
 * @param sheet null for a text file, which has only one.
 */
export function earlierImport(
  { connection }: WorkspaceSession,
  hash: string,
  sheet: string | null,
): EarlierImport | null {
  const row = connection.first(
    `SELECT id, source, imported_at FROM import_batch
     WHERE file_hash = ? AND sheet = coalesce(?, sheet) ORDER BY id DESC`,
    [hash, sheet],
  );
  if (row === null) return null;
  return { batch: Number(row.id), source: String(row.source), importedAt: String(row.imported_at) };
}

/** The rows that an import kept out, in the order of the sheet. */
export function listRejects({ connection }: WorkspaceSession, batch: number): Reject[] {
  return connection
    .rows('SELECT * FROM import_reject WHERE batch_id = ? ORDER BY row_number, id', [batch])
    .map((row) => ({
      row: Number(row.row_number),
      column: row.column_name === null ? null : String(row.column_name),
      value: row.value === null ? null : String(row.value),
      reason: JSON.parse(String(row.reason)) as Reject['reason'],
    }));
}

/**
 * Writes the rows that an import kept out under their own headings, with the row and the reason behind them, to be mended and
 * imported again.
 * @throws QuotabenchError `importMissing` and those of `writeTable`.
 */
export async function exportRejects(
  session: WorkspaceSession,
  batch: number,
  file: TableFile & { readonly language: Language },
  job: JobControl,
): Promise<{ readonly path: string; readonly rows: number }> {
  return writeTable(rejectTable(session, batch, file.language), file, job);
}

function rejectTable({ connection }: WorkspaceSession, batch: number, language: Language): Table {
  const found = connection.first('SELECT mapping, sheet FROM import_batch WHERE id = ?', [batch]);
  if (found === null) throw new QuotabenchError('importMissing');
  const columns = JSON.parse(String(found.mapping)) as ColumnMapping[];
  const rejects = connection.rows(
    'SELECT row_number, reason, cells FROM import_reject WHERE batch_id = ? ORDER BY row_number, id',
    [batch],
  );
  const headings = [
    ...columns.map(({ heading }) => heading),
    rejectHeading('row', language),
    rejectHeading('reason', language),
  ];
  return {
    name: rejectHeading('sheet', language),
    columns: headings.map((heading) => ({ heading, format: 'general' })),
    total: rejects.length,
    chunks: [
      rejects.map(({ row_number, reason, cells }) => {
        const texts = JSON.parse(String(cells)) as string[];
        const sentence = errorSentence(JSON.parse(String(reason)) as Reject['reason'], language);
        return [...columns.map(({ index }) => texts[index] ?? null), Number(row_number), sentence];
      }),
    ],
  };
}
