import type { JobControl } from '@shared/ipc/operation';
import type { Column, Row } from '@shared/ipc/rows';
import type { Language } from '@shared/ipc/workspace';
import { choiceName } from '@shared/language/choice-name';
import { datasetName, fieldName } from '@shared/language/sentence';
import type { DatasetId, FieldKind } from '@shared/model/dataset';
import { columnsOf } from '../database/rows/row-columns';
import { type RowQuery, RowReader } from '../database/rows/row-window';
import type { WorkspaceSession } from '../workspace/workspace-session';
import type { CellFormat, Table, TableCell } from './table';
import { type TableFile, writeTable } from './write-table';

/**
 * Writes the rows that a query finds, in its order, with the headings and choices of a language: the same words that the import knows.
 * @throws QuotabenchError `unknownField` and those of `writeTable`.
 */
export async function exportDataset(
  session: WorkspaceSession,
  query: RowQuery,
  file: TableFile & { readonly language: Language },
  job: JobControl,
): Promise<{ readonly path: string; readonly rows: number }> {
  return writeTable(datasetTable(session, query, file.language), file, job);
}

function datasetTable(session: WorkspaceSession, query: RowQuery, language: Language): Table {
  const { dataset } = query;
  const columns = columnsOf(session.connection, dataset);
  const reader = new RowReader(session);
  return {
    name: datasetName(dataset, language),
    columns: columns.map((column) => ({
      heading: headingOf(dataset, column, language),
      format: formats[column.type.kind],
    })),
    total: reader.window(query, 0, 1).total,
    chunks: mapped(reader.all(query), (rows) => rows.map((row) => cellsOf(row, columns, language))),
  };
}

function headingOf(dataset: DatasetId, { id, extraName }: Column, language: Language): string {
  return extraName ?? fieldName(dataset, id, language);
}

const formats: Readonly<Record<FieldKind['kind'], CellFormat>> = {
  text: 'general',
  email: 'general',
  choice: 'general',
  period: 'general',
  reference: 'general',
  number: 'general',
  integer: 'integer',
  money: 'money',
  percent: 'percent',
  date: 'date',
};

function cellsOf({ cells }: Row, columns: readonly Column[], language: Language): readonly TableCell[] {
  return columns.map(({ id, type }) => {
    const value = cells[id] ?? null;
    return type.kind === 'choice' && typeof value === 'string' ? choiceName(value, language) : value;
  });
}

function* mapped<From, To>(values: Iterable<From>, turn: (value: From) => To): Generator<To> {
  for (const value of values) yield turn(value);
}
