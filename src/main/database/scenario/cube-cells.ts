import { type MeasureDataset, type MeasureDeclaration, measures } from '@shared/kpi/measure';
import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import { type CubeCells, type CubeMeasure, cubeMeasures } from '@shared/scenario/cube';
import { mapMeasures } from '@shared/scenario/cube-sums';
import type { DatasetColumns } from '../kpi/dataset-columns';
import { NameCodes } from '../kpi/name-codes';

/** How many names the dimensions have whose entities are listed; rows that name none stand after the last. */
interface EntityCounts {
  readonly reps: number;
  readonly products: number;
}

/** Gathers rows into the cells of a cube. */
export class CellCollector {
  readonly regions = new NameCodes();
  readonly segments = new NameCodes();
  private readonly cellOf = new Map<number, number>();
  private readonly names = { rep: [] as number[], region: [] as number[], product: [] as number[] };
  private readonly places = { segment: [] as number[], bucket: [] as number[] };
  private readonly sums = mapMeasures(() => new CompensatedSums());

  /** @param limits more than any region or segment has a number, so that each combination has a number of its own. */
  constructor(
    private readonly buckets: readonly DateRange[],
    private readonly entities: EntityCounts,
    private readonly limits: { readonly regions: number; readonly segments: number },
  ) {}

  /** Adds the rows of a dataset whose day lies in the buckets. */
  collect(columns: DatasetColumns, dataset: MeasureDataset, day: 'ordered_on' | 'closed_on'): void {
    const first = dayNumber(this.buckets[0]?.from ?? '0001-01-01');
    const last = dayNumber(this.buckets.at(-1)?.to ?? '0001-01-01');
    const rows = columns.dayOrder(day).between(first, last);
    const cells = this.cellsOf(rows, columns, columns.days(day), first);
    for (const id of cubeMeasures) {
      if (measures[id].dataset === dataset) addUp(this.sums[id], rows, cells, columns, measures[id]);
    }
  }

  packed(): CubeCells {
    const { rep, region, product } = this.names;
    const { segment, bucket } = this.places;
    const count = this.cellOf.size;
    return {
      count,
      rep: Int32Array.from(rep),
      region: Int32Array.from(region),
      product: Int32Array.from(product),
      segment: Int32Array.from(segment),
      bucket: Int32Array.from(bucket),
      sums: mapMeasures((id: CubeMeasure) => this.sums[id].totals(count)),
    };
  }

  /** The cell of each row. */
  private cellsOf(rows: Int32Array, columns: DatasetColumns, days: Int32Array, first: number): Int32Array {
    const reps = columns.positions('reps', 'rep_id');
    const products = columns.positions('products', 'product_id');
    const [region, segment] = [columns.dimension('region'), columns.dimension('segment')];
    const regionCodes = region.names.map((name) => this.regions.codeOf(name));
    const segmentCodes = segment.names.map((name) => this.segments.codeOf(name));
    const bucketOf = bucketsByDay(this.buckets);
    return rows.map((row) =>
      this.cell(
        at(reps, row, this.entities.reps),
        regionCodes[region.codes[row] ?? 0] ?? 0,
        at(products, row, this.entities.products),
        segmentCodes[segment.codes[row] ?? 0] ?? 0,
        bucketOf[(days[row] ?? first) - first] ?? 0,
      ),
    );
  }

  private cell(rep: number, region: number, product: number, segment: number, bucket: number): number {
    const { products } = this.entities;
    const { regions, segments } = this.limits;
    const place = ((rep * (products + 1) + product) * regions + region) * segments + segment;
    const code = place * this.buckets.length + bucket;
    const known = this.cellOf.get(code);
    if (known !== undefined) return known;
    this.cellOf.set(code, this.cellOf.size);
    this.names.rep.push(rep);
    this.names.region.push(region);
    this.names.product.push(product);
    this.places.segment.push(segment);
    this.places.bucket.push(bucket);
    return this.cellOf.size - 1;
  }
}

function at(positions: Int32Array, row: number, none: number): number {
  const position = positions[row] ?? -1;
  return position < 0 ? none : position;
}

/** The bucket of each day from the first on. */
function bucketsByDay(buckets: readonly DateRange[]): Int32Array {
  const first = dayNumber(buckets[0]?.from ?? '0001-01-01');
  const last = dayNumber(buckets.at(-1)?.to ?? '0001-01-01');
  const bucketOf = new Int32Array(last - first + 1);
  for (const [index, { from, to }] of buckets.entries()) {
    bucketOf.fill(index, dayNumber(from) - first, dayNumber(to) - first + 1);
  }
  return bucketOf;
}

function addUp(
  sums: CompensatedSums,
  rows: Int32Array,
  cells: Int32Array,
  columns: DatasetColumns,
  { aggregate, conditions }: MeasureDeclaration,
): void {
  const holds = conditions.map((group) => columns.condition(group));
  const numbers = aggregate.kind === 'sum' ? columns.numbers(aggregate.field) : null;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const value = numbers === null ? 1 : (numbers[row] ?? Number.NaN);
    if (Number.isNaN(value) || holds.some((condition) => condition[row] !== 1)) continue;
    sums.add(cells[place] ?? 0, value);
  }
}

/** Neumaier's compensated summation as in `exact-sum.ts`, of as many sums as there come to be. */
class CompensatedSums {
  private sums = new Float64Array(1024);
  private lost = new Float64Array(1024);

  add(index: number, value: number): void {
    if (index >= this.sums.length) this.grow(index);
    const sum = this.sums[index] ?? 0;
    const next = sum + value;
    const lostNow = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.lost[index] = (this.lost[index] ?? 0) + lostNow;
    this.sums[index] = next;
  }

  totals(count: number): Float64Array {
    const totals = new Float64Array(count);
    for (let index = 0; index < Math.min(count, this.sums.length); index += 1) {
      totals[index] = (this.sums[index] ?? 0) + (this.lost[index] ?? 0);
    }
    return totals;
  }

  private grow(index: number): void {
    const length = Math.max(index + 1, this.sums.length * 2);
    const [sums, lost] = [new Float64Array(length), new Float64Array(length)];
    sums.set(this.sums);
    lost.set(this.lost);
    this.sums = sums;
    this.lost = lost;
  }
}
