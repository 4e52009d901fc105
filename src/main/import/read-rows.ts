import { basename } from 'node:path';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { CellPlace, ImportPlan, Reject } from '@shared/ipc/import';
import type { JobControl } from '@shared/ipc/operation';
import { type CellValue, datasets } from '@shared/model/dataset';
import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { brokenRule, completed, type FieldValues } from '../database/rows/row-rules';
import type { ColumnProfile } from './column-profile';
import { isConvertedFlag } from './converted-flag';
import { columnDateOrder, fileDateOrder } from './date-order';
import { missingFields } from './detect-mapping';
import { currencyColumn, currencyReject, extraColumns, extraOf } from './extra-columns';
import type { LocatedTable } from './inspect-source';
import { discountOfRate, wholeOf } from './percent-column';
import { cellFor, type FieldColumn, readCell } from './read-cell';
import { type SourceCell, saysNothing, textOf } from './source-sheet';

/** A row as it is to be stored: fields by id with references as names, and extra cells by heading. */
export interface ReadRow {
  /** The sheet's row, 1 for the first. */
  readonly row: number;
  readonly values: FieldValues;
  readonly extra: Readonly<Record<string, CellValue>> | null;
  /** The fields that the sheet has a column for. */
  readonly given: readonly string[];
}

export interface RejectedRow extends Reject {
  /** The cells of the whole row as text. */
  readonly cells: readonly string[];
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  readonly rejects: readonly RejectedRow[];
}

const breathEvery = 5000;

/**
 * Reads the rows of a table by a plan. A row with a cell that cannot be read is rejected whole, with the first reason.
 * @param workspaceCurrency ISO 4217; rows that name another one are rejected.
 * @throws QuotabenchError `fieldsUnmapped`, `cancelled`.
 */
export async function readRows(
  table: LocatedTable,
  plan: ImportPlan,
  workspaceCurrency: string,
  job: JobControl,
): Promise<ReadRows> {
  const columns = fieldColumns(table, plan);
  refuseIncomplete(table, plan, columns);
  const extras = extraColumns(table, plan);
  const currency = currencyColumn(extras);
  const rows: ReadRow[] = [];
  const rejects: RejectedRow[] = [];
  const { area, sheet } = table;
  const corrections = correctionsByRow(plan);
  for (let index = area.firstRow; index < area.endRow; index += 1) {
    if ((index - area.firstRow) % breathEvery === 0) {
      job.progress(index - area.firstRow, area.endRow - area.firstRow);
      await job.breathe();
    }
    const at = index - area.firstRow;
    const cells = corrected(sheet.rows.row(index), corrections.get(at));
    if (cells.every(saysNothing)) continue;
    const row = table.sourceRow(index);
    const read = readRow(plan, columns, cells, row);
    const foreign =
      'values' in read && currency ? currencyReject(cells, currency, workspaceCurrency, row) : null;
    if ('values' in read && foreign === null) rows.push({ ...read, extra: extraOf(extras, cells) });
    else rejects.push(rejectedRow(table, at, foreign ?? (read as Reject), cells));
  }
  return { rows, rejects };
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

function corrected(
  cells: readonly SourceCell[],
  corrections: CorrectedCells | undefined,
): readonly SourceCell[] {
  if (corrections === undefined) return cells;
  const last = Math.max(...corrections.keys());
  return Array.from(
    { length: Math.max(cells.length, last + 1) },
    (_, column) => corrections.get(column) ?? cells[column] ?? null,
  );
}

function fieldColumns({ columns }: LocatedTable, plan: ImportPlan): FieldColumn[] {
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

function readRow(
  plan: ImportPlan,
  columns: readonly FieldColumn[],
  cells: readonly SourceCell[],
  row: number,
): Omit<ReadRow, 'extra'> | Reject {
  const values: Record<string, CellValue> = {};
  for (const column of columns) {
    const cell = cellFor(column, cells);
    const reading = readCell(column, cell);
    if (!reading.ok) {
      const { reason } = reading;
      return { row, column: column.heading, value: textOf(cell), reason, place: placeOf(column) };
    }
    values[column.field.id] = reading.value;
  }
  if (columns.some(({ field, type }) => field.id === 'discount' && type === 'percent')) {
    values.discount = discountOfRate(values);
  }
  const broken = brokenRule(plan.dataset, values);
  if (broken !== null) {
    const column = columns.find(({ field }) => field.id === broken.field);
    const place = column && placeOf(column);
    return { row, column: column?.heading ?? null, value: null, reason: broken.reason, place };
  }
  return { row, values: completed(plan.dataset, values), given: columns.map(({ field }) => field.id) };
}

/** The row is filled in by the one who knows it. */
function placeOf({ index, others }: FieldColumn): CellPlace | undefined {
  return others.length > 0 ? undefined : { row: 0, column: index };
}
