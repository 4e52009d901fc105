import type { SheetRows } from './sheet-rows';

/** Excel's own limits; a cell beyond them is a fault or an attack. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Thrown for a sheet that claims cells beyond `mostRows` or `mostColumns`. */
export class BeyondLimits extends Error {}

/** A date that the file itself marks as one: `YYYY-MM-DD`. */
export class DateCell {
  constructor(readonly date: string) {}
}

/** A formula's failure such as `#N/A`. */
export class ErrorCell {
  constructor(readonly error: string) {}
}

/** What a cell holds, whatever file it came from; null where it is empty. */
export type SourceCell = string | number | boolean | DateCell | ErrorCell | null;

/** One sheet of a spreadsheet, or the whole of a text file. */
export interface SourceSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: SheetRows;
  /** Rows that the program does not show, from 0. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** Cells that are joined into one, whose value is that of the first. */
  readonly merges?: readonly MergedCells[];
}

/** Rows and columns from 0; `last`s are inclusive. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What a file was found to hold. */
export interface ReadFile {
  readonly path: string;
  readonly sheets: readonly SourceSheet[];
  /** Of a text file; null for workbooks. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly hasMacros: boolean;
}

export interface SourceFile extends ReadFile {
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly hash: string;
}

export function isBlank(cell: SourceCell | undefined): boolean {
  return cell === null || cell === undefined || cell === '';
}

const words = new Set(['–', '—', 'n/a', 'null', '(null)', '<null>', '(blank)', '(tom)', '(none)', 'nan']);

/** Whether a text that begins so may be a word for nothing: most texts are told apart by it alone. */
function mayStandForNothing(first: number): boolean {
  return firstOfNothing.has(first) || first <= 0x20 || first > 0x7f;
}

const firstOfNothing = new Set([...'-nN(<$kK'].map((character) => character.charCodeAt(0)));

/** Whether a cell is empty or holds what programs write for an empty one; `$ -` is how Excel's accounts show nothing. */
export function saysNothing(cell: SourceCell | undefined): boolean {
  if (isBlank(cell)) return true;
  if (typeof cell !== 'string' || cell.length > 12 || !mayStandForNothing(cell.charCodeAt(0))) return false;
  return words.has(cell.trim().toLowerCase()) || /^\s*(?:[$€£]|kr|nok)?\s*-\s*(?:kr|nok|€)?\s*$/i.test(cell);
}

/** The cell as text: dates as `YYYY-MM-DD`, numbers with a point. */
export function textOf(cell: SourceCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof DateCell) return cell.date;
  if (cell instanceof ErrorCell) return cell.error;
  return String(cell);
}
