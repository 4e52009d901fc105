import type { MeasureDataset, MeasureField } from '@shared/kpi/measure';

/** A column of numbers as SQLite gives it, one for each row. */
export interface StoredColumn {
  readonly key: string;
  /** `d` is the dataset's row. */
  readonly sql: string;
  /** Stands for what a row lacks. */
  readonly none: number;
  readonly values: (size: number) => Float64Array | Int32Array;
}

/** Stands for a date that a row lacks. */
export const noDay = -2_147_483_648;

const fieldSql: Readonly<Record<MeasureField, string>> = {
  amount: 'd.amount',
  quantity: 'd.quantity',
  margin:
    'd.amount - coalesce(d.cost, d.quantity * (SELECT unit_cost FROM products WHERE id = d.product_id))',
  discount: 'd.discount',
  gross: 'coalesce(d.quantity * d.unit_price, d.amount + coalesce(d.discount, 0))',
  cycle_days: 'julianday(d.closed_on) - julianday(d.created_on)',
  count: 'd.count',
  recurring_amount: 'd.recurring_amount',
};

function real(size: number): Float64Array {
  return new Float64Array(size);
}

function whole(size: number): Int32Array {
  return new Int32Array(size);
}

export function numberColumn(field: MeasureField): StoredColumn {
  return { key: `number ${field}`, sql: fieldSql[field], none: Number.NaN, values: real };
}

/** Day numbers of `calendar-date.ts`: SQLite's Julian day begins at noon, and 1970-01-01 is 2440587.5. */
export function dayColumn(column: string): StoredColumn {
  const sql = `CAST(julianday(d.${column}) - 2440587.5 AS INTEGER)`;
  return { key: `day ${column}`, sql, none: noDay, values: whole };
}

/** Ids of the rows that are named. */
export function referenceColumn(column: string): StoredColumn {
  return { key: `reference ${column}`, sql: `d.${column}`, none: -1, values: whole };
}

const salesReferences = ['rep_id', 'product_id', 'customer_id'].map(referenceColumn);

/** What most questions need of a dataset. It is read in one pass: passing over the rows costs more than one more column of them. */
export const usualColumns: Readonly<Record<MeasureDataset, readonly StoredColumn[]>> = {
  orders: [
    dayColumn('ordered_on'),
    numberColumn('amount'),
    numberColumn('quantity'),
    numberColumn('margin'),
    ...salesReferences,
  ],
  opportunities: [
    dayColumn('created_on'),
    dayColumn('closed_on'),
    numberColumn('amount'),
    ...salesReferences,
  ],
  leads: [dayColumn('created_on'), dayColumn('converted_on'), referenceColumn('rep_id')],
  activities: [dayColumn('date'), numberColumn('count'), referenceColumn('rep_id')],
  customers: [dayColumn('acquired_on'), dayColumn('churned_on')],
};
