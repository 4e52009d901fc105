import { type CubeMeasure, cubeMeasures, type ScenarioCube } from './cube';

/** Sums of cells by group: an array for each measure, by group. */
export interface CubeSums {
  of(measure: CubeMeasure): Float64Array;
}

/** Cells in groups, and their sums: each measure is added up when it is first asked for, and kept. */
export class GroupSums implements CubeSums {
  private readonly kept = new Map<CubeMeasure, Float64Array>();

  /**
   * @param cells which cells. @param groups the group of each, from 0 to below `count`.
   * @param weights what each cell counts, by cell; once where they are left out.
   */
  constructor(
    private readonly cube: ScenarioCube,
    private readonly cells: Int32Array,
    private readonly groups: Int32Array,
    private readonly count: number,
    private readonly weights: Float64Array | null = null,
  ) {}

  of(measure: CubeMeasure): Float64Array {
    const known = this.kept.get(measure) ?? this.add(this.cube.cells.sums[measure]);
    this.kept.set(measure, known);
    return known;
  }

  /** By Neumaier's compensated summation, as in `exact-sum.ts`. */
  private add(column: Float64Array): Float64Array {
    const { cells, groups, weights, count } = this;
    const totals = new Float64Array(count);
    const lost = new Float64Array(count);
    for (let place = 0; place < cells.length; place += 1) {
      const cell = cells[place] ?? 0;
      const value = (column[cell] ?? 0) * (weights === null ? 1 : (weights[cell] ?? 0));
      if (value === 0) continue;
      const group = groups[place] ?? 0;
      const total = totals[group] ?? 0;
      const next = total + value;
      const lostNow = Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
      lost[group] = (lost[group] ?? 0) + lostNow;
      totals[group] = next;
    }
    return totals.map((total, group) => total + (lost[group] ?? 0));
  }
}

export function mapMeasures<Value>(
  of: (measure: CubeMeasure) => Value,
): Readonly<Record<CubeMeasure, Value>> {
  return Object.fromEntries(cubeMeasures.map((measure) => [measure, of(measure)])) as Record<
    CubeMeasure,
    Value
  >;
}

/** What scenarios start from: the sums of the period by product and by rep, and those of each month of the cube. */
export interface CubeTotals {
  readonly byProduct: CubeSums;
  readonly byRep: CubeSums;
  readonly byBucket: CubeSums;
}

export function totalsOf(cube: ScenarioCube): CubeTotals {
  const { cells, products, reps, buckets } = cube;
  const own = cellsOfPeriod(cube);
  const pick = (index: Int32Array) => own.map((cell) => index[cell] ?? 0);
  return {
    byProduct: new GroupSums(cube, own, pick(cells.product), products.length),
    byRep: new GroupSums(cube, own, pick(cells.rep), reps.length),
    byBucket: new GroupSums(cube, firstCells(cells.count), cells.bucket, buckets.length),
  };
}

/** The cells that scenarios change; the others lie in months that growth is measured against. */
export function cellsOfPeriod({ cells, buckets, range }: ScenarioCube): Int32Array {
  const inPeriod = buckets.map(({ from, to }) => from >= range.from && to <= range.to);
  return firstCells(cells.count).filter((cell) => inPeriod[cells.bucket[cell] ?? 0]);
}

function firstCells(count: number): Int32Array {
  return new Int32Array(count).map((_, cell) => cell);
}
