import { parseNumber } from '@shared/format/parse-number';
import type { MeasureDataset, MeasureField, RowNumber } from '@shared/kpi/measure';
import type { SqlValue } from '../connection';
import { extraNameOf, valueOfColumn } from '../rows/row-columns';

/** A column of numbers as SQLite gives it, one for each row. */
export interface StoredColumn {
  readonly key: string;
  /** `t` is the dataset's row. */
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  /** Stands for what a row lacks. */
  readonly none: number;
  readonly values: (size: number) => Float64Array | Int32Array;
  /** Reads what is not stored as a number; such cells count as empty where it is left out. */
  readonly read?: (stored: SqlValue) => number;
}

/** Stands for a date that a row lacks. */
export const noDay = -2_147_483_648;

const fieldSql: Readonly<Record<MeasureField, string>> = {
  amount: 't.amount',
  quantity: 't.quantity',
  margin:
    't.amount - coalesce(t.cost, t.quantity * (SELECT unit_cost FROM products WHERE id = t.product_id))',
  discount: 't.discount',
  gross: 'coalesce(t.quantity * t.unit_price, t.amount + coalesce(t.discount, 0))',
  cycle_days: 'julianday(t.closed_on) - julianday(t.created_on)',
  count: 't.count',
  recurring_amount: 't.recurring_amount',
  conversion_days: 'julianday(t.converted_on) - julianday(t.created_on)',
  lifetime_days: 'julianday(t.churned_on) - julianday(t.acquired_on)',
};

function real(size: number): Float64Array {
  return new Float64Array(size);
}

function whole(size: number): Int32Array {
  return new Int32Array(size);
}

export function numberColumn(dataset: MeasureDataset, field: RowNumber): StoredColumn {
  if (typeof field !== 'string') return cellColumn(dataset, field.column);
  return { key: `number ${field}`, sql: fieldSql[field], parameters: [], none: Number.NaN, values: real };
}

/** What stands in a field, or in an extra column, as numbers. */
function cellColumn(dataset: MeasureDataset, column: string): StoredColumn {
  const cell = valueOfColumn(dataset, column);
  const read = extraNameOf(column) === null ? undefined : readNumber;
  return { key: `number column ${column}`, ...cell, none: Number.NaN, values: real, read };
}

/** The number that text stands for in all locales that it can be read in: 1,234 may be more than a thousand, or less than two. */
function readNumber(stored: SqlValue): number {
  if (typeof stored !== 'string') return Number.NaN;
  const readings = ['en-GB', 'nb-NO'].flatMap((locale) => parseNumber(stored, locale) ?? []);
  const [first = Number.NaN] = readings;
  return readings.every((reading) => reading === first) ? first : Number.NaN;
}

/** Day numbers of `calendar-date.ts`: SQLite's Julian day begins at noon, and 1970-01-01 is 2440587.5. */
export function dayColumn(column: string): StoredColumn {
  const sql = `CAST(julianday(t.${column}) - 2440587.5 AS INTEGER)`;
  return { key: `day ${column}`, sql, parameters: [], none: noDay, values: whole };
}

/** Ids of the rows that are named. */
export function referenceColumn(column: string): StoredColumn {
  return { key: `reference ${column}`, sql: `t.${column}`, parameters: [], none: -1, values: whole };
}

const salesReferences = ['rep_id', 'product_id', 'customer_id'].map(referenceColumn);

/** What most questions need of a dataset. It is read in one pass: passing over the rows costs more than one more column of them. */
export const usualColumns: Readonly<Record<MeasureDataset, readonly StoredColumn[]>> = {
  orders: [
    dayColumn('ordered_on'),
    numberColumn('orders', 'amount'),
    numberColumn('orders', 'quantity'),
    numberColumn('orders', 'margin'),
    ...salesReferences,
  ],
  opportunities: [
    dayColumn('created_on'),
    dayColumn('closed_on'),
    numberColumn('opportunities', 'amount'),
    ...salesReferences,
  ],
  leads: [dayColumn('created_on'), dayColumn('converted_on'), referenceColumn('rep_id')],
  activities: [dayColumn('date'), numberColumn('activities', 'count'), referenceColumn('rep_id')],
  customers: [dayColumn('acquired_on'), dayColumn('churned_on')],
  competitor_prices: [dayColumn('observed_on'), referenceColumn('product_id')],
};
