import type { SourceCell } from './source-sheet';

/** Of a cell that is no text of a table. */
export const noCode = -1;

/**
 * The cells of one row, in memory that serves one row after the other. Where a sheet holds each different text once, a cell has a code
 * besides: a small number that all cells of the sheet with the same text share, by which what they came to is found without a look at
 * the text.
 */
export class RowCells {
  readonly cells: SourceCell[] = [];
  /** By column as well; `noCode` for cells without one. */
  readonly codes: number[] = [];

  /** Makes it a row of so many cells that are all to be set. */
  begin(width: number): void {
    const { cells, codes } = this;
    while (cells.length > width) {
      cells.pop();
      codes.pop();
    }
    while (cells.length < width) {
      cells.push(null);
      codes.push(noCode);
    }
  }

  /** Makes it a row of so many empty cells. */
  clear(width: number): void {
    this.begin(width);
    for (let column = 0; column < width; column += 1) this.set(column, null, noCode);
  }

  set(column: number, cell: SourceCell, code: number): void {
    this.cells[column] = cell;
    this.codes[column] = code;
  }

  /** Makes it a row of these cells. */
  take(cells: readonly SourceCell[]): void {
    this.begin(cells.length);
    for (let column = 0; column < cells.length; column += 1) this.set(column, cells[column] ?? null, noCode);
  }
}
