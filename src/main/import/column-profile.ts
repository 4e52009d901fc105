import { parseCalendarDate, possibleDateOrders } from '@shared/format/parse-date';
import { parseNumber } from '@shared/format/parse-number';
import type { ColumnMapping } from '@shared/ipc/import';
import { parsePeriod } from '@shared/model/period';
import type { TableArea } from './locate-table';
import { DateCell, ErrorCell, isBlank, type SourceCell, type SourceSheet, textOf } from './source-sheet';

/** What the whole of a column tells about how its cells are to be read. */
export interface ColumnProfile {
  readonly index: number;
  readonly heading: string;
  readonly filled: number;
  readonly type: ColumnMapping['type'];
  /** The first different values as text. */
  readonly samples: readonly string[];
  /** What stands before the decimals in its texts; null where they leave it open. */
  readonly decimalSeparator: ',' | '.' | null;
  /** How many of its texts can be read with only the one or the other order of day and month; null where it holds no such dates. */
  readonly dateOrders: DateOrders | null;
}

export interface DateOrders {
  readonly onlyDayFirst: number;
  readonly onlyMonthFirst: number;
}

const sampleCount = 6;
/** Beyond so many cells a column has shown what it is. */
const judgedCells = 20_000;

export function profileColumns(sheet: SourceSheet, area: TableArea): ColumnProfile[] {
  const profiles: ColumnProfile[] = [];
  for (let index = area.firstColumn; index < area.endColumn; index += 1) {
    const heading =
      area.headerRow < 0 ? '' : textOf(sheet.rows[area.headerRow]?.[index]).replace(/\s+/g, ' ').trim();
    const cells = columnCells(sheet, area, index);
    if (heading === '' && cells.length === 0) continue;
    profiles.push(profileOf(index, heading === '' ? `Column ${letterOf(index)}` : heading, cells));
  }
  return profiles;
}

function columnCells(sheet: SourceSheet, area: TableArea, index: number): SourceCell[] {
  const cells: SourceCell[] = [];
  for (let row = area.firstRow; row < area.endRow; row += 1) {
    const cell = sheet.rows[row]?.[index] ?? null;
    if (!isBlank(cell)) cells.push(cell);
  }
  return cells;
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

function profileOf(index: number, heading: string, cells: readonly SourceCell[]): ColumnProfile {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string').slice(0, judgedCells);
  return {
    index,
    heading,
    filled: cells.length,
    type: typeOf(cells.slice(0, judgedCells)),
    samples: [...new Set(cells.slice(0, 500).map(textOf))].slice(0, sampleCount),
    decimalSeparator: decimalSeparatorIn(texts),
    dateOrders: dateOrdersIn(cells.filter((cell): cell is string => typeof cell === 'string')),
  };
}

/** The narrowest type that nearly all cells fit: a few strays do not make numbers text, they are rejected by name. */
function typeOf(cells: readonly SourceCell[]): ColumnMapping['type'] {
  if (cells.length === 0) return 'text';
  const share = (fits: (cell: SourceCell) => boolean) =>
    cells.filter((cell) => cell instanceof ErrorCell || fits(cell)).length / cells.length;
  const mostly = 0.8;
  if (share((cell) => typeof cell === 'boolean') >= mostly) return 'boolean';
  if (share(isDateLike) >= mostly) return 'date';
  if (share((cell) => typeof cell === 'string' && /%\s*$/.test(cell)) >= mostly) return 'percent';
  if (share(isPeriodLike) >= mostly) return 'period';
  if (share(isNumberLike) >= mostly) return 'number';
  return 'text';
}

function isDateLike(cell: SourceCell): boolean {
  if (cell instanceof DateCell) return true;
  return (
    typeof cell === 'string' && cell.length <= 40 && parseCalendarDate(cell, { dayFirst: true }) !== null
  );
}

/** A bare number such as 2026 may be a year, but is more often a number. */
function isPeriodLike(cell: SourceCell): boolean {
  return (
    typeof cell === 'string' && cell.length <= 30 && !/^[\d\s]+$/.test(cell) && parsePeriod(cell) !== null
  );
}

function isNumberLike(cell: SourceCell): boolean {
  if (typeof cell === 'number') return true;
  return (
    typeof cell === 'string' && (parseNumber(cell, 'en-GB') !== null || parseNumber(cell, 'nb-NO') !== null)
  );
}

/** The separator for which the texts speak: `1,5` and `1.234,5` for the comma, `1.5` and `1,234.5` for the point. */
function decimalSeparatorIn(texts: readonly string[]): ',' | '.' | null {
  let comma = 0;
  let point = 0;
  for (const text of texts) {
    const digits = text.replace(/[^\d.,]/g, '');
    if (/^\d+,\d{1,2}$|,\d{4,}$|\.\d{3},\d+$|^0,\d+$/.test(digits)) comma += 1;
    else if (/^\d+\.\d{1,2}$|\.\d{4,}$|,\d{3}\.\d+$|^0\.\d+$/.test(digits)) point += 1;
  }
  if (comma === point) return null;
  return comma > point ? ',' : '.';
}

function dateOrdersIn(texts: readonly string[]): DateOrders | null {
  const orders = texts.flatMap((text) => possibleDateOrders(text) ?? []);
  if (orders.length === 0) return null;
  return {
    onlyDayFirst: orders.filter(({ monthFirst }) => !monthFirst).length,
    onlyMonthFirst: orders.filter(({ dayFirst }) => !dayFirst).length,
  };
}
