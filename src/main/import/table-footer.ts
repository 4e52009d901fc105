import { parseNumber } from '@shared/format/parse-number';
import { isBlank, type SourceCell, type SourceSheet, textOf } from './source-sheet';

export interface Footer {
  /** The row behind the last one of the table. */
  readonly endRow: number;
  /** Rows left out that sum the table up. */
  readonly totalRows: number;
  /** Rows left out that hold a remark, such as who exported the table and when. */
  readonly remarkRows: number;
}

/**
 * What stands below the rows of a table: totals, and remarks in one cell that a blank row or a total sets apart.
 * @param width how many columns have a heading.
 */
export function findFooter({ rows }: SourceSheet, firstRow: number, endRow: number, width: number): Footer {
  let footer: Footer = { endRow, totalRows: 0, remarkRows: 0 };
  let { totalRows, remarkRows } = footer;
  for (let row = endRow - 1; row > firstRow; row -= 1) {
    const cells = rows.row(row).filter((cell) => !isBlank(cell));
    const isTotal = sumsUp(cells) || (cells.length < width && areSums(rows, firstRow, row));
    if (!isTotal && cells.length > 0 && !(width >= 3 && isRemark(cells))) break;
    if (isTotal) totalRows += 1;
    else if (cells.length > 0) remarkRows += 1;
    if (isTotal || cells.length === 0) footer = { endRow: row, totalRows, remarkRows };
  }
  return footer;
}

function isRemark(cells: readonly SourceCell[]): boolean {
  return cells.length === 1 && typeof cells[0] === 'string';
}

const totalWord =
  /^(grand total|total|totals|totalt|totalsum|sum|sum total|summer|i alt|subtotal|delsum)(?<more>\b.*)?$/i;

/** A first text that says so; with more words behind it only where nothing but numbers follows: `Total Care` may be a product. */
function sumsUp(cells: readonly SourceCell[]): boolean {
  const [first, ...others] = cells;
  const match = totalWord.exec(textOf(first).trim());
  if (match === null) return false;
  return /^[\s:.]*$/.test(match.groups?.more ?? '') || others.every(isNumber);
}

function isNumber(cell: SourceCell): boolean {
  return numberIn(cell) !== null;
}

/** Whether a row without words holds nothing but the sums of the columns above it. */
function areSums(rows: SourceSheet['rows'], firstRow: number, row: number): boolean {
  const filled = rows.row(row).flatMap((cell, column) => (isBlank(cell) ? [] : [{ cell, column }]));
  if (filled.length === 0 || row - firstRow < 2 || !filled.every(({ cell }) => isNumber(cell))) return false;
  return filled.every(({ cell, column }) => {
    let sum = 0;
    let summands = 0;
    for (let above = firstRow; above < row; above += 1) {
      const value = numberIn(rows.cell(above, column));
      sum += value ?? 0;
      summands += value === null ? 0 : 1;
    }
    const total = numberIn(cell) ?? 0;
    return summands > 1 && Math.abs(sum - total) <= Math.max(0.005, Math.abs(total) * 1e-9);
  });
}

function numberIn(cell: SourceCell): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? parseNumber(cell, 'nb-NO') : null;
}
