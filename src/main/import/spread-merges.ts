import type { ColumnProfile } from './column-profile';
import type { TableArea } from './locate-table';
import { AmendedRows } from './sheet-rows';
import type { SourceCell, SourceSheet } from './source-sheet';

/**
 * A sheet in which a name or date that stands once for several rows, as merged cells do, stands in each of them. Numbers are
 * left alone: an amount that spans two rows is one amount.
 */
export function spreadMerges(
  sheet: SourceSheet,
  area: TableArea,
  columns: readonly ColumnProfile[],
): SourceSheet {
  const named = new Set(
    columns.filter(({ type }) => type !== 'number' && type !== 'percent').map(({ index }) => index),
  );
  const merges = (sheet.merges ?? []).filter(
    ({ firstRow, lastRow, firstColumn }) =>
      lastRow > firstRow && firstRow >= area.firstRow && firstRow < area.endRow && named.has(firstColumn),
  );
  if (merges.length === 0) return sheet;
  const amended = new Map<number, readonly SourceCell[]>();
  const rowOf = (row: number) => amended.get(row) ?? sheet.rows.row(row);
  for (const { firstRow, lastRow, firstColumn } of merges) {
    const value = rowOf(firstRow)[firstColumn] ?? null;
    for (let row = firstRow + 1; row <= Math.min(lastRow, area.endRow - 1); row += 1) {
      if (value !== null) amended.set(row, withCell(rowOf(row), firstColumn, value));
    }
  }
  return { ...sheet, rows: new AmendedRows(sheet.rows, amended) };
}

function withCell(cells: readonly SourceCell[], column: number, value: SourceCell): readonly SourceCell[] {
  const changed = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? null);
  changed[column] ??= value;
  return changed;
}
