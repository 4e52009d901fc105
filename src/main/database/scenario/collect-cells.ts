import type { MeasureDataset } from '@shared/kpi/measure';
import { measures } from '@shared/kpi/measure';
import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import { type CubeMeasure, cubeMeasures, historyMeasures } from '@shared/scenario/cube';
import type { DatasetColumns, DimensionColumn } from '../kpi/dataset-columns';
import type { NameCodes } from '../kpi/name-codes';
import { noDay } from '../kpi/stored-column';
import type { WorkspaceColumns } from '../kpi/workspace-columns';
import { bucketFinder, type CellStore } from './cube-cells';
import type { HistoryStore } from './cube-history';
import type { EarlierDeals } from './earlier-deals';

/** Where the rows of a dataset lie in a cube: by which day, and which sums they have. */
export interface CubeRows {
  readonly dataset: MeasureDataset;
  readonly day: 'ordered_on' | 'closed_on' | 'created_on' | 'date';
  readonly measures: readonly CubeMeasure[];
}

export const openMeasures: readonly CubeMeasure[] = ['openAmount', 'openDeals'];

function sumsOf(dataset: MeasureDataset): readonly CubeMeasure[] {
  return cubeMeasures.filter((id) => measures[id].dataset === dataset && !openMeasures.includes(id));
}

/** Every dataset that a cube is made of. Open deals are placed apart: see `isOpenAt`. */
export const cubeRows: readonly CubeRows[] = [
  { dataset: 'orders', day: 'ordered_on', measures: sumsOf('orders') },
  { dataset: 'opportunities', day: 'closed_on', measures: sumsOf('opportunities') },
  { dataset: 'leads', day: 'created_on', measures: sumsOf('leads') },
  { dataset: 'activities', day: 'date', measures: sumsOf('activities') },
];

/** Adds all rows of a workspace whose day lies in the buckets. */
export function collectCells(
  store: CellStore,
  columns: WorkspaceColumns,
  buckets: readonly DateRange[],
): void {
  const bucketOf = bucketFinder(buckets);
  const first = dayNumber(buckets[0]?.from ?? '0001-01-01');
  const last = dayNumber(buckets.at(-1)?.to ?? '0001-01-01');
  for (const { dataset, day, measures: ids } of cubeRows) {
    const own = columns.of(dataset);
    const days = own.days(day);
    const rows = own.dayOrder(day).between(first, last);
    addRows(store, own, dataset, rows, (row) => bucketOf(days[row] ?? noDay), ids);
  }
}

/** Deals that are open at the end of the period. Those created before it, or on no known day, are out of reach of every lever. */
export function collectOpenDeals(
  store: CellStore,
  columns: DatasetColumns,
  range: DateRange,
  buckets: readonly DateRange[],
  earlier: EarlierDeals,
): void {
  const bucketOf = bucketFinder(buckets);
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)];
  const [created, closed] = [columns.days('created_on'), columns.days('closed_on')];
  const open = columns.condition([{ field: 'outcome', in: ['open'] }]);
  const amounts = columns.numbers('amount');
  const within: number[] = [];
  for (let row = 0; row < columns.size; row += 1) {
    const day = created[row] ?? noDay;
    if (day > to || !(open[row] === 1 || (closed[row] ?? noDay) > to)) continue;
    if (day >= from) within.push(row);
    else {
      const amount = amounts[row] ?? Number.NaN;
      earlier.add(Number.isNaN(amount) ? 0 : amount, 1);
    }
  }
  const rows = Int32Array.from(within);
  addRows(store, columns, 'opportunities', rows, (row) => bucketOf(created[row] ?? noDay), openMeasures);
}

/** What reps came to in the months of history. */
export function collectHistory(store: HistoryStore, columns: WorkspaceColumns): void {
  const first = dayNumber(store.range.from);
  const last = dayNumber(store.range.to);
  for (const { dataset, day, measures: ids } of cubeRows) {
    const wanted = historyMeasures.filter((id) => ids.includes(id));
    if (wanted.length === 0) continue;
    const own = columns.of(dataset);
    const days = own.days(day);
    const reps = own.positions('reps', 'rep_id');
    const rows = own
      .dayOrder(day)
      .between(first, last)
      .filter((row) => (reps[row] ?? -1) >= 0);
    const places = rows.map((row) => store.placeOf(reps[row] ?? 0, days[row] ?? noDay));
    for (const id of wanted) store.addRows(id, rows, places, ...valuesOf(own, id));
  }
}

function addRows(
  store: CellStore,
  columns: DatasetColumns,
  dataset: MeasureDataset,
  rows: Int32Array,
  bucketOf: (row: number) => number,
  ids: readonly CubeMeasure[],
): void {
  const cells = cellsOf(store, columns, dataset, rows, bucketOf);
  for (const id of ids) store.addRows(id, rows, cells, ...valuesOf(columns, id));
}

function cellsOf(
  store: CellStore,
  columns: DatasetColumns,
  dataset: MeasureDataset,
  rows: Int32Array,
  bucketOf: (row: number) => number,
): Int32Array {
  const isSale = dataset === 'orders' || dataset === 'opportunities';
  const reps = columns.positions('reps', 'rep_id');
  const products = isSale ? columns.positions('products', 'product_id') : null;
  const [noRep, noProduct] = [columns.entities('reps').count, columns.entities('products').count];
  const region = columns.dimension('region');
  const segment = isSale ? columns.dimension('segment') : null;
  const source = dataset === 'leads' || dataset === 'opportunities' ? columns.dimension('source') : null;
  const [regionOf, segmentOf, sourceOf] = [
    codedBy(region, store.regions),
    codedBy(segment, store.segments),
    codedBy(source, store.sources),
  ];
  const cells = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    cells[place] = store.cellAt(
      positionOr(noRep, reps[row]),
      regionOf(row),
      positionOr(noProduct, products?.[row]),
      segmentOf(row),
      sourceOf(row),
      bucketOf(row),
    );
  }
  return cells;
}

function positionOr(none: number, position: number | undefined): number {
  return position === undefined || position < 0 ? none : position;
}

/** By row: the cube's number for the name that it has; that of none where there is no such column. */
function codedBy(column: DimensionColumn | null, codes: NameCodes): (row: number) => number {
  if (column === null) return () => 0;
  const own = Int32Array.from(column.names, (name) => codes.codeOf(name));
  return (row) => own[column.codes[row] ?? 0] ?? 0;
}

/** By row: the values of a measure, null where each row counts as 1, and the conditions that rows must hold. */
function valuesOf(
  columns: DatasetColumns,
  id: CubeMeasure,
): readonly [numbers: Float64Array | null, holds: readonly Uint8Array[]] {
  const { aggregate, conditions } = measures[id];
  return [
    aggregate.kind === 'sum' ? columns.numbers(aggregate.field) : null,
    conditions.map((group) => columns.condition(group)),
  ];
}
