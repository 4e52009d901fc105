import {
  type Measure,
  type MeasureAggregate,
  type MeasureDeclaration,
  measureDeclared,
} from '@shared/kpi/measure';
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

export function countRows({ groups, keys }: GroupedRows): Float64Array {
  const counts = new Float64Array(keys.length);
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

/** A measure's value for each group. @param grouped in the order of the measure's date, where it has one. */
export function aggregate(
  grouped: GroupedRows,
  columns: DatasetColumns,
  measure: Measure | Pick<MeasureDeclaration, 'aggregate' | 'conditions' | 'placement'>,
): Float64Array {
  const {
    aggregate: how,
    conditions,
    placement,
  } = typeof measure === 'string' ? measureDeclared(measure) : measure;
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
  const [kept, keptGroups] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  let count = 0;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    if (holds[row] !== 1) continue;
    kept[count] = row;
    keptGroups[count] = groups[place] ?? 0;
    count += 1;
  }
  return { rows: kept.subarray(0, count), groups: keptGroups.subarray(0, count), keys };
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
