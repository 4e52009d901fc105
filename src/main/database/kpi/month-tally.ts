import type { MonthGrid, MonthSpan } from './month-grid';

/** What the rows of each month and group come to; a cell is at `month × groups + group`. */
export interface MonthTally {
  readonly groups: number;
  readonly cells: Float64Array;
  /** What compensated summation has set aside, to be added in the end; null where cells are not sums. */
  readonly lost: Float64Array | null;
}

/** Rows with a date, in any order. */
export interface TalliedRows {
  readonly rows: Int32Array;
  /** By row. */
  readonly days: Int32Array;
  readonly groups: Int32Array;
  readonly groupCount: number;
  readonly grid: MonthGrid;
}

/** The sums of numbers, or the number of rows where there are none, by Neumaier's compensated summation. */
export function tallySums(
  { rows, days, groups, groupCount, grid }: TalliedRows,
  numbers: Float64Array | null,
): MonthTally {
  const cells = new Float64Array(grid.count * groupCount);
  const lost = numbers === null ? null : new Float64Array(cells.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const cell = grid.monthOf(days[row] ?? 0) * groupCount + (groups[row] ?? 0);
    if (numbers === null || lost === null) cells[cell] = (cells[cell] ?? 0) + 1;
    else addTo(cells, lost, cell, numbers[row] ?? Number.NaN);
  }
  return { groups: groupCount, cells, lost };
}

/** The first or last day of each month and group; NaN where there is no row. */
export function tallyExtremes(
  { rows, days, groups, groupCount, grid }: TalliedRows,
  which: 'first' | 'last',
): MonthTally {
  const cells = new Float64Array(grid.count * groupCount).fill(Number.NaN);
  const sign = which === 'first' ? 1 : -1;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const day = days[row] ?? 0;
    const cell = grid.monthOf(day) * groupCount + (groups[row] ?? 0);
    const best = cells[cell] ?? Number.NaN;
    if (Number.isNaN(best) || day * sign < best * sign) cells[cell] = day;
  }
  return { groups: groupCount, cells, lost: null };
}

/** On how many different days of each month each group has rows. @param tallied in the order of the days. */
export function tallyDays({ rows, days, groups, groupCount, grid }: TalliedRows): MonthTally {
  const cells = new Float64Array(grid.count * groupCount);
  const lastDays = new Int32Array(groupCount).fill(-2_147_483_648);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const [day, group] = [days[row] ?? 0, groups[row] ?? 0];
    if (lastDays[group] === day) continue;
    lastDays[group] = day;
    const cell = grid.monthOf(day) * groupCount + group;
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return { groups: groupCount, cells, lost: null };
}

/** The sums of each group over some months, and over what lies before and after them. @param edges sums of the same groups. */
export function sumsOver(
  { groups, cells, lost }: MonthTally,
  { first, end }: MonthSpan,
  edges: readonly Float64Array[],
): Float64Array {
  const sums = new Float64Array(groups);
  const setAside = new Float64Array(groups);
  for (let month = first; month < end; month += 1) {
    const start = month * groups;
    for (let group = 0; group < groups; group += 1) {
      addTo(sums, setAside, group, cells[start + group] ?? 0);
      if (lost !== null) setAside[group] = (setAside[group] ?? 0) + (lost[start + group] ?? 0);
    }
  }
  for (const edge of edges) {
    for (let group = 0; group < groups; group += 1) addTo(sums, setAside, group, edge[group] ?? 0);
  }
  return sums.map((sum, group) => sum + (setAside[group] ?? 0));
}

/** The smallest or largest of each group over some months and the edges; NaN where there is none. */
export function extremesOver(
  { groups, cells }: MonthTally,
  { first, end }: MonthSpan,
  edges: readonly Float64Array[],
  which: 'first' | 'last',
): Float64Array {
  const sign = which === 'first' ? 1 : -1;
  const found = new Float64Array(groups).fill(Number.NaN);
  const take = (group: number, day: number): void => {
    const best = found[group] ?? Number.NaN;
    if (!Number.isNaN(day) && (Number.isNaN(best) || day * sign < best * sign)) found[group] = day;
  };
  for (let month = first; month < end; month += 1) {
    for (let group = 0; group < groups; group += 1) take(group, cells[month * groups + group] ?? Number.NaN);
  }
  for (const edge of edges) {
    for (let group = 0; group < groups; group += 1) take(group, edge[group] ?? Number.NaN);
  }
  return found;
}

function addTo(sums: Float64Array, lost: Float64Array, at: number, value: number): void {
  if (Number.isNaN(value)) return;
  const sum = sums[at] ?? 0;
  const next = sum + value;
  const lostNow = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
  lost[at] = (lost[at] ?? 0) + lostNow;
  sums[at] = next;
}
