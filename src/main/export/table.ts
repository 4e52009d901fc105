import type { TableCell, TableColumn } from '@shared/model/table-cell';

export {
  type CellFormat,
  cellFormat,
  cellValue,
  type TableCell,
  type TableColumn,
} from '@shared/model/table-cell';

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
