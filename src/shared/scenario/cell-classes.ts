import type { ScenarioCube } from './cube';
import { type CubeSums, cellsOfPeriod, mapMeasures, sumCells } from './cube-sums';
import type { Scope } from './scenario';
import { cellTest } from './scope';

/**
 * The cells of the period in classes that adjustments treat alike: cells of one product that lie inside the same restricted scopes.
 * A scenario multiplies whole classes, so that moving a slider costs as much as there are classes, reps and months, however many
 * cells there are. Classes are made anew only when a scope changes.
 */
export interface CellClasses {
  /** The product of each class. */
  readonly product: Int32Array;
  /** By product: its classes. */
  readonly ofProduct: readonly (readonly number[])[];
  /** By restriction, then class: 1 where the class lies inside. */
  readonly inside: readonly Uint8Array[];
  readonly byProduct: ClassParts;
  readonly byRep: ClassParts;
  readonly byBucket: ClassParts;
}

/** The sums of classes, by product whole, by rep or month split further: one entry for each pair that has cells. */
export interface ClassParts {
  readonly classOf: Int32Array;
  readonly memberOf: Int32Array;
  readonly sums: CubeSums;
}

const none = new Int32Array();
const noSums: CubeSums = mapMeasures(() => new Float64Array());

/** Where no adjustment multiplies anything, there is nothing to tell apart. */
export const noClasses: CellClasses = {
  product: none,
  ofProduct: [],
  inside: [],
  byProduct: { classOf: none, memberOf: none, sums: noSums },
  byRep: { classOf: none, memberOf: none, sums: noSums },
  byBucket: { classOf: none, memberOf: none, sums: noSums },
};

/** @param restrictions scopes by anything but products. */
export function classifyCells(cube: ScenarioCube, restrictions: readonly Scope[]): CellClasses {
  const { cells, products, reps, buckets } = cube;
  const own = cellsOfPeriod(cube);
  const tests = restrictions.map((restriction) => cellTest(cube, restriction));
  let alike: Int32Array = own.map((cell) => cells.product[cell] ?? 0);
  for (const test of tests) {
    const numbers = new Numbering();
    alike = alike.map((code, place) => numbers.of(code * 2 + (test(own[place] ?? 0) ? 1 : 0)));
  }
  const classes = new Numbering();
  const classOf = alike.map((code) => classes.of(code));
  const firstCells = firstOfEach(own, classOf, classes.count);
  const product = firstCells.map((cell) => cells.product[cell] ?? 0);
  const ofProduct: number[][] = products.map(() => []);
  for (const [index, at] of product.entries()) ofProduct[at]?.push(index);
  return {
    product,
    ofProduct,
    inside: tests.map((test) => Uint8Array.from(firstCells, (cell) => (test(cell) ? 1 : 0))),
    byProduct: {
      classOf: product.map((_, index) => index),
      memberOf: product,
      sums: sumCells(cube, own, classOf, classes.count),
    },
    byRep: splitBy(cube, own, classOf, cells.rep, reps.length),
    byBucket: splitBy(cube, own, classOf, cells.bucket, buckets.length),
  };
}

function splitBy(
  cube: ScenarioCube,
  own: Int32Array,
  classOf: Int32Array,
  index: Int32Array,
  members: number,
): ClassParts {
  const pairs = new Numbering();
  const groups = own.map((cell, place) => pairs.of((classOf[place] ?? 0) * members + (index[cell] ?? 0)));
  const first = firstOfEach(Int32Array.from(own.keys()), groups, pairs.count);
  return {
    classOf: first.map((place) => classOf[place] ?? 0),
    memberOf: first.map((place) => index[own[place] ?? 0] ?? 0),
    sums: sumCells(cube, own, groups, pairs.count),
  };
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
