import { type CurrencyMark, currencyMarkIn } from '@shared/format/currency-mark';
import { type FieldReading, type ReadingRules, readField } from '@shared/format/read-field';
import type { ColumnMapping } from '@shared/ipc/import';
import { dateOfDayNumber, dayNumber } from '@shared/model/calendar-date';
import type { CellValue, FieldDefinition, FieldKind } from '@shared/model/dataset';
import { parsePeriod } from '@shared/model/period';
import { grown } from '../grown-array';
import { statusOfFlag } from './converted-flag';
import { firstDayOf, joinedText } from './joined-columns';
import { noCode, type RowCells } from './row-cells';
import { DateCell, ErrorCell, type SourceCell, saysNothing, textOf } from './source-sheet';

/** A column from which a field is read, and how. */
export interface FieldColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: FieldDefinition;
  readonly rules: ReadingRules;
  readonly type: ColumnMapping['type'];
  /** Columns that fill the field together with this one. */
  readonly others: readonly { readonly index: number; readonly heading: string }[];
  /** Whether its yes and no stand for the statuses of leads that were and were not converted. */
  readonly isConvertedFlag: boolean;
  /** What one hundred per cent is where numbers stand for percentages: 1 for fractions, 100 for per cent. */
  readonly whole: number;
  /** Of periods that are written without one; null where the file names none. */
  readonly year: string | null;
  /** ISO 4217: that of the workspace. */
  readonly currency: string;
}

/** The cell of a field, or the text of several that fill it together. */
export function cellFor(
  { index, heading, others, isConvertedFlag }: FieldColumn,
  cells: readonly SourceCell[],
): SourceCell {
  const own = saysNothing(cells[index]) ? null : (cells[index] ?? null);
  if (isConvertedFlag) return statusOfFlag(textOf(own)) ?? own;
  if (others.length === 0) return own;
  const parts = [{ index, heading }, ...others].sort((one, other) => one.index - other.index);
  const text = joinedText(
    parts.map((part) => ({
      heading: part.heading,
      text: saysNothing(cells[part.index]) ? '' : textOf(cells[part.index]),
    })),
  );
  return text === '' ? null : text;
}

/** Fewer of a column's cells must be ones that came before for them to be worth keeping. */
const worthKeeping = 0.25;
const judgedAfter = 4096;
const mostKept = 100_000;

/** Reads a field of row after row. What a cell came to is kept, as most columns hold the same few cells over and over. */
export class FieldReader {
  private readonly kept = new Map<SourceCell, FieldReading>();
  /** By the cell's code, the place among the values that follow; 0 for none. */
  private byCode = new Uint32Array(256);
  private readonly values: (CellValue | undefined)[] = [undefined];
  private readonly readsNumbers: boolean;
  private readonly takesNumbers: boolean;
  private readonly minimum: number;
  private asked = 0;
  private found = 0;
  private isKeeping: boolean;

  constructor(readonly column: FieldColumn) {
    const { type } = column.field;
    this.readsNumbers = isNumeric(type);
    // Whole numbers are looked at one by one, and rates may be given per hundred.
    this.takesNumbers =
      this.readsNumbers && type.kind !== 'integer' && column.type !== 'percent' && column.others.length === 0;
    this.minimum = ('minimum' in type ? type.minimum : undefined) ?? -Number.MAX_VALUE;
    this.isKeeping = column.others.length === 0;
  }

  /** What the same text gave in a row before, and plain numbers; undefined where it has not come, or gave no value. */
  known({ cells, codes }: RowCells): CellValue | undefined {
    const cell = cells[this.column.index];
    if (typeof cell === 'number') return this.isPlain(cell) ? cell : undefined;
    const code = codes[this.column.index] ?? noCode;
    if (code === noCode || code >= this.byCode.length) return undefined;
    const value = this.values[this.byCode[code] as number];
    if (value !== undefined) this.count(true);
    return value;
  }

  /** Reads a cell that is not known. */
  read({ cells, codes }: RowCells): FieldReading {
    const { column } = this;
    const cell = cells[column.index] ?? null;
    if (!this.isKeeping || (this.readsNumbers && typeof cell === 'number')) {
      return readCell(column, cellFor(column, cells));
    }
    const known = this.kept.get(cell);
    this.count(known !== undefined);
    if (known !== undefined) return known;
    const reading = readCell(column, cellFor(column, cells));
    const code = codes[column.index] ?? noCode;
    if (code !== noCode && reading.ok) this.keepByCode(code, reading.value);
    else if (this.kept.size < mostKept) this.kept.set(cell, reading);
    return reading;
  }

