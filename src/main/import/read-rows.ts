import { basename } from 'node:path';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { FieldReading } from '@shared/format/read-field';
import type { CellPlace, ImportPlan, Reject } from '@shared/ipc/import';
import type { JobControl } from '@shared/ipc/operation';
import { type CellValue, datasets } from '@shared/model/dataset';
import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { brokenRule, completed, type FieldValues } from '../database/rows/row-rules';
import type { ColumnProfile } from './column-profile';
import { isConvertedFlag } from './converted-flag';
import { columnDateOrder, fileDateOrder } from './date-order';
import { missingFields } from './detect-mapping';
import { currencyColumn, currencyReject, type ExtraColumn, ExtraWriter, extraColumns } from './extra-columns';
import type { LocatedTable } from './inspect-source';
import { discountOfRate, wholeOf } from './percent-column';
import { cellFor, type FieldColumn, FieldReader, otherCurrency } from './read-cell';
import { RowCells } from './row-cells';
import { type SourceCell, saysNothing, textOf } from './source-sheet';

/** A row as it is to be stored: fields by id with references as names, and extra cells by heading as a JSON object. */
export interface ReadRow {
  /** The sheet's row, 1 for the first. */
  readonly row: number;
  readonly values: FieldValues;
  readonly extra: string | null;
}

export interface RejectedRow extends Reject {
  /** The cells of the whole row as text. */
  readonly cells: readonly string[];
}

/** What is made of the rows that are read. */
export interface RowTaker {
  /** The row and its values are good until the next row is read, and are not to be kept. */
  take(row: ReadRow): void;
  reject(row: RejectedRow): void;
}

const breathEvery = 2000;

const sampledRows = 200;
/** What a row takes beside its cells: its place, its keys in the indexes, and the headings of its extra cells. */
const bytesAround = 80;

/** Reads the rows of a table by a plan. A row with a cell that cannot be read is rejected whole, with the first reason. */
export class RowReader {
  private readonly fields: readonly FieldReader[];
  private readonly columns: readonly FieldColumn[];
  private readonly extras: ExtraWriter;
  private readonly currency: ExtraColumn | undefined;
  private readonly corrections: ReadonlyMap<number, CorrectedCells>;
  private readonly readsRates: boolean;
  private readonly showsCurrencies: boolean;
  /** Of the row at hand; one object for all rows. */
  private readonly values: Record<string, CellValue>;

  /**
   * @param workspaceCurrency ISO 4217; rows that name another one are rejected.
   * @throws QuotabenchError `fieldsUnmapped`.
   */
  constructor(
    private readonly table: LocatedTable,
    private readonly plan: ImportPlan,
    private readonly workspaceCurrency: string,
  ) {
    const columns = fieldColumns(table, plan, workspaceCurrency);
    refuseIncomplete(table, plan, columns);
    const extras = extraColumns(table, plan);
    this.columns = columns;
    this.fields = columns.map((column) => new FieldReader(column));
    this.extras = new ExtraWriter(extras);
    this.currency = currencyColumn(extras);
    this.corrections = correctionsByRow(plan);
    this.readsRates = columns.some(({ field, type }) => field.id === 'discount' && type === 'percent');
    this.showsCurrencies = table.sheet.rows.showsCurrencies;
    this.values = Object.fromEntries(columns.map(({ field }) => [field.id, null]));
  }

  /** The fields that the sheet has a column for. */
  get given(): ReadonlySet<string> {
    return new Set(this.columns.map(({ field }) => field.id));
  }

  /** The headings of the extra columns that any row that was read has filled. */
  get extraNames(): Iterable<string> {
    return this.extras.names;
  }

  /** How many rows there are to read, empty ones among them. */
  get total(): number {
    return this.table.area.endRow - this.table.area.firstRow;
  }

  /** About how many bytes the rows take in the workspace, judged from the first. */
  get estimatedBytes(): number {
    const { area, sheet } = this.table;
    const sampled = Math.min(sampledRows, this.total);
    let characters = 0;
    for (let at = 0; at < sampled; at += 1) {
      for (const cell of sheet.rows.row(area.firstRow + at)) characters += textOf(cell).length + 2;
    }
    return Math.round(this.total * (characters / Math.max(1, sampled) + bytesAround));
  }

  /** @throws QuotabenchError `cancelled`. */
  async readInto(taker: RowTaker, job: JobControl): Promise<void> {
    const { area, sheet } = this.table;
    const row = new RowCells();
    for (let at = 0; at < this.total; at += 1) {
      if (at % breathEvery === 0) {
        job.progress(at, this.total);
        await job.breathe();
      }
      sheet.rows.readRow(area.firstRow + at, row);
      const corrections = this.corrections.get(at);
      if (corrections !== undefined) row.take(corrected(row.cells, corrections));
      if (!row.cells.every(saysNothing)) this.readRow(at, row, taker);
    }
  }

  private readRow(at: number, rowCells: RowCells, taker: RowTaker): void {
    const { table, currency } = this;
    const { cells } = rowCells;
    const row = table.sourceRow(table.area.firstRow + at);
    const reject =
      this.readFields(at, rowCells, row) ??
      (currency === undefined ? null : currencyReject(cells, currency, this.workspaceCurrency, row));
    if (reject !== null) taker.reject(rejectedRow(table, at, reject, cells));
    else {
      const values = completed(this.plan.dataset, this.values);
      taker.take({ row, values, extra: this.extras.write(rowCells) });
    }
  }

