import { decimalSeparatorOf } from '@shared/format/parse-number';
import {
  cellFormat,
  cellValue,
  type FigureTable,
  type TableCell,
  type TableColumn,
} from '@shared/model/table-cell';
import { writeClipboardTable } from './clipboard-table';

/**
 * A table as a spreadsheet of a locale takes it from the clipboard: its headings and rows, numbers without thousands separators and
 * percentages as such, so that they arrive as numbers.
 * @param locale BCP 47.
 */
export function clipboardText({ columns, rows }: FigureTable, locale: string): string {
  const point = decimalSeparatorOf(locale);
  return writeClipboardTable([
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map((column, index) => written(row[index] ?? null, column, point))),
  ]);
}

function written(cell: TableCell, column: TableColumn, point: string): string {
  const value = cellValue(cell);
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const isPercent = cellFormat(cell, column) === 'percent';
  // Fifteen digits are all that is certain, so 0.07 · 100 is 7.
  const digits = String(isPercent ? Number((value * 100).toPrecision(15)) : value);
  return digits.replace('.', point) + (isPercent ? '%' : '');
}
