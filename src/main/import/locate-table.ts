import { isBlank, type SourceSheet } from './source-sheet';
import { findFooter } from './table-footer';
import { findHeader } from './table-headings';

/** Where the table of a sheet lies. Rows and columns count from 0 in the sheet; `end`s are exclusive. */
export interface TableArea {
  /** Above it nothing belongs to the table, headings of two rows included. */
  readonly topRow: number;
  /** −1 where the table has no row of headings. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
  /** Rows below the table that only sum it up. */
  readonly totalRows: number;
  /** Rows below the table that hold a remark. */
  readonly remarkRows: number;
}

export interface AreaOptions {
  /** `A5:K900`; its first row holds the headings. */
  readonly range?: string;
  /** 1 for the sheet's first row; 0 for a table without headings. */
  readonly headerRow?: number;
}

/** Finds the header row, the rows and the columns of a sheet's table; null where the sheet holds nothing. */
export function locateTable(sheet: SourceSheet, { range, headerRow }: AreaOptions): TableArea | null {
  const area = range === undefined ? wholeOf(sheet) : areaOfRange(range, sheet);
  if (area === null) return null;
  const topRow = area.firstRow;
  if (range !== undefined)
    return { ...area, topRow, headerRow: topRow, firstRow: topRow + 1, totalRows: 0, remarkRows: 0 };
  const header = headerRow === undefined ? findHeader(sheet, area) : headerRow - 1;
  const width = sheet.rows.row(header).filter((cell) => !isBlank(cell)).length;
  const footer = findFooter(sheet, header + 1, area.endRow, width);
  return { ...area, topRow, headerRow: header, firstRow: header + 1, ...footer };
}

type Area = Pick<TableArea, 'firstRow' | 'endRow' | 'firstColumn' | 'endColumn'>;

function wholeOf({ rows }: SourceSheet): Area | null {
  if (rows.length === 0) return null;
  let endColumn = 0;
  for (let row = 0; row < rows.length; row += 1) endColumn = Math.max(endColumn, rows.widthOf(row));
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
export function columnNumber(letters: string): number {
  return (
    [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}
