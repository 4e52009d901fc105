import type { MeasureDataset } from '@shared/kpi/measure';
import { measures } from '@shared/kpi/measure';
import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import { type CubeMeasure, cubeMeasures, historyMeasures } from '@shared/scenario/cube';
import type { DatasetColumns } from '../kpi/dataset-columns';
import { noDay } from '../kpi/stored-column';
import type { WorkspaceColumns } from '../kpi/workspace-columns';
import { bucketFinder, type CellStore } from './cube-cells';
import type { HistoryStore } from './cube-history';

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
): { readonly deals: number; readonly amount: number } {
  const bucketOf = bucketFinder(buckets);
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)];
  const [created, closed] = [columns.days('created_on'), columns.days('closed_on')];
  const open = columns.condition([{ field: 'outcome', in: ['open'] }]);
  const amounts = columns.numbers('amount');
  const within: number[] = [];
  const earlier = { deals: 0, amount: 0 };
  for (let row = 0; row < columns.size; row += 1) {
    const day = created[row] ?? noDay;
    if (day > to || !(open[row] === 1 || (closed[row] ?? noDay) > to)) continue;
    if (day >= from) within.push(row);
    else {
      const amount = amounts[row] ?? Number.NaN;
      earlier.deals += 1;
      earlier.amount += Number.isNaN(amount) ? 0 : amount;
    }
  }
  const rows = Int32Array.from(within);
  addRows(store, columns, 'opportunities', rows, (row) => bucketOf(created[row] ?? noDay), openMeasures);
  return earlier;
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
    for (const id of wanted) {
      eachValue(own, id, rows, (row, value) => store.add(id, reps[row] ?? 0, days[row] ?? noDay, value));
    }
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
  for (const id of ids) {
    eachValue(columns, id, rows, (_, value, place) => store.add(id, cells[place] ?? 0, value));
  }
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
  const regionCodes = region.names.map((name) => store.regions.codeOf(name));
  const segmentCodes = segment?.names.map((name) => store.segments.codeOf(name)) ?? [];
  const sourceCodes = source?.names.map((name) => store.sources.codeOf(name)) ?? [];
  const at = (positions: Int32Array | null, row: number, none: number): number => {
    const position = positions?.[row] ?? -1;
    return position < 0 ? none : position;
  };
  return rows.map((row) =>
    store.cell({
      rep: at(reps, row, noRep),
      region: regionCodes[region.codes[row] ?? 0] ?? 0,
      product: at(products, row, noProduct),
      segment: segmentCodes[segment?.codes[row] ?? 0] ?? 0,
      source: sourceCodes[source?.codes[row] ?? 0] ?? 0,
      bucket: bucketOf(row),
    }),
  );
}

/** Each row that has a value for the measure. */
function eachValue(
  columns: DatasetColumns,
  id: CubeMeasure,
  rows: Int32Array,
  visit: (row: number, value: number, place: number) => void,
): void {
  const { aggregate, conditions } = measures[id];
  const holds = conditions.map((group) => columns.condition(group));
  const numbers = aggregate.kind === 'sum' ? columns.numbers(aggregate.field) : null;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const value = numbers === null ? 1 : (numbers[row] ?? Number.NaN);
    if (Number.isNaN(value) || holds.some((condition) => condition[row] !== 1)) continue;
    visit(row, value, place);
  }
}
