import type { ScenarioCube } from './cube';
import { type CubeSums, cellsOfPeriod, GroupSums } from './cube-sums';

/** Something by which a lever treats cells differently: each cell has one of a few levels. */
export interface CellGrouping {
  /** Alike for groupings that are. */
  readonly key: string;
  /** How many levels there are. */
  readonly levels: number;
  levelOf(cell: number): number;
}

/**
 * The cells of the period in classes that adjustments treat alike: cells of one product that have the same level in each grouping.
 * A scenario multiplies whole classes, so that moving a slider costs as much as there are classes, reps and months, however many
 * cells there are. Classes are made anew only when a grouping changes.
 */
export interface CellClasses {
  /** The product of each class. */
  readonly product: Int32Array;
  /** By product: its classes. */
  readonly ofProduct: readonly Int32Array[];
  /** By key of a grouping, then class: the level. */
  readonly levels: ReadonlyMap<string, Int32Array>;
  readonly byProduct: ClassParts;
  readonly byRep: ClassParts;
  readonly byBucket: ClassParts;
}

/** The sums of classes, by product whole, by rep or month split further: one entry for each pair that has cells. */
export interface ClassParts {
  readonly classOf: Int32Array;
  readonly memberOf: Int32Array;
  readonly sums: CubeSums;
  /** The sums of cells weighed by how much of what churn takes has gone by then: see `churn-lever.ts`. Null where nothing asks. */
  readonly waning: CubeSums | null;
}

const none = new Int32Array();
const noSums: CubeSums = { of: () => new Float64Array() };
const noParts: ClassParts = { classOf: none, memberOf: none, sums: noSums, waning: null };

/** Where no adjustment multiplies anything, there is nothing to tell apart. */
export const noClasses: CellClasses = {
  product: none,
  ofProduct: [],
  levels: new Map(),
  byProduct: noParts,
  byRep: noParts,
  byBucket: noParts,
};

/** @param waning by cell: what it counts in the waning sums; null where they are not needed. */
export function classifyCells(
  cube: ScenarioCube,
  groupings: readonly CellGrouping[],
  waning: Float64Array | null,
): CellClasses {
  const { cells, products, reps, buckets } = cube;
  const own = cellsOfPeriod(cube);
  let alike: Int32Array = own.map((cell) => cells.product[cell] ?? 0);
  for (const { levels, levelOf } of groupings) {
    const numbers = new Numbering();
    alike = alike.map((code, place) => numbers.of(code * levels + levelOf(own[place] ?? 0)));
  }
  const classes = new Numbering();
  const classOf = alike.map((code) => classes.of(code));
  const firstCells = firstOfEach(own, classOf, classes.count);
  const product = firstCells.map((cell) => cells.product[cell] ?? 0);
  const parts = (groups: Int32Array, ofClass: Int32Array, memberOf: Int32Array): ClassParts => ({
    classOf: ofClass,
    memberOf,
    sums: new GroupSums(cube, own, groups, ofClass.length),
    waning: waning === null ? null : new GroupSums(cube, own, groups, ofClass.length, waning),
  });
  const splitBy = (index: Int32Array, members: number): ClassParts => {
    const pairs = new Numbering();
    const groups = own.map((cell, place) => pairs.of((classOf[place] ?? 0) * members + (index[cell] ?? 0)));
    const first = firstOfEach(Int32Array.from(own.keys()), groups, pairs.count);
    return parts(
      groups,
      first.map((place) => classOf[place] ?? 0),
      first.map((place) => index[own[place] ?? 0] ?? 0),
    );
  };
  return {
    product,
    ofProduct: classesOfProducts(product, products.length),
    levels: new Map(
      groupings.map(({ key, levelOf }) => [key, firstCells.map((cell) => levelOf(cell))] as const),
    ),
    byProduct: parts(
      classOf,
      product.map((_, index) => index),
      product,
    ),
    byRep: splitBy(cells.rep, reps.length),
    byBucket: splitBy(cells.bucket, buckets.length),
  };
}

function classesOfProducts(product: Int32Array, count: number): readonly Int32Array[] {
  const ofProduct: number[][] = Array.from({ length: count }, () => []);
  for (const [index, at] of product.entries()) ofProduct[at]?.push(index);
  return ofProduct.map((classes) => Int32Array.from(classes));
}

/** The first item of each group. */
function firstOfEach(items: Int32Array, groups: Int32Array, count: number): Int32Array {
  const first = new Int32Array(count).fill(-1);
  for (let place = 0; place < items.length; place += 1) {
    const group = groups[place] ?? 0;
    if (first[group] === -1) first[group] = items[place] ?? 0;
  }
  return first;
}

/** Gives codes numbers in the order in which they first appear. Neighbours are often alike, so the last one is remembered. */
class Numbering {
  private readonly numbers = new Map<number, number>();
  private lastCode = -1;
  private lastNumber = -1;

  get count(): number {
    return this.numbers.size;
  }

  of(code: number): number {
    if (code === this.lastCode) return this.lastNumber;
    const known = this.numbers.get(code);
    if (known === undefined) this.numbers.set(code, this.numbers.size);
    this.lastCode = code;
    this.lastNumber = known ?? this.numbers.size - 1;
    return this.lastNumber;
  }
}
