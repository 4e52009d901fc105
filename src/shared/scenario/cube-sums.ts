import { type CubeMeasure, cubeMeasures, type ScenarioCube } from './cube';

/** The sums of a cube's cells, or of groups of them: an array for each measure. */
export type CubeSums = Readonly<Record<CubeMeasure, Float64Array>>;

/**
 * Adds up cells by group, by Neumaier's compensated summation as in `exact-sum.ts`.
 * @param cells which cells. @param groups the group of each, from 0 to below `count`.
 */
export function sumCells(
  { cells: { sums } }: ScenarioCube,
  cells: Int32Array,
  groups: Int32Array,
  count: number,
): CubeSums {
  return mapMeasures((measure) => {
    const column = sums[measure];
    const totals = new Float64Array(count);
    const lost = new Float64Array(count);
    for (let place = 0; place < cells.length; place += 1) {
      const value = column[cells[place] ?? 0] ?? 0;
      if (value === 0) continue;
      const group = groups[place] ?? 0;
      const total = totals[group] ?? 0;
      const next = total + value;
      const lostNow = Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
      lost[group] = (lost[group] ?? 0) + lostNow;
      totals[group] = next;
    }
    return totals.map((total, group) => total + (lost[group] ?? 0));
  });
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
  const all = firstCells(cells.count);
  const pick = (index: Int32Array) => own.map((cell) => index[cell] ?? 0);
  return {
    byProduct: sumCells(cube, own, pick(cells.product), products.length),
    byRep: sumCells(cube, own, pick(cells.rep), reps.length),
    byBucket: sumCells(cube, all, cells.bucket, buckets.length),
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