  /** Why a number is not taken whose format shows another currency; null for all others. */
  private foreign(at: number, { field, index }: FieldColumn, { cells }: RowCells): FieldReading | null {
    const { sheet, area } = this.table;
    if (!this.showsCurrencies || field.type.kind !== 'money' || typeof cells[index] !== 'number') return null;
    const shown = sheet.rows.currency(area.firstRow + at, index);
    return shown === null ? null : otherCurrency(shown, this.workspaceCurrency);
  }

  /** Null where all cells can be read. */
  private readFields(at: number, rowCells: RowCells, row: number): Reject | null {
    const { values } = this;
    for (const reader of this.fields) {
      const { column } = reader;
      const foreign = this.foreign(at, column, rowCells);
      const known = foreign === null ? reader.known(rowCells) : undefined;
      if (known !== undefined) {
        values[column.field.id] = known;
        continue;
      }
      const reading = foreign ?? reader.read(rowCells);
      if (!reading.ok) {
        const value = textOf(cellFor(column, rowCells.cells));
        return { row, column: column.heading, value, reason: reading.reason, place: placeOf(column) };
      }
      values[column.field.id] = reading.value;
    }
    if (this.readsRates) values.discount = discountOfRate(values);
    const broken = brokenRule(this.plan.dataset, values);
    if (broken === null) return null;
    const column = this.columns.find(({ field }) => field.id === broken.field);
    const place = column && placeOf(column);
    return { row, column: column?.heading ?? null, value: null, reason: broken.reason, place };
  }
}

/** The rejected row as it stands in the file. */
function rejectedRow(
  { sourceHeading, area }: LocatedTable,
  at: number,
  reject: Reject,
  cells: readonly SourceCell[],
): RejectedRow {
  const column = reject.column === null ? null : sourceHeading(area.firstRow + at, reject.column);
  const place = reject.place && { ...reject.place, row: at };
  const value = reject.value && shortened(reject.value);
  return { ...reject, column, place, value, reason: shortReason(reject.reason), cells: cells.map(textOf) };
}

/** More of a cell does not help to find it. */
const shownCharacters = 200;

function shortened(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

function shortReason({ code, parameters }: ErrorDescription): ErrorDescription {
  const { value } = parameters;
  return typeof value === 'string'
    ? { code, parameters: { ...parameters, value: shortened(value) } }
    : { code, parameters };
}

type CorrectedCells = ReadonlyMap<number, string>;

function correctionsByRow({ corrections = [] }: ImportPlan): ReadonlyMap<number, CorrectedCells> {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, text } of corrections) {
    const cells = byRow.get(row) ?? new Map<number, string>();
    byRow.set(row, cells.set(column, text));
  }
  return byRow;
}

function corrected(cells: readonly SourceCell[], corrections: CorrectedCells): readonly SourceCell[] {
  const last = Math.max(...corrections.keys());
  return Array.from(
    { length: Math.max(cells.length, last + 1) },
    (_, column) => corrections.get(column) ?? cells[column] ?? null,
  );
}

function fieldColumns({ columns, year }: LocatedTable, plan: ImportPlan, currency: string): FieldColumn[] {
  const { dateOrder } = fileDateOrder(columns, plan);
  const mapped = plan.columns.filter(({ field, included }) => field !== null && included);
  return mapped.flatMap(({ index, heading, field, type }, at): FieldColumn[] => {
    const definition = datasets[plan.dataset].fields.find(({ id }) => id === field);
    const isFirst = mapped.findIndex((column) => column.field === field) === at;
    if (!definition || !isFirst) return [];
    const profile = columns.find((column) => column.index === index);
    const order = (profile && columnDateOrder(profile)) ?? dateOrder;
    const locale = localeOf(profile, plan.locale ?? 'en-GB');
    const rules = { locale, dayFirst: order === 'dayFirst', strict: true };
    const others = mapped.filter((column, other) => column.field === field && other !== at);
    return [
      {
        index,
        heading,
        field: definition,
        rules,
        type,
        others,
        isConvertedFlag: profile !== undefined && isConvertedFlag(plan.dataset, definition.id, profile),
        whole: wholeOf(profile),
        year,
        currency,
      },
    ];
  });
}

/** A column that speaks for the other decimal separator is read by it, whatever the file's locale. */
function localeOf(profile: ColumnProfile | undefined, locale: string): string {
  const separator = profile?.decimalSeparator ?? null;
  if (separator === null || separator === decimalSeparatorOf(locale)) return locale;
  return separator === ',' ? 'nb-NO' : 'en-GB';
}

function refuseIncomplete(
  { file, sheet }: LocatedTable,
  plan: ImportPlan,
  columns: readonly FieldColumn[],
): void {
  const missing = missingFields(plan.dataset, new Set(columns.map(({ field }) => field.id)));
  if (missing.length === 0) return;
  throw new QuotabenchError('fieldsUnmapped', {
    file: basename(file.path),
    sheet: sheet.name,
    dataset: plan.dataset,
    fields: missing.join(', '),
  });
}

/** The row is filled in by the one who knows it. */
function placeOf({ index, others }: FieldColumn): CellPlace | undefined {
  return others.length > 0 ? undefined : { row: 0, column: index };
}
