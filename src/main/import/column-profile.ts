import { parseCalendarDate, possibleDateOrders } from '@shared/format/parse-date';
import { parseNumber } from '@shared/format/parse-number';
import type { ColumnMapping } from '@shared/ipc/import';
import { parsePeriod } from '@shared/model/period';
import type { TableArea } from './locate-table';
import { DateCell, ErrorCell, type SourceCell, type SourceSheet, saysNothing, textOf } from './source-sheet';
import { headingsOf } from './table-headings';

/** What the whole of a column tells about how its cells are to be read. */
export interface ColumnProfile {
  readonly index: number;
  readonly heading: string;
  readonly filled: number;
  readonly type: ColumnMapping['type'];
  /** Shares of the cells that can be read as this, 0 to 1; formula errors do not count. */
  readonly fits: Readonly<Record<'date' | 'number' | 'period', number>>;
  /** The first different values as text. */
  readonly samples: readonly string[];
  /** More of them, for judging what the column holds. */
  readonly distinct: readonly string[];
  /** What stands before the decimals in its texts; null where they leave it open. */
  readonly decimalSeparator: ',' | '.' | null;
  /** How many of its texts can be read with only the one or the other order of day and month; null where it holds no such dates. */
  readonly dateOrders: DateOrders | null;
}

export interface DateOrders {
  readonly onlyDayFirst: number;
  readonly onlyMonthFirst: number;
  /** Followed by a time with AM or PM, which hardly anyone writes who puts the day first. */
  readonly withMeridiem: number;
}

const sampleCount = 6;
const distinctCount = 60;
/** Beyond so many cells a column has shown what it is. */
const judgedCells = 20_000;

/** By the rows of the sheet and the area: what was looked at is imported soon afterwards. */
const kept = new WeakMap<SourceSheet['rows'], Map<string, readonly ColumnProfile[]>>();

export function profileColumns(sheet: SourceSheet, area: TableArea): readonly ColumnProfile[] {
  const ofSheet = kept.get(sheet.rows) ?? new Map<string, readonly ColumnProfile[]>();
  kept.set(sheet.rows, ofSheet);
  const key = JSON.stringify(area);
  const profiles = ofSheet.get(key) ?? profilesOf(sheet, area);
  ofSheet.set(key, profiles);
  return profiles;
}

function profilesOf(sheet: SourceSheet, area: TableArea): readonly ColumnProfile[] {
  const headings = headingsOf(sheet, area);
  const profiles: ColumnProfile[] = [];
  for (let index = area.firstColumn; index < area.endColumn; index += 1) {
    const heading = headings[index - area.firstColumn] ?? '';
    const cells = columnCells(sheet, area, index);
    if (heading === '' && cells.length === 0) continue;
    profiles.push(profileOf(index, heading === '' ? `Column ${letterOf(index)}` : heading, cells));
  }
  return profiles;
}

function columnCells(sheet: SourceSheet, area: TableArea, index: number): SourceCell[] {
  const cells: SourceCell[] = [];
  for (let row = area.firstRow; row < area.endRow; row += 1) {
    const cell = sheet.rows.cell(row, index);
    if (!saysNothing(cell)) cells.push(cell);
  }
  return cells;
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

function profileOf(index: number, heading: string, cells: readonly SourceCell[]): ColumnProfile {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string');
  const judged = cells.filter((cell) => !(cell instanceof ErrorCell)).slice(0, judgedCells);
  const share = (fits: (cell: SourceCell) => boolean) =>
    judged.length === 0 ? 0 : judged.filter(fits).length / judged.length;
  const fits = { date: share(isDateLike), number: share(isNumberLike), period: share(isPeriodLike) };
  const distinct = [...new Set(cells.slice(0, judgedCells).map(textOf))].slice(0, distinctCount);
  return {
    index,
    heading,
    filled: cells.length,
    type: typeOf(share, fits),
    fits,
    samples: distinct.slice(0, sampleCount),
    distinct,
    decimalSeparator: decimalSeparatorIn(texts.slice(0, judgedCells)),
    dateOrders: dateOrdersIn(texts),
  };
}

/** The narrowest type that nearly all cells fit: a few strays do not make numbers text, they are rejected by name. */
function typeOf(
  share: (fits: (cell: SourceCell) => boolean) => number,
  fits: ColumnProfile['fits'],
): ColumnMapping['type'] {
  const mostly = 0.8;
  if (share((cell) => typeof cell === 'boolean') >= mostly) return 'boolean';
  if (fits.date >= mostly) return 'date';
  if (share((cell) => typeof cell === 'string' && cell.trimEnd().endsWith('%')) >= mostly) return 'percent';
  if (fits.period >= mostly) return 'period';
  return fits.number >= mostly ? 'number' : 'text';
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
    if (!isNumberLike(text)) continue;
    const digits = text.replace(/[^\d.,]/g, '');
    if (/^\d+,\d{1,2}$|,\d{4,}$|\.\d{3},\d+$|^0,\d+$/.test(digits)) comma += 1;
    else if (/^\d+\.\d{1,2}$|\.\d{4,}$|,\d{3}\.\d+$|^0\.\d+$/.test(digits)) point += 1;
  }
  if (comma === point) return null;
  return comma > point ? ',' : '.';
}

function dateOrdersIn(texts: readonly string[]): DateOrders | null {
  const counts = { onlyDayFirst: 0, onlyMonthFirst: 0, withMeridiem: 0 };
  let dates = 0;
  for (const text of texts) {
    const orders = possibleDateOrders(text);
    if (orders === null) continue;
    dates += 1;
    if (!orders.monthFirst) counts.onlyDayFirst += 1;
    if (!orders.dayFirst) counts.onlyMonthFirst += 1;
    if (/\d ?[ap]\.?m\.?$/i.test(text)) counts.withMeridiem += 1;
  }
  return dates === 0 ? null : counts;
}
