import type { KpiFilter } from '@shared/kpi/declaration';
import {
  dimensionsOfDataset,
  type Measure,
  type MeasureAggregate,
  type MeasureDataset,
  type MeasurePlacement,
  measureDeclared,
} from '@shared/kpi/measure';
import type { MeasureDimension, MeasureQuery, MeasureRow } from '@shared/kpi/measure-source';
import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import type { DatasetColumns } from './dataset-columns';
import { distinctValues, means, quantiles } from './group-statistics';
import { noDay } from './stored-column';

/** Rows, and the group to which each belongs. */
export interface GroupedRows {
  readonly rows: Int32Array;
  /** By the rows' order in `rows`. */
  readonly groups: Int32Array;
  readonly keys: readonly (readonly string[])[];
}

/** The first purchase of each customer by the customer's row; `noDay` where there is none. */
export type FirstPurchases = () => Int32Array;

/** Answers a query of measures from columns in memory. */
export function scanMeasures(
  columns: DatasetColumns,
  query: MeasureQuery,
  firstPurchases: FirstPurchases,
): readonly MeasureRow[] {
  const [first] = query.measures;
  if (first === undefined) return [];
  const { dataset, placement } = measureDeclared(first);
  const placed = rowsPlaced(columns, placement, query.range, firstPurchases);
  const rows = rowsPassing(placed, columns, dataset, query.filter);
  const grouped = groupRows(rows, columns, query.by);
  const values = query.measures.map((id) => aggregate(grouped, columns, id));
  const size = query.by.length > 0 ? countRows(grouped) : null;
  return grouped.keys.flatMap((keys, group) =>
    size?.[group] === 0 ? [] : [{ keys, values: values.map((measured) => measured[group] ?? 0) }],
  );
}

function rowsPlaced(
  columns: DatasetColumns,
  placement: MeasurePlacement,
  range: DateRange,
  firstPurchases: FirstPurchases,
): Int32Array {
  const from = dayNumber(range.from);
  const to = dayNumber(range.to);
  switch (placement.kind) {
    case 'dated':
      return columns.dayOrder(placement.field).between(from, to);
    case 'openAtEnd': {
      const [created, closed] = [columns.days('created_on'), columns.days('closed_on')];
      const open = columns.condition([{ field: 'outcome', in: ['open'] }]);
      return rowsWhere(columns.size, (row) => {
        const stillOpen = open[row] === 1 || (closed[row] ?? noDay) > to;
        return stillOpen && (created[row] ?? noDay) <= to;
      });
    }
    case 'inPlay': {
      const [created, closed] = [columns.days('created_on'), columns.days('closed_on')];
      const open = columns.condition([{ field: 'outcome', in: ['open'] }]);
      return rowsWhere(
        columns.size,
        (row) => (created[row] ?? noDay) <= to && (open[row] === 1 || (closed[row] ?? noDay) >= from),
      );
    }
    case 'thereAtStart': {
      const [acquired, churned] = [columns.days('acquired_on'), columns.days('churned_on')];
      const bought = firstPurchases();
      return rowsWhere(columns.size, (row) => {
        const since = acquired[row] === noDay ? bought[row] : acquired[row];
        const until = churned[row] ?? noDay;
        return (since ?? noDay) < from && (until === noDay || until >= from);
      });
    }
  }
}

function rowsWhere(size: number, holds: (row: number) => boolean): Int32Array {
  const found = new Int32Array(size);
  let count = 0;
  for (let row = 0; row < size; row += 1) {
    if (!holds(row)) continue;
    found[count] = row;
    count += 1;
  }
  return found.subarray(0, count);
}

/** A filter on a dimension that the dataset lacks lets every row pass. */
function rowsPassing(
  rows: Int32Array,
  columns: DatasetColumns,
  dataset: MeasureDataset,
  filter: KpiFilter,
): Int32Array {
  const tests = Object.entries(filter).flatMap(([dimension, names]) => {
    const own = dimensionsOfDataset[dataset].find((known) => known === dimension);
    if (own === undefined || names === undefined) return [];
    const column = columns.dimension(own);
    const wanted = new Set(names);
    return [{ codes: column.codes, accepted: column.names.map((name) => wanted.has(name)) }];
  });
  if (tests.length === 0) return rows;
  return rows.filter((row) => tests.every(({ codes, accepted }) => accepted[codes[row] ?? -1]));
}

function groupRows(rows: Int32Array, columns: DatasetColumns, by: readonly MeasureDimension[]): GroupedRows {
  const [outer, inner] = by.map((dimension) => columns.dimension(dimension));
  if (!outer) return { rows, groups: new Int32Array(rows.length), keys: [[]] };
  if (!inner) {
    return {
      rows,
      groups: rows.map((row) => outer.codes[row] ?? 0),
      keys: outer.names.map((name) => [name]),
    };
  }
  const groupOf = new Map<number, number>();
  const keys: string[][] = [];
  const groups = rows.map((row) => {
    const [one, other] = [outer.codes[row] ?? 0, inner.codes[row] ?? 0];
    const pair = one * inner.names.length + other;
    const known = groupOf.get(pair);
    if (known !== undefined) return known;
    groupOf.set(pair, keys.length);
    return keys.push([outer.names[one] ?? '', inner.names[other] ?? '']) - 1;
  });
  return { rows, groups, keys };
}

