import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import type { CubeCells, CubeMeasure } from '@shared/scenario/cube';
import { mapMeasures } from '@shared/scenario/cube-sums';
import { NameCodes } from '../kpi/name-codes';
import { CodeIndex } from './code-index';
import { CompensatedSums } from './compensated-sums';

/** What tells the cells of a cube from each other, each as a number. */
export interface CellPlace {
  readonly rep: number;
  readonly region: number;
  readonly product: number;
  readonly segment: number;
  readonly source: number;
  readonly bucket: number;
}

/** Room for names that come later, so that no cell has to be numbered anew for them. */
const spareNames = 64;

/** The cells of a cube while rows are added to them and taken away. */
export class CellStore {
  readonly regions = new NameCodes();
  readonly segments = new NameCodes();
  readonly sources = new NameCodes();
  private readonly cellOf = new CodeIndex();
  private places = emptyPlaces(1024);
  /** Cells that rows were added to or taken from since `forgetChanges`. */
  private changed = new Set<number>();
  private readonly sums = mapMeasures(() => new CompensatedSums());
  private readonly limits: { readonly regions: number; readonly segments: number; readonly sources: number };

  /**
   * @param products how many there are; rows that name none stand after the last.
   * @param names those that are known beforehand; the empty name stands for none and comes first.
   */
  constructor(
    private readonly buckets: readonly DateRange[],
    private readonly products: number,
    names: {
      readonly regions: Iterable<string>;
      readonly segments: Iterable<string>;
      readonly sources: Iterable<string>;
    },
  ) {
    for (const name of ['', ...names.regions]) this.regions.codeOf(name);
    for (const name of ['', ...names.segments]) this.segments.codeOf(name);
    for (const name of ['', ...names.sources]) this.sources.codeOf(name);
    this.limits = {
      regions: this.regions.names.length + spareNames,
      segments: this.segments.names.length + spareNames,
      sources: this.sources.names.length + spareNames,
    };
  }

  /** Whether all names still have room; else the cells must be read anew. */
  get hasRoom(): boolean {
    const { regions, segments, sources } = this.limits;
    return (
      this.regions.names.length <= regions &&
      this.segments.names.length <= segments &&
      this.sources.names.length <= sources
    );
  }

  cell({ rep, region, product, segment, source, bucket }: CellPlace): number {
    return this.cellAt(rep, region, product, segment, source, bucket);
  }

  /** The same without an object for each of a million rows. */
  cellAt(
    rep: number,
    region: number,
    product: number,
    segment: number,
    source: number,
    bucket: number,
  ): number {
    const { regions, segments, sources } = this.limits;
    const place = ((rep * (this.products + 1) + product) * regions + region) * segments + segment;
    const code = (place * sources + source) * this.buckets.length + bucket;
    const before = this.cellOf.size;
    const cell = this.cellOf.of(code);
    if (cell < before) return cell;
    if (cell >= this.places.rep.length) this.places = longer(this.places, 2 * cell);
    this.places.rep[cell] = rep;
    this.places.region[cell] = region;
    this.places.product[cell] = product;
    this.places.segment[cell] = segment;
    this.places.source[cell] = source;
    this.places.bucket[cell] = bucket;
    return cell;
  }

  /** See `CompensatedSums.addRows`. */
  addRows(
    measure: CubeMeasure,
    rows: Int32Array,
    cells: Int32Array,
    numbers: Float64Array | null,
    holds: readonly Uint8Array[],
  ): void {
    this.sums[measure].addRows(rows, cells, numbers, holds);
  }

  /** Adds to a cell after all have been read: the cell counts as changed. */
  change(measure: CubeMeasure, cell: number, value: number): void {
    this.changed.add(cell);
    this.sums[measure].add(cell, value);
  }

  forgetChanges(): ReadonlySet<number> {
    const { changed } = this;
    this.changed = new Set();
    return changed;
  }

  /** The cells as they are, which later changes write into. */
  get cells(): CubeCells {
    const count = this.cellOf.size;
    const { rep, region, product, segment, source, bucket } = this.places;
    return {
      count,
      rep: rep.subarray(0, count),
      region: region.subarray(0, count),
      product: product.subarray(0, count),
      segment: segment.subarray(0, count),
      source: source.subarray(0, count),
      bucket: bucket.subarray(0, count),
      sums: mapMeasures((measure) => this.sums[measure].totals(count)),
    };
  }
}

type Places = { readonly [Key in keyof CellPlace]: Int32Array };

function emptyPlaces(length: number): Places {
  const column = () => new Int32Array(length);
  const [rep, region, product] = [column(), column(), column()];
  return { rep, region, product, segment: column(), source: column(), bucket: column() };
}

function longer(places: Places, length: number): Places {
  const grown = emptyPlaces(length);
  for (const key of Object.keys(grown) as (keyof Places)[]) grown[key].set(places[key]);
  return grown;
}

/** The bucket of a day, −1 where it lies in none. */
export function bucketFinder(buckets: readonly DateRange[]): (day: number) => number {
  const first = dayNumber(buckets[0]?.from ?? '0001-01-01');
  const last = dayNumber(buckets.at(-1)?.to ?? '0001-01-01');
  const bucketOf = new Int32Array(last - first + 1).fill(-1);
  for (const [index, { from, to }] of buckets.entries()) {
    bucketOf.fill(index, dayNumber(from) - first, dayNumber(to) - first + 1);
  }
  return (day) => bucketOf[day - first] ?? -1;
}
