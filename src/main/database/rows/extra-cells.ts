import { parseNumber } from '@shared/format/parse-number';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlValue } from '../connection';

/** The extra cells of a row, by heading. */
export type ExtraCells = ReadonlyMap<string, CellValue>;

/** @param stored the row's `extra`: a JSON object or nothing. */
export function readExtraCells(stored: SqlValue | undefined): ExtraCells {
  return new Map(
    typeof stored === 'string' ? Object.entries(JSON.parse(stored) as Record<string, CellValue>) : [],
  );
}

/** The form in which a row's extra cells are stored; empty cells are left out. */
export function writeExtraCells(cells: ExtraCells): string | null {
  const filled = [...cells].filter(([, value]) => value !== null);
  return filled.length === 0 ? null : JSON.stringify(Object.fromEntries(filled));
}

/** A value typed into an extra cell: where a number stands a number is read, all else is text as it is. */
export function readExtraCell(typed: CellValue, before: CellValue, locale: string): CellValue {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (text === '') return null;
  return typeof before === 'number' ? (parseNumber(text, locale) ?? text) : text;
}

/** Makes a heading known as a column of the dataset, so that it is shown; does nothing for one that is known. */
export function registerExtraColumn(
  connection: Connection,
  recorder: ChangeRecorder,
  dataset: DatasetId,
  name: string,
): void {
  const known = connection.first('SELECT id FROM extra_column WHERE dataset = ? AND name = ?', [
    dataset,
    name,
  ]);
  if (known === null) recorder.insert('extra_column', { dataset, name });
}
