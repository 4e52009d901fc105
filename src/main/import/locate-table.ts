import { isKnownHeading } from './heading-names';
import {
  DateCell,
  ErrorCell,
  isBlank,
  lengthUpToLast,
  type SourceCell,
  type SourceSheet,
  textOf,
} from './source-sheet';

/** Where the table of a sheet lies. Rows and columns count from 0 in the sheet; `end`s are exclusive. */
export interface TableArea {
  /** −1 where the table has no row of headings. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
  /** Rows below the table that only sum it up. */
  readonly totalRows: number;
}

export interface AreaOptions {
  /** `A5:K900`; its first row holds the headings. */
  readonly range?: string;
  /** 1 for the sheet's first row; 0 for a table without headings. */
  readonly headerRow?: number;
}

const searchedRows = 40;

/** Finds the header row, the rows and the columns of a sheet's table; null where the sheet holds nothing. */
export function locateTable(sheet: SourceSheet, { range, headerRow }: AreaOptions): TableArea | null {
  const area = range === undefined ? wholeOf(sheet) : areaOfRange(range, sheet);
  if (area === null) return null;
  const header =
    range !== undefined ? area.firstRow : headerRow !== undefined ? headerRow - 1 : findHeader(sheet, area);
  const firstRow = header + 1;
  const totalRows = range === undefined ? countTotals(sheet, firstRow, area.endRow) : 0;
  return { ...area, headerRow: header, firstRow, endRow: area.endRow - totalRows, totalRows };
}

type Area = Omit<TableArea, 'headerRow' | 'totalRows'>;

function wholeOf({ rows }: SourceSheet): Area | null {
  if (rows.length === 0) return null;
  const endColumn = rows.reduce(
    (widest, row) =>
      Math.max(
        widest,
        lengthUpToLast(row, (cell) => !isBlank(cell)),
      ),
    0,
  );
  return endColumn === 0 ? null : { firstRow: 0, endRow: rows.length, firstColumn: 0, endColumn };
}

function areaOfRange(range: string, { rows }: SourceSheet): Area | null {
  const match = /^([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)$/.exec(range);
  if (match === null) return null;
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] = match;
  const columns = [columnNumber(fromColumn), columnNumber(toColumn)].sort((one, other) => one - other);
  const lines = [Number(fromRow) - 1, Number(toRow) - 1].sort((one, other) => one - other);
  const [firstColumn = 0, lastColumn = 0] = columns;
  const [firstRow = 0, lastRow = 0] = lines;
  const endRow = Math.min(rows.length, lastRow + 1);
  return firstRow < endRow ? { firstRow, endRow, firstColumn, endColumn: lastColumn + 1 } : null;
}

/** 0 for A, 25 for Z, 26 for AA. */
function columnNumber(letters: string): number {
  return (
    [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/**
 * The row that looks most like headings: texts that differ, known headings above all, with rows like data below. −1 where
 * none does.
 */
function findHeader(sheet: SourceSheet, area: Area): number {
  let best = { row: -1, score: 0 };
  const last = Math.min(area.endRow, searchedRows);
  for (let row = area.firstRow; row < last; row += 1) {
    const score = headerScore(sheet.rows[row] ?? [], area.endColumn);
    if (score > best.score) best = { row, score };
  }
  return best.row;
}

function headerScore(row: readonly SourceCell[], width: number): number {
  const cells = row.filter((cell) => !isBlank(cell));
  if (cells.length === 0 || (cells.length < 2 && width > 2)) return 0;
  const texts = cells.filter(isHeadingText);
  if (texts.length < cells.length * 0.7) return 0;
  const different = new Set(texts.map((cell) => textOf(cell).toLowerCase())).size;
  const known = texts.filter((cell) => isKnownHeading(textOf(cell))).length;
  return different / Math.max(width, 1) + 3 * known + (different === texts.length ? 0.5 : 0);
}

/** Headings are words: not numbers, dates or long sentences. */
function isHeadingText(cell: SourceCell): boolean {
  if (cell instanceof DateCell || cell instanceof ErrorCell || typeof cell !== 'string') return false;
  return cell.length <= 80 && /\p{L}/u.test(cell) && !/^[\d\s.,:/-]+$/.test(cell);
}

const totalWords = /^(grand total|total|totals|totalt|sum|summer|i alt|subtotal|delsum)\b/i;

/** Rows at the end whose first text says that they sum the table up. */
function countTotals({ rows }: SourceSheet, firstRow: number, endRow: number): number {
  let count = 0;
  for (let row = endRow - 1; row > firstRow; row -= 1) {
    const cells = (rows[row] ?? []).filter((cell) => !isBlank(cell));
    if (cells.length === 0) {
      count += 1;
      continue;
    }
    if (!totalWords.test(textOf(cells[0]).trim())) break;
    count += 1;
  }
  return count;
}
