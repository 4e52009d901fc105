import { isBlank, type SourceCell } from './source-sheet';

/** The cells of a sheet by row and column, both from 0. */
export interface SheetRows {
  /** How many rows there are up to the last that holds anything. */
  readonly length: number;
  /** The cells of a row, which may be fewer than the sheet is wide; none where there is no such row. */
  row(index: number): readonly SourceCell[];
  /** Null outside the sheet as well. */
  cell(row: number, column: number): SourceCell;
  /** How many cells a row has up to the last that is filled. */
  widthOf(row: number): number;
}

function filledWidth(cells: readonly SourceCell[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1])) width -= 1;
  return width;
}

const noCells: readonly SourceCell[] = [];

/** Rows that are held as lists of cells. */
export class ListedRows implements SheetRows {
  readonly length: number;

  /** @param rows those without cells at the end are left out. */
  constructor(private readonly rows: readonly (readonly SourceCell[])[]) {
    let length = rows.length;
    while (length > 0 && (rows[length - 1] ?? noCells).every((cell) => cell === null)) length -= 1;
    this.length = length;
  }

  row(index: number): readonly SourceCell[] {
    return index < this.length ? (this.rows[index] ?? noCells) : noCells;
  }

  cell(row: number, column: number): SourceCell {
    return this.row(row)[column] ?? null;
  }

  widthOf(row: number): number {
    return filledWidth(this.row(row));
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

  cell(row: number, column: number): SourceCell {
    const cells = this.amended.get(row);
    return cells === undefined ? this.rows.cell(row, column) : (cells[column] ?? null);
  }

  widthOf(row: number): number {
    const cells = this.amended.get(row);
    return cells === undefined ? this.rows.widthOf(row) : filledWidth(cells);
  }
}

/** The rows from one up to, but without, another. */
export function* rowsBetween(rows: SheetRows, first: number, end: number): Generator<readonly SourceCell[]> {
  for (let index = first; index < Math.min(end, rows.length); index += 1) yield rows.row(index);
}
