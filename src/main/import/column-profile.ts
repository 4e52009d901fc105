import { parseCalendarDate, possibleDateOrders } from '@shared/format/parse-date';
import { parseNumber } from '@shared/format/parse-number';
import type { ColumnMapping } from '@shared/ipc/import';
import { parsePeriod } from '@shared/model/period';
import { grown } from '../grown-array';
import type { TableArea } from './locate-table';
import { noCode } from './row-cells';
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
  return columnsOf(sheet, area).flatMap((column, place) => {
    const index = area.firstColumn + place;
    const heading = headings[place] ?? '';
    if (heading === '' && column.filled === 0) return [];
    return profileOf(index, heading === '' ? `Column ${letterOf(index)}` : heading, column);
  });
}

/** All cells of an area, by its columns. */
function columnsOf({ rows }: SourceSheet, area: TableArea): readonly ColumnCells[] {
  const texts = new JudgedTexts();
  const columns = Array.from({ length: area.endColumn - area.firstColumn }, () => new ColumnCells(texts));
  rows.eachCell(area.firstRow, area.endRow, (column, code, cell) =>
    columns[column - area.firstColumn]?.take(code, cell),
  );
  return columns;
}

/** The cells of a column that say something. */
class ColumnCells {
  /** The first of them, each different one with how often it comes. */
  readonly judged = new Map<SourceCell, number>();
  filled = 0;
  private readonly dates = new DateOrderCount();

  constructor(private readonly texts: JudgedTexts) {}

  /** Counted over all cells. */
  get dateOrders(): DateOrders | null {
    return this.dates.orders;
  }

  take(code: number, cell: () => SourceCell): void {
    const judgement = this.texts.judge(code, cell);
    if (judgement === isNothing) return;
    this.filled += 1;
    if (this.filled <= judgedCells) this.judged.set(cell(), (this.judged.get(cell()) ?? 0) + 1);
    if (judgement === mayBeDate) this.dates.take(cell());
  }
}

const [isNothing, isSomething, mayBeDate] = [1, 2, 3];

/** What cells are, worked out once for all of the same text. */
class JudgedTexts {
  /** By the code of a text; 0 for one that has not come yet. */
  private judgements = new Uint8Array(1024);

  judge(code: number, cell: () => SourceCell): number {
    if (code === noCode) return judgementOf(cell());
    if (code >= this.judgements.length) this.judgements = grown(this.judgements, code + 1);
    const known = this.judgements[code] as number;
    if (known > 0) return known;
    const judgement = judgementOf(cell());
    this.judgements[code] = judgement;
    return judgement;
  }
}

function judgementOf(cell: SourceCell): number {
  if (saysNothing(cell)) return isNothing;
  // Digits come first in all such dates, and not in most other texts.
  if (typeof cell !== 'string' || cell.charCodeAt(0) > digitNine) return isSomething;
  return possibleDateOrders(cell) === null ? isSomething : mayBeDate;
}

const digitNine = 0x39;

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

type Share = (fits: (cell: SourceCell) => boolean) => number;

function profileOf(
  index: number,
  heading: string,
  { filled, judged, dateOrders }: ColumnCells,
): ColumnProfile {
  const readable = [...judged].filter(([cell]) => !(cell instanceof ErrorCell));
  const count = readable.reduce((sum, [, times]) => sum + times, 0);
  const share: Share = (fits) =>
    count === 0 ? 0 : readable.reduce((sum, [cell, times]) => sum + (fits(cell) ? times : 0), 0) / count;
  const fits = { date: share(isDateLike), number: share(isNumberLike), period: share(isPeriodLike) };
  const distinct = firstDistinct(judged.keys());
  return {
    index,
    heading,
    filled,
    type: typeOf(share, fits),
    fits,
    samples: distinct.slice(0, sampleCount),
    distinct,
    decimalSeparator: fits.number === 0 ? null : decimalSeparatorIn(judged),
    dateOrders,
  };
}

function firstDistinct(cells: Iterable<SourceCell>): readonly string[] {
  const texts = new Set<string>();
  for (const cell of cells) {
    texts.add(textOf(cell));
    if (texts.size === distinctCount) break;
  }
  return [...texts];
}

/** The narrowest type that nearly all cells fit: a few strays do not make numbers text, they are rejected by name. */
function typeOf(share: Share, fits: ColumnProfile['fits']): ColumnMapping['type'] {
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
function decimalSeparatorIn(judged: ReadonlyMap<SourceCell, number>): ',' | '.' | null {
  let comma = 0;
  let point = 0;
  for (const [text, times] of judged) {
    if (typeof text !== 'string' || !isNumberLike(text)) continue;
    const digits = text.replace(/[^\d.,]/g, '');
    if (/^\d+,\d{1,2}$|,\d{4,}$|\.\d{3},\d+$|^0,\d+$/.test(digits)) comma += times;
    else if (/^\d+\.\d{1,2}$|\.\d{4,}$|,\d{3}\.\d+$|^0\.\d+$/.test(digits)) point += times;
  }
  if (comma === point) return null;
  return comma > point ? ',' : '.';
}

class DateOrderCount {
  private readonly counts = { onlyDayFirst: 0, onlyMonthFirst: 0, withMeridiem: 0 };
  private dates = 0;

  take(cell: SourceCell): void {
    const text = textOf(cell);
    const orders = possibleDateOrders(text);
    if (orders === null) return;
    this.dates += 1;
    if (!orders.monthFirst) this.counts.onlyDayFirst += 1;
    if (!orders.dayFirst) this.counts.onlyMonthFirst += 1;
    if (/\d ?[ap]\.?m\.?$/i.test(text)) this.counts.withMeridiem += 1;
  }

  /** Null where no text was such a date. */
  get orders(): DateOrders | null {
    return this.dates === 0 ? null : this.counts;
  }
}
