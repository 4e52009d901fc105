import type { KpiFilter } from '@shared/kpi/declaration';
import type { MeasureCondition } from '@shared/kpi/measure';
import type { MeasureDimension } from '@shared/kpi/measure-source';
import type { GroupedRows } from './aggregate-rows';
import type { DatasetColumns } from './dataset-columns';
import { DayOrder } from './day-order';
import { noDay } from './stored-column';

/** To which group each of a dataset's rows belongs. */
export interface RowGroups {
  /** By row. */
  readonly groups: Int32Array;
  /** The names of each group, in the order of the dimensions. */
  readonly keys: readonly (readonly string[])[];
}

/** The rows of a dataset that pass a filter, and what was found out about them: the same filter is asked about many periods. */
export class FilteredRows {
  /** In the order of the ids. */
  readonly rows: Int32Array;
  private readonly kept = new Map<string, unknown>();

  /** @param filter of dimensions that the dataset has. */
  constructor(
    readonly columns: DatasetColumns,
    filter: KpiFilter,
  ) {
    this.rows = rowsPassing(columns, filter);
  }

  /** The rows that have a date, in the order of it. */
  dayOrder(field: string): DayOrder {
    return this.keep(`order ${field}`, () => new DayOrder(this.columns.days(field), noDay, this.rows));
  }

  /** Those that have a date and meet conditions, in the order of the ids. */
  dated(field: string, conditions: readonly (readonly MeasureCondition[])[]): Int32Array {
    return this.keep(`dated ${field} ${JSON.stringify(conditions)}`, () => {
      const days = this.columns.days(field);
      const masks = conditions.map((group) => this.columns.condition(group));
      const found = new Int32Array(this.rows.length);
      let count = 0;
      for (let place = 0; place < this.rows.length; place += 1) {
        const row = this.rows[place] ?? 0;
        if (days[row] === noDay || masks.some((mask) => mask[row] !== 1)) continue;
        found[count] = row;
        count += 1;
      }
      return found.slice(0, count);
    });
  }

  /** What is reckoned from these rows alone, once. */
  keep<Value>(key: string, reckon: () => Value): Value {
    if (!this.kept.has(key)) this.kept.set(key, reckon());
    return this.kept.get(key) as Value;
  }
}

function rowsPassing(columns: DatasetColumns, filter: KpiFilter): Int32Array {
  return Object.entries(filter).reduce<Int32Array>((rows, [dimension, names]) => {
    if (names === undefined) return rows;
    const column = columns.dimension(dimension as MeasureDimension);
    const wanted = new Set(names);
    const accepted = Uint8Array.from(column.names, (name) => (wanted.has(name) ? 1 : 0));
    return rowsAccepted(rows, column.codes, accepted);
  }, allRows(columns.size));
}

function allRows(size: number): Int32Array {
  const rows = new Int32Array(size);
  for (let row = 0; row < size; row += 1) rows[row] = row;
  return rows;
}

function rowsAccepted(rows: Int32Array, codes: Int32Array, accepted: Uint8Array): Int32Array {
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    if (accepted[codes[row] ?? -1] !== 1) continue;
    found[count] = row;
    count += 1;
  }
  return found.slice(0, count);
}

/** Groups by none, one or two dimensions; with two, the pairs that there are. */
export function groupsOf(columns: DatasetColumns, by: readonly MeasureDimension[]): RowGroups {
  const [outer, inner] = by.map((dimension) => columns.dimension(dimension));
  if (!outer) return { groups: new Int32Array(columns.size), keys: [[]] };
  if (!inner) return { groups: outer.codes, keys: outer.names.map((name) => [name]) };
  const pairs = new Map<number, number>();
  const keys: string[][] = [];
  const groups = new Int32Array(columns.size);
  for (let row = 0; row < groups.length; row += 1) {
    const [one, other] = [outer.codes[row] ?? 0, inner.codes[row] ?? 0];
    const pair = one * inner.names.length + other;
    const known = pairs.get(pair) ?? keys.length;
    if (known === keys.length) {
      pairs.set(pair, known);
      keys.push([outer.names[one] ?? '', inner.names[other] ?? '']);
    }
    groups[row] = known;
  }
  return { groups, keys };
}

export function groupedRows(rows: Int32Array, { groups, keys }: RowGroups): GroupedRows {
  const own = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) own[place] = groups[rows[place] ?? 0] ?? 0;
  return { rows, groups: own, keys };
}
