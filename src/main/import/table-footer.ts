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
    const isTotal = sumsUp(cells);
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
  return typeof cell === 'number' || (typeof cell === 'string' && parseNumber(cell, 'nb-NO') !== null);
}
