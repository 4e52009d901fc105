import type { KpiFilter } from '../kpi/declaration';
import { type MeasureId, measures } from '../kpi/measure';
import type { MeasureQuery, MeasureRow, MeasureSource, ProductPrices } from '../kpi/measure-source';
import { type QuotaShare, quotasWithin } from '../kpi/quota-share';
import { type DateRange, intersection } from '../model/calendar-date';
import type { DatasetId } from '../model/dataset';
import type { AdjustedCube } from './adjusted-cube';
import { type CubeMeasure, cubeMeasures, type ScenarioCube } from './cube';

/** Asked for something that a cube does not hold. Which KPIs a cube can answer is known beforehand: `evaluate-scenario.ts`. */
class NotInCube extends Error {}

type CubeDimension = 'rep' | 'team' | 'region' | 'product' | 'category' | 'segment';

/** An adjusted cube as a source of measures: the KPIs' own declarations are evaluated on it. */
export class CubeSource implements MeasureSource {
  readonly options: { readonly fiscalYearStart: number; readonly inactivityDays: number };
  private readonly kept = new Map<string, readonly MeasureRow[]>();

  constructor(private readonly adjusted: AdjustedCube) {
    const { fiscalYearStart, inactivityDays } = adjusted.cube;
    this.options = { fiscalYearStart, inactivityDays };
  }

  hasRows(dataset: DatasetId): boolean {
    return this.adjusted.cube.datasets.includes(dataset);
  }

  recordsChurn(): boolean {
    throw new NotInCube();
  }

  target(): number | null {
    throw new NotInCube();
  }

  read(query: MeasureQuery): readonly MeasureRow[] {
    if (Object.values(query.filter).some((names) => names !== undefined)) throw new NotInCube();
    const key = JSON.stringify(query);
    const known = this.kept.get(key);
    if (known) return known;
    const found = this.sum(query);
    this.kept.set(key, found);
    return found;
  }

  quotas(range: DateRange, _filter: KpiFilter): readonly QuotaShare[] {
    const { quotas, cube } = this.adjusted;
    return quotasWithin(quotas, range, cube.fiscalYearStart);
  }

  prices(_day: string, _filter: KpiFilter): readonly ProductPrices[] {
    const { cube, listPrices } = this.adjusted;
    const listed = new Map(cube.products.map(({ name }, index) => [name, listPrices[index] ?? null]));
    return cube.prices.map((price) => ({
      ...price,
      listPrice: listed.get(price.product) ?? price.listPrice,
    }));
  }

  private sum({ measures: ids, range, by }: MeasureQuery): readonly MeasureRow[] {
    const { cube, sums } = this.adjusted;
    const columns = ids.map((id) => sums[inCube(id)]);
    const inRange = bucketsIn(cube, range);
    const { groupOf, keys } = grouping(cube, by);
    const totals = keys.map(() => columns.map(() => new PreciseSum()));
    const seen = new Uint8Array(keys.length);
    for (let cell = 0; cell < cube.cells.count; cell += 1) {
      if (inRange[cube.cells.bucket[cell] ?? 0] !== 1) continue;
      const group = groupOf(cell);
      const ofGroup = totals[group];
      let any = false;
      for (const [index, column] of columns.entries()) {
        const value = column[cell] ?? 0;
        if (value === 0) continue;
        any = true;
        ofGroup?.[index]?.add(value);
      }
      if (any) seen[group] = 1;
    }
    return keys.flatMap((names, group) => {
      if (by.length > 0 && seen[group] !== 1) return [];
      return [{ keys: names, values: (totals[group] ?? []).map((total) => total.value) }];
    });
  }
}

function inCube(id: MeasureId): CubeMeasure {
  const found = cubeMeasures.find((measure) => measure === id);
  if (found === undefined) throw new NotInCube(measures[id].dataset);
  return found;
}

/** Which buckets a range takes; it may not cut one that has something on both sides. */
function bucketsIn({ buckets }: ScenarioCube, range: DateRange): Uint8Array {
  return Uint8Array.from(buckets, (bucket) => {
    if (intersection(bucket, range) === null) return 0;
    if (bucket.from < range.from || bucket.to > range.to) throw new NotInCube();
    return 1;
  });
}

interface Grouping {
  readonly keys: readonly (readonly string[])[];
  readonly groupOf: (cell: number) => number;
}

function grouping(cube: ScenarioCube, by: readonly string[]): Grouping {
  const [dimension, ...others] = by;
  if (dimension === undefined) return { keys: [[]], groupOf: () => 0 };
  if (others.length > 0) throw new NotInCube();
  const { names, index } = namesOf(cube, dimension as CubeDimension);
  const different = [...new Set(names)];
  const position = new Map(different.map((name, at) => [name, at]));
  const groups = Int32Array.from(names, (name) => position.get(name) ?? 0);
  return { keys: different.map((name) => [name]), groupOf: (cell) => groups[index[cell] ?? 0] ?? 0 };
}

function namesOf(
  cube: ScenarioCube,
  dimension: CubeDimension,
): { readonly names: readonly string[]; readonly index: Int32Array } {
  const { cells } = cube;
  switch (dimension) {
    case 'rep':
      return { names: cube.reps.map(({ name }) => name), index: cells.rep };
    case 'team':
      return { names: cube.reps.map(({ team }) => team), index: cells.rep };
    case 'region':
      return { names: cube.regions, index: cells.region };
    case 'product':
      return { names: cube.products.map(({ name }) => name), index: cells.product };
    case 'category':
      return { names: cube.products.map(({ category }) => category), index: cells.product };
    case 'segment':
      return { names: cube.segments, index: cells.segment };
    default:
      throw new NotInCube();
  }
}

/** Compensated summation (Neumaier 1974), as SQLite sums: the order of the cells leaves no visible drift. */
class PreciseSum {
  private sum = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.sum + value;
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    return this.sum + this.lost;
  }
}
