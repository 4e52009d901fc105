import type { CurrencyMark } from '@shared/format/currency-mark';
import { noCode, type RowCells } from './row-cells';
import { isBlank, mostColumns, type SourceCell } from './source-sheet';

/** Is told the column and the code of a cell, and can have the cell itself until the next one is visited. */
export type CellVisit = (column: number, code: number, cell: () => SourceCell) => void;

/** The cells of a sheet by row and column, both from 0. */
export interface SheetRows {
  /** How many rows there are up to the last that holds anything. */
  readonly length: number;
  /** The cells of a row, which may be fewer than the sheet is wide; none where there is no such row. */
  row(index: number): readonly SourceCell[];
  /** The same into memory that is there already, with the codes that cells have. */
  readRow(index: number, into: RowCells): void;
  /** Hands over the cells of the rows from one up to another that are not null, row by row. */
  eachCell(first: number, end: number, visit: CellVisit): void;
  /** Null outside the sheet as well. */
  cell(row: number, column: number): SourceCell;
  /** How many cells a row has up to the last that is filled. */
  widthOf(row: number): number;
  /** Whether the number format of any cell shows a currency. */
  readonly showsCurrencies: boolean;
  /** The currency that the number format of a cell shows; null for most. */
  currency(row: number, column: number): CurrencyMark | null;
}

function filledWidth(cells: readonly SourceCell[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1])) width -= 1;
  return width;
}

function visitCells(cells: readonly SourceCell[], visit: CellVisit): void {
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? null;
    if (cell !== null) visit(column, noCode, () => cell);
  }
}

const noCells: readonly SourceCell[] = [];
const noCurrencies: ReadonlyMap<number, CurrencyMark> = new Map();

/** One number for a place in a sheet. */
export function placeOf(row: number, column: number): number {
  return row * mostColumns + column;
}

/** Rows that are held as lists of cells. */
export class ListedRows implements SheetRows {
  readonly length: number;

  /**
   * @param rows those without cells at the end are left out.
   * @param currencies that formats show, by `placeOf`.
   */
  constructor(
    private readonly rows: readonly (readonly SourceCell[])[],
    private readonly currencies: ReadonlyMap<number, CurrencyMark> = noCurrencies,
  ) {
    let length = rows.length;
    while (length > 0 && (rows[length - 1] ?? noCells).every((cell) => cell === null)) length -= 1;
    this.length = length;
  }

  row(index: number): readonly SourceCell[] {
    return index < this.length ? (this.rows[index] ?? noCells) : noCells;
  }

  readRow(index: number, into: RowCells): void {
    into.take(this.row(index));
  }

  eachCell(first: number, end: number, visit: CellVisit): void {
    for (let index = first; index < end; index += 1) visitCells(this.row(index), visit);
  }

  cell(row: number, column: number): SourceCell {
    return this.row(row)[column] ?? null;
  }

  widthOf(row: number): number {
    return filledWidth(this.row(row));
  }

  get showsCurrencies(): boolean {
    return this.currencies.size > 0;
  }

  currency(row: number, column: number): CurrencyMark | null {
    return this.currencies.get(placeOf(row, column)) ?? null;
  }
}

/** Rows some of whose cells are others than they were. */
export class AmendedRows implements SheetRows {
  readonly length: number;

  /** @param amended whole rows by their index. */
  constructor(
    private readonly rows: SheetRows,
    private readonly amended: ReadonlyMap<number, readonly SourceCell[]>,
  ) {
    let length = rows.length;
    for (const index of amended.keys()) length = Math.max(length, index + 1);
    this.length = length;
  }

  row(index: number): readonly SourceCell[] {
    return this.amended.get(index) ?? this.rows.row(index);
  }

  readRow(index: number, into: RowCells): void {
    const cells = this.amended.get(index);
    if (cells === undefined) this.rows.readRow(index, into);
    else into.take(cells);
  }

  eachCell(first: number, end: number, visit: CellVisit): void {
    for (let index = first; index < end; index += 1) {
      const cells = this.amended.get(index);
      if (cells === undefined) this.rows.eachCell(index, index + 1, visit);
      else visitCells(cells, visit);
    }
  }

  cell(row: number, column: number): SourceCell {
    const cells = this.amended.get(row);
    return cells === undefined ? this.rows.cell(row, column) : (cells[column] ?? null);
  }

  widthOf(row: number): number {
    const cells = this.amended.get(row);
    return cells === undefined ? this.rows.widthOf(row) : filledWidth(cells);
  }

  get showsCurrencies(): boolean {
    return this.rows.showsCurrencies;
  }

  currency(row: number, column: number): CurrencyMark | null {
    return this.rows.currency(row, column);
  }
}

/** The rows from one up to, but without, another. */
export function* rowsBetween(rows: SheetRows, first: number, end: number): Generator<readonly SourceCell[]> {
  for (let index = first; index < Math.min(end, rows.length); index += 1) yield rows.row(index);
}
