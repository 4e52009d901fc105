import type { CellValue } from '@shared/model/dataset';

/** How a number is shown; dates are text `YYYY-MM-DD`. */
export type CellFormat = 'general' | 'integer' | 'decimal' | 'money' | 'percent' | 'date';

export interface TableColumn {
  readonly heading: string;
  /** Of the cells that do not bring their own. */
  readonly format: CellFormat;
}

/** A cell in its column's format, or in one of its own. */
export type TableCell = CellValue | { readonly value: CellValue; readonly format: CellFormat };

/** What is exported, in whatever form. */
export interface Table {
  /** The name of the workbook's sheet. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** How many rows there are. */
  readonly total: number;
  /** The rows, some at a time: a table may be larger than memory. */
  readonly chunks: Iterable<readonly (readonly TableCell[])[]>;
}

export function cellValue(cell: TableCell): CellValue {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

export function cellFormat(cell: TableCell, column: TableColumn): CellFormat {
  return typeof cell === 'object' && cell !== null ? cell.format : column.format;
}