function countRows({ groups, keys }: GroupedRows): Float64Array {
  const counts = new Float64Array(keys.length);
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

function aggregate(grouped: GroupedRows, columns: DatasetColumns, id: Measure): Float64Array {
  const { aggregate: how, conditions, placement } = measureDeclared(id);
  const kept = conditions.reduce((left, group) => restrict(left, columns.condition(group)), grouped);
  const day = placement.kind === 'dated' ? columns.days(placement.field) : new Int32Array();
  return aggregateOf(kept, columns, how, day);
}

const shareOf = { minimum: 0, median: 0.5, maximum: 1 } as const;

function aggregateOf(
  grouped: GroupedRows,
  columns: DatasetColumns,
  how: MeasureAggregate,
  day: Int32Array,
): Float64Array {
  switch (how.kind) {
    case 'count':
      return countRows(grouped);
    case 'sum':
      return sums(grouped, columns.numbers(how.field));
    case 'purchases':
      return distinct(grouped, columns.textCodes('order_no'));
    case 'firstDay':
      return extremes(grouped, day, (one, other) => one < other);
    case 'lastDay':
      return extremes(grouped, day, (one, other) => one > other);
    case 'days':
      return differentDays(grouped, day);
    case 'firstDaySum':
      return sums(ofFirstDay(grouped, day), columns.numbers(how.field));
    case 'distinct':
      return distinctValues(grouped, columns.valueCodes(how.column));
    case 'mean':
      return means(grouped, columns.numbers(how.field));
    case 'median':
    case 'minimum':
    case 'maximum':
      return quantiles(grouped, columns.numbers(how.field), shareOf[how.kind]);
  }
}

function restrict({ rows, groups, keys }: GroupedRows, holds: Uint8Array): GroupedRows {
  const places = rowsWhere(rows.length, (place) => holds[rows[place] ?? 0] === 1);
  return {
    rows: places.map((place) => rows[place] ?? 0),
    groups: places.map((place) => groups[place] ?? 0),
    keys,
  };
}

/** By Neumaier's compensated summation, as in `exact-sum.ts`. */
export function sums({ rows, groups, keys }: GroupedRows, numbers: Float64Array): Float64Array {
  const totals = new Float64Array(keys.length);
  const lost = new Float64Array(keys.length);
  for (let place = 0; place < rows.length; place += 1) {
    const value = numbers[rows[place] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const group = groups[place] ?? 0;
    const total = totals[group] ?? 0;
    const next = total + value;
    const lostNow = Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    lost[group] = (lost[group] ?? 0) + lostNow;
    totals[group] = next;
  }
  return totals.map((total, group) => total + (lost[group] ?? 0));
}

/** How many different codes there are in each group; each row with no code counts for itself. */
function distinct({ rows, groups, keys }: GroupedRows, codes: Int32Array): Float64Array {
  const counts = new Float64Array(keys.length);
  // Most codes lie in one group only, which is remembered without hashing; the others are.
  const groupOfCode = new Int32Array(codes.length).fill(-1);
  const elsewhere = new Set<number>();
  for (let place = 0; place < rows.length; place += 1) {
    const group = groups[place] ?? 0;
    const code = codes[rows[place] ?? 0] ?? -1;
    if (code >= 0) {
      const known = groupOfCode[code] ?? -1;
      const pair = code * keys.length + group;
      if (known === group || elsewhere.has(pair)) continue;
      if (known < 0) groupOfCode[code] = group;
      else elsewhere.add(pair);
    }
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

/** Dated rows come in the order of their dates, so that a date is new to a group where it is not the group's last. */
function differentDays({ rows, groups, keys }: GroupedRows, days: Int32Array): Float64Array {
  const counts = new Float64Array(keys.length);
  const lastDays = new Int32Array(keys.length).fill(noDay);
  for (let place = 0; place < rows.length; place += 1) {
    const group = groups[place] ?? 0;
    const day = days[rows[place] ?? 0] ?? noDay;
    if (lastDays[group] === day) continue;
    lastDays[group] = day;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

function ofFirstDay(grouped: GroupedRows, days: Int32Array): GroupedRows {
  const first = extremes(grouped, days, (one, other) => one < other);
  const holds = new Uint8Array(days.length);
  for (let place = 0; place < grouped.rows.length; place += 1) {
    const row = grouped.rows[place] ?? 0;
    if (days[row] === first[grouped.groups[place] ?? 0]) holds[row] = 1;
  }
  return restrict(grouped, holds);
}

function extremes(
  { rows, groups, keys }: GroupedRows,
  days: Int32Array,
  isBetter: (one: number, other: number) => boolean,
): Float64Array {
  const found = new Float64Array(keys.length).fill(Number.NaN);
  for (let place = 0; place < rows.length; place += 1) {
    const group = groups[place] ?? 0;
    const day = days[rows[place] ?? 0] ?? noDay;
    const best = found[group] ?? Number.NaN;
    if (Number.isNaN(best) || isBetter(day, best)) found[group] = day;
  }
  return found;
}