  /** Whether a number stands for itself in this column, whatever it is beside the limits of the field. */
  private isPlain(number: number): boolean {
    return this.takesNumbers && number >= this.minimum && number <= Number.MAX_VALUE;
  }

  private count(isFound: boolean): void {
    this.asked += 1;
    if (isFound) this.found += 1;
    if (this.asked === judgedAfter && this.found < judgedAfter * worthKeeping) this.stopKeeping();
  }

  private keepByCode(code: number, value: CellValue): void {
    if (!this.isKeeping || this.values.length > mostKept) return;
    if (code >= this.byCode.length) this.byCode = grown(this.byCode, code + 1);
    this.byCode[code] = this.values.push(value) - 1;
  }

  private stopKeeping(): void {
    this.isKeeping = false;
    this.kept.clear();
    this.byCode = new Uint32Array(0);
    this.values.length = 0;
  }
}

/** What Excel shows for the errors of formulas, in English and Norwegian: text files hold them as text. */
const errorText = /^#(N\/A|I\/T|REF!|DIV\/0!|VALUE!|VERDI!|NAME\?|NAVN\?|NUM!|NULL!|SPILL!|CALC!)$/i;

/** The value of a field, or why the cell gives none. */
export function readCell(column: FieldColumn, cell: SourceCell): FieldReading {
  const { field, rules, type, whole, year, currency } = column;
  const error =
    cell instanceof ErrorCell
      ? cell.error
      : typeof cell === 'string'
        ? errorText.exec(cell.trim())?.[0]
        : undefined;
  if (cell instanceof ErrorCell || error !== undefined) {
    return { ok: false, reason: { code: 'cellIsError', parameters: { value: error ?? '' } } };
  }
  const mark = field.type.kind === 'money' && typeof cell === 'string' ? currencyMarkIn(cell) : null;
  const foreign = mark === null ? null : otherCurrency(mark, currency);
  if (foreign !== null) return foreign;
  const reading = readField(field.type, valueFor(field.type, cell, type, year), rules);
  if (reading.ok && reading.value === null && field.required) {
    return { ok: false, reason: { code: 'cellRequired', parameters: {} } };
  }
  const isPlainRate = type === 'percent' && reading.ok && !textOf(cell).includes('%');
  return isPlainRate && typeof reading.value === 'number' && isNumeric(field.type)
    ? { ok: true, value: reading.value / whole }
    : reading;
}

/** Why an amount in a currency is not taken; null where it may be that of the workspace. */
export function otherCurrency({ mark, currencies }: CurrencyMark, workspace: string): FieldReading | null {
  if (currencies.includes(workspace)) return null;
  return { ok: false, reason: { code: 'otherCurrency', parameters: { currency: mark, workspace } } };
}

/** The cell in the form that the field is read from. Numbers in a date's place are dates that lost their format. */
function valueFor(
  kind: FieldKind,
  cell: Exclude<SourceCell, ErrorCell>,
  type: ColumnMapping['type'],
  year: string | null,
): CellValue {
  if (cell === null) return null;
  if (cell instanceof DateCell) return cell.date;
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (typeof cell === 'string') {
    if (kind.kind === 'date') return firstDayOf(cell) ?? cell;
    return kind.kind === 'period' ? withYear(cell, year) : cell;
  }
  if (kind.kind === 'date' || (kind.kind === 'period' && type === 'date')) return dateOfNumber(cell);
  return isNumeric(kind) ? cell : String(cell);
}

/** `uke 12` and `jan` in a file that names one year are of that year. */
function withYear(text: string, year: string | null): string {
  if (year === null || /\d{3,}/.test(text) || parsePeriod(text) !== null) return text;
  return parsePeriod(`${text} ${year}`) ?? text;
}

function isNumeric({ kind }: FieldKind): boolean {
  return kind === 'number' || kind === 'integer' || kind === 'money' || kind === 'percent';
}

/** `20261123`, else Excel's count of days in which 1970-01-01 is 25,569. */
function dateOfNumber(number: number): string {
  const text = String(number);
  if (/^(19|20)\d{6}$/.test(text)) return text;
  const [earliest, latest] = [dayNumber('1950-01-01'), dayNumber('2100-12-31')];
  const day = Math.floor(number) - 25_569;
  return day >= earliest && day <= latest ? dateOfDayNumber(day) : text;
}
