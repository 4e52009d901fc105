import { parsePeriod } from '@shared/model/period';
import { isKnownHeading } from './heading-names';
import type { TableArea } from './locate-table';
import { DateCell, ErrorCell, isBlank, type SourceCell, type SourceSheet, textOf } from './source-sheet';

const searchedRows = 40;

/**
 * The row that looks most like headings: texts that differ, known headings above all, with rows like data below. Of headings
 * in two rows it is the lower. −1 where no row does.
 */
export function findHeader(
  { rows }: SourceSheet,
  { firstRow, endRow, endColumn }: Pick<TableArea, 'firstRow' | 'endRow' | 'endColumn'>,
): number {
  let best = { row: -1, score: 0 };
  const last = Math.min(endRow, searchedRows);
  for (let row = firstRow; row < last; row += 1) {
    const score = headerScore(rows.row(row), endColumn);
    if (score > best.score) best = { row, score };
  }
  return best.row >= 0 && continuesHeadings(rows.row(best.row), rows.row(best.row + 1))
    ? best.row + 1
    : best.row;
}

function headerScore(row: readonly SourceCell[], width: number): number {
  const cells = row.filter((cell) => !isBlank(cell));
  if (cells.length === 0 || (cells.length < 2 && width > 2)) return 0;
  const words = cells.filter(isHeadingText);
  const isWide = words.some((cell) => isKnownHeading(textOf(cell)));
  const texts = isWide ? cells.filter((cell) => isHeadingText(cell) || isPeriodHeading(cell)) : words;
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

/** Months, quarters and years head the columns of a wide table. */
function isPeriodHeading(cell: SourceCell): boolean {
  if (cell instanceof DateCell) return cell.date.endsWith('-01');
  return typeof cell === 'number' ? cell >= 1990 && cell <= 2100 : parsePeriod(textOf(cell)) !== null;
}

/** Whether a row carries on the headings above it: it names columns that they leave open, and leaves open some that they name. */
function continuesHeadings(above: readonly SourceCell[], below: readonly SourceCell[]): boolean {
  const named = below.filter((cell) => !isBlank(cell));
  return (
    named.length > 0 &&
    named.every(isHeadingText) &&
    named.some((cell) => isKnownHeading(textOf(cell))) &&
    below.some((cell, column) => !isBlank(cell) && isBlank(above[column])) &&
    above.some((cell, column) => !isBlank(cell) && isBlank(below[column]))
  );
}

/**
 * The headings of a table's columns, first column first; '' where there is none. A column that its own row leaves open, or that
 * shares its heading with another, takes the heading above it as well.
 */
export function headingsOf({ rows }: SourceSheet, area: TableArea): readonly string[] {
  const own = area.headerRow < 0 ? [] : textsOf(rows.row(area.headerRow), area);
  const above = area.headerRow > area.topRow ? textsOf(rows.row(area.headerRow - 1), area) : [];
  if (above.filter((text) => /\p{L}|\d{4}/u.test(text)).length < 2) return own;
  const groups = carriedRight(above);
  return own.map((text, at) => {
    if (text === '') return above[at] ?? '';
    const isShared = own.filter((other) => other === text).length > 1;
    return isShared ? `${groups[at] ?? ''} ${text}`.trim() : text;
  });
}

function textsOf(row: readonly SourceCell[], { firstColumn, endColumn }: TableArea): string[] {
  return Array.from({ length: endColumn - firstColumn }, (_, at) =>
    textOf(row[firstColumn + at])
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function carriedRight(texts: readonly string[]): readonly string[] {
  let last = '';
  return texts.map((text) => {
    if (text !== '') last = text;
    return last;
  });
}
