import type { ColumnMapping, Inspection, SourceSelection } from '@shared/ipc/import';
import type { JobControl } from '@shared/ipc/operation';
import { type DatasetId, isDatasetId } from '@shared/model/dataset';
import type { WorkspaceSession } from '../workspace/workspace-session';
import { inspectSource } from './inspect-source';

interface RememberedMapping {
  readonly dataset: DatasetId;
  readonly columns: readonly ColumnMapping[];
  readonly source: string;
  readonly importedAt: string;
}

/**
 * Where a table with the very headings of an earlier import goes: where that one went, whatever a person had changed of it. Null
 * where there was none, or where the table goes there anyway.
 * @param found what the table was taken for by itself.
 * @throws QuotabenchError those of `inspectSource`.
 */
export async function asBefore(
  session: WorkspaceSession,
  selection: SourceSelection,
  found: Inspection,
  job: JobControl,
): Promise<Inspection | null> {
  const remembered = mappingOf(session, found);
  if (remembered === null || isSame(found, remembered)) return null;
  const { dataset, columns, source, importedAt } = remembered;
  const inspection = await inspectSource({ ...selection, sheet: found.sheet, dataset }, job);
  const fields = new Set(
    columns.flatMap(({ field, included }) => (field !== null && included ? [field] : [])),
  );
  return {
    ...inspection,
    columns: inspection.columns.map((column, at) => {
      const { field, included, type } = columns[at] ?? column;
      return { ...column, field, included, type, confidence: 1 };
    }),
    suggestedKey: inspection.suggestedKey.filter((field) => fields.has(field)),
    notes: [
      ...inspection.notes,
      { code: 'noteRemembered', parameters: { source, date: importedAt.slice(0, 10) } },
    ],
  };
}

/** That of the newest import whose columns had the same headings in the same places. */
function mappingOf({ connection }: WorkspaceSession, { columns }: Inspection): RememberedMapping | null {
  const batches = connection.rows(
    'SELECT dataset, mapping, source, imported_at FROM import_batch ORDER BY id DESC LIMIT 200',
  );
  for (const { dataset, mapping, source, imported_at } of batches) {
    const earlier = JSON.parse(String(mapping)) as readonly ColumnMapping[];
    const isAlike =
      earlier.length === columns.length &&
      earlier.every(
        ({ index, heading }, at) => index === columns[at]?.index && heading === columns[at]?.heading,
      );
    if (!isAlike || !isDatasetId(String(dataset))) continue;
    const id = String(dataset) as DatasetId;
    return { dataset: id, columns: earlier, source: String(source), importedAt: String(imported_at) };
  }
  return null;
}

function isSame(found: Inspection, { dataset, columns }: RememberedMapping): boolean {
  return (
    found.dataset === dataset &&
    columns.every(({ field, included, type }, at) => {
      const column = found.columns[at];
      return column?.field === field && column.included === included && column.type === type;
    })
  );
}
