import { basename } from 'node:path';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import { type FieldReading, type ReadingRules, readField } from '@shared/format/read-field';
import type { ColumnMapping, ImportPlan, Reject } from '@shared/ipc/import';
import type { JobControl } from '@shared/ipc/operation';
import { dateOfDayNumber, dayNumber } from '@shared/model/calendar-date';
import { type CellValue, datasets, type FieldDefinition, type FieldKind } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { brokenRule, completed, type FieldValues } from '../database/rows/row-rules';
import type { ColumnProfile } from './column-profile';
import { isConvertedFlag, statusOfFlag } from './converted-flag';
import { columnDateOrder, fileDateOrder } from './date-order';
import { missingFields } from './detect-mapping';
import { normalizedHeading } from './heading-names';
import type { LocatedTable } from './inspect-source';
import { firstDayOf, joinedText } from './joined-columns';
import { discountOfRate, wholeOf } from './percent-column';
import { DateCell, ErrorCell, isBlank, type SourceCell, saysNothing, textOf } from './source-sheet';

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

interface FieldColumn {
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
}

interface ExtraColumn {
  readonly index: number;
  readonly heading: string;
  readonly type: ColumnMapping['type'];
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
  const currency = extras.find(({ heading }) => currencyHeadings.has(normalizedHeading(heading)));
  const rows: ReadRow[] = [];
  const rejects: RejectedRow[] = [];
  const { area, sheet } = table;
  for (let index = area.firstRow; index < area.endRow; index += 1) {
    if ((index - area.firstRow) % breathEvery === 0) {
      job.progress(index - area.firstRow, area.endRow - area.firstRow);
      await job.breathe();
    }
    const cells = sheet.rows[index] ?? [];
    if (cells.every(saysNothing)) continue;
    const row = table.sourceRow(index);
    const read = readRow(plan, columns, cells, row);
    const foreign =
      'values' in read && currency ? currencyReject(cells, currency, workspaceCurrency, row) : null;
    if ('values' in read && foreign === null) rows.push({ ...read, extra: extraOf(extras, cells) });
    else rejects.push({ ...inSource(table, index, foreign ?? (read as Reject)), cells: cells.map(textOf) });
  }
  return { rows, rejects };
}

function inSource({ sourceHeading }: LocatedTable, row: number, reject: Reject): Reject {
  return reject.column === null ? reject : { ...reject, column: sourceHeading(row, reject.column) };
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

function extraColumns({ columns }: LocatedTable, plan: ImportPlan): ExtraColumn[] {
  const used = new Set<string>();
  return plan.columns
    .filter(({ field, included }) => field === null && included)
    .map(({ index, heading, type }) => {
      const name =
        heading === ''
          ? (columns.find((column) => column.index === index)?.heading ?? `${index + 1}`)
          : heading;
      const unique = used.has(name) ? `${name} (${index + 1})` : name;
      used.add(unique);
      return { index, heading: unique, type };
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
    if (!reading.ok) return { row, column: column.heading, value: textOf(cell), reason: reading.reason };
    values[column.field.id] = reading.value;
  }
  if (columns.some(({ field, type }) => field.id === 'discount' && type === 'percent')) {
    values.discount = discountOfRate(values);
  }
  const broken = brokenRule(plan.dataset, values);
  if (broken !== null) {
    const column = columns.find(({ field }) => field.id === broken.field);
    return { row, column: column?.heading ?? null, value: null, reason: broken.reason };
  }
  return { row, values: completed(plan.dataset, values), given: columns.map(({ field }) => field.id) };
}

/** The cell of a field, or the text of several that fill it together. */
function cellFor(
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

/** What Excel shows for the errors of formulas, in English and Norwegian: text files hold them as text. */
const errorText = /^#(N\/A|I\/T|REF!|DIV\/0!|VALUE!|VERDI!|NAME\?|NAVN\?|NUM!|NULL!|SPILL!|CALC!)$/i;

function readCell({ field, rules, type, whole }: FieldColumn, cell: SourceCell): FieldReading {
  const error = cell instanceof ErrorCell ? cell.error : errorText.exec(textOf(cell).trim())?.[0];
  if (cell instanceof ErrorCell || error !== undefined) {
    return { ok: false, reason: { code: 'cellIsError', parameters: { value: error ?? '' } } };
  }
  const reading = readField(field.type, valueFor(field.type, cell, type), rules);
  if (reading.ok && reading.value === null && field.required) {
    return { ok: false, reason: { code: 'cellRequired', parameters: {} } };
  }
  const isPlainRate = type === 'percent' && reading.ok && !textOf(cell).includes('%');
  return isPlainRate && typeof reading.value === 'number' && isNumeric(field.type)
    ? { ok: true, value: reading.value / whole }
    : reading;
}

/** The cell in the form that the field is read from. Numbers in a date's place are dates that lost their format. */
function valueFor(
  kind: FieldKind,
  cell: Exclude<SourceCell, ErrorCell>,
  type: ColumnMapping['type'],
): CellValue {
  if (cell === null) return null;
  if (cell instanceof DateCell) return cell.date;
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (typeof cell === 'string') return kind.kind === 'date' ? (firstDayOf(cell) ?? cell) : cell;
  if (kind.kind === 'date' || (kind.kind === 'period' && type === 'date')) return dateOfNumber(cell);
  return isNumeric(kind) ? cell : String(cell);
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

function extraOf(
  columns: readonly ExtraColumn[],
  cells: readonly SourceCell[],
): Record<string, CellValue> | null {
  const entries = columns.flatMap(({ index, heading }) => {
    const cell = cells[index] ?? null;
    if (isBlank(cell)) return [];
    return [[heading, typeof cell === 'number' ? cell : textOf(cell).trim()] as const];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

const currencyHeadings: ReadonlySet<string> = new Set([
  'currency',
  'currency code',
  'currency iso code',
  'deal currency',
  'valuta',
  'valutakode',
]);

function currencyReject(
  cells: readonly SourceCell[],
  column: ExtraColumn,
  workspace: string,
  row: number,
): Reject | null {
  const currency = textOf(cells[column.index]).trim().toUpperCase();
  if (currency === '' || currency === workspace) return null;
  const reason = { code: 'otherCurrency', parameters: { currency, workspace } } as const;
  return { row, column: column.heading, value: currency, reason };
}

/** The one currency that all rows of a table name; null where they name none or several. */
export function onlyCurrency(table: LocatedTable, plan: ImportPlan): string | null {
  const column = extraColumns(table, plan).find(({ heading }) =>
    currencyHeadings.has(normalizedHeading(heading)),
  );
  if (!column) return null;
  const { area, sheet } = table;
  const named = sheet.rows
    .slice(area.firstRow, area.endRow)
    .map((row) => textOf(row[column.index]).trim().toUpperCase());
  const [first, ...others] = new Set(named.filter((currency) => currency !== ''));
  return first !== undefined && others.length === 0 && /^[A-Z]{3}$/.test(first) ? first : null;
}
