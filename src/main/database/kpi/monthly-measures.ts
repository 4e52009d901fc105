import { type Measure, type MeasureDeclaration, measureDeclared } from '@shared/kpi/measure';
import type { MeasureQuery } from '@shared/kpi/measure-source';
import { aggregate } from './aggregate-rows';
import { daysOfSameCode } from './distinct-codes';
import { type FilteredRows, groupedRows, type RowGroups } from './filtered-rows';
import { MonthGrid, type MonthSpan } from './month-grid';
import {
  extremesOver,
  type MonthTally,
  sumsOver,
  type TalliedRows,
  tallyDays,
  tallyExtremes,
  tallySums,
} from './month-tally';
import type { DaySpan } from './rows-placed';

interface DatedSpan extends DaySpan {
  /** The date by which rows are placed. */
  readonly field: string;
}

interface MonthlyMeasures {
  /** In the order of the query's measures; each by group. */
  readonly values: readonly Float64Array[];
  /** How many rows each group has. */
  readonly rows: Float64Array;
}

/** Larger tables of months and groups cost more than they save. */
const mostCells = 4_000_000;

/**
 * Measures of a period from tallies of whole months, which are kept for all periods under the same filter, and the rows of the days
 * before and after them. Null where the period has no whole month, or a measure cannot be put together from months.
 */
export function monthlyMeasures(
  passing: FilteredRows,
  groups: RowGroups,
  query: MeasureQuery,
  days: DatedSpan,
): MonthlyMeasures | null {
  const declared = query.measures.map(measureDeclared);
  if (!declared.every(isMonthly)) return null;
  const { field } = days;
  const order = passing.dayOrder(field);
  if (order.rows.length === 0) return null;
  const grid = passing.keep(`grid ${field}`, () => new MonthGrid(order.firstDay, order.lastDay));
  const months = grid.within(days.from, days.to);
  if (months === null || grid.count * groups.keys.length > mostCells) return null;
  const scope = { passing, groups, grid, months, days, by: query.by.join(' ') };
  return {
    values: query.measures.map((measure) => monthlyValues(scope, measure)),
    rows: monthlyValues(scope, { ...presence, placement: { kind: 'dated', field } }),
  };
}

const presence = { aggregate: { kind: 'count' }, conditions: [] } as const;

function isMonthly({ aggregate: how, conditions }: MeasureDeclaration): boolean {
  switch (how.kind) {
    case 'count':
    case 'sum':
    case 'days':
    case 'firstDay':
    case 'lastDay':
      return true;
    case 'purchases':
      return conditions.length === 0;
    default:
      return false;
  }
}

interface MonthlyScope {
  readonly passing: FilteredRows;
  readonly groups: RowGroups;
  readonly grid: MonthGrid;
  readonly months: MonthSpan;
  readonly days: DatedSpan;
  /** What rows are grouped by, as a key. */
  readonly by: string;
}

type Counted = Pick<MeasureDeclaration, 'aggregate' | 'conditions' | 'placement'>;

function monthlyValues(scope: MonthlyScope, measure: Measure | Counted): Float64Array {
  const declared = typeof measure === 'string' ? measureDeclared(measure) : measure;
  const { aggregate: how } = declared;
  if (how.kind === 'purchases') return purchases(scope);
  const tally = scope.passing.keep(
    `tally ${scope.days.field} ${scope.by} ${JSON.stringify([how, declared.conditions])}`,
    () => tallyOf(scope, declared),
  );
  const edges = edgesOf(scope, declared);
  return how.kind === 'firstDay' || how.kind === 'lastDay'
    ? extremesOver(tally, scope.months, edges, how.kind === 'firstDay' ? 'first' : 'last')
    : sumsOver(tally, scope.months, edges);
}

function tallyOf(
  { passing, groups, grid, days }: MonthlyScope,
  { aggregate: how, conditions }: Counted,
): MonthTally {
  const { columns } = passing;
  const tallied: TalliedRows = {
    rows: passing.dated(days.field, conditions),
    days: columns.days(days.field),
    groups: groups.groups,
    groupCount: groups.keys.length,
    grid,
  };
  switch (how.kind) {
    case 'sum':
      return tallySums(tallied, columns.numbers(how.field));
    case 'firstDay':
      return tallyExtremes(tallied, 'first');
    case 'lastDay':
      return tallyExtremes(tallied, 'last');
    case 'days':
      return tallyDays({ ...tallied, rows: inOrder(passing, days.field, conditions) });
    default:
      return tallySums(tallied, null);
  }
}

/** The values of the days before the whole months, and of those after them. */
function edgesOf(
  { passing, groups, months, days }: MonthlyScope,
  declared: Counted,
): readonly Float64Array[] {
  const spans = [
    { from: days.from, to: months.from - 1 },
    { from: months.to + 1, to: days.to },
  ];
  return spans.flatMap(({ from, to }) => {
    const rows = from > to ? none : passing.dayOrder(days.field).between(from, to);
    return rows.length === 0 ? [] : [aggregate(groupedRows(rows, groups), passing.columns, declared)];
  });
}

const none = new Int32Array();

/** The distinct order numbers of each group, and its rows without one. */
function purchases({ passing, groups, days, by }: MonthlyScope): Float64Array {
  const { columns } = passing;
  const { field, from } = days;
  const order = passing.dayOrder(field);
  const before = passing.keep(`same order ${field} ${by}`, () =>
    daysOfSameCode({
      rows: order.rows,
      days: columns.days(field),
      codes: columns.textCodes('order_no'),
      groups: groups.groups,
      groupCount: groups.keys.length,
    }),
  );
  const counts = new Float64Array(groups.keys.length);
  const [start, end] = order.placesOf(from, days.to);
  for (let place = start; place < end; place += 1) {
    if ((before[place] ?? 0) >= from) continue;
    const group = groups.groups[order.rows[place] ?? 0] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

/** Rows that meet conditions, in the order of a date. */
function inOrder(passing: FilteredRows, field: string, conditions: Counted['conditions']): Int32Array {
  const masks = conditions.map((group) => passing.columns.condition(group));
  const { rows } = passing.dayOrder(field);
  return masks.length === 0 ? rows : rows.filter((row) => masks.every((mask) => mask[row] === 1));
}
