import type { CellValue } from './dataset';

export const cellFormats = ['general', 'integer', 'decimal', 'money', 'percent', 'date'] as const;
/** How a number is shown; dates are text `YYYY-MM-DD`, a percentage is a fraction. */
export type CellFormat = (typeof cellFormats)[number];

export interface TableColumn {
  readonly heading: string;
  /** Of the cells that do not bring their own. */
  readonly format: CellFormat;
}

/** A cell in its column's format, or in one of its own. */
export type TableCell = CellValue | { readonly value: CellValue; readonly format: CellFormat };

/** A table that fits into memory. */
export interface FigureTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

export function cellValue(cell: TableCell): CellValue {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

export function cellFormat(cell: TableCell, column: TableColumn): CellFormat {
  return typeof cell === 'object' && cell !== null ? cell.format : column.format;
}
