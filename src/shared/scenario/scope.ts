import { intersection } from '../model/calendar-date';
import { parsePeriod, periodRange } from '../model/period';
import type { ScenarioCube } from './cube';
import type { Scope } from './scenario';

/** Indices of the products that a scope names, by themselves or by category; all named ones where it names none. */
export function scopedProducts({ products }: ScenarioCube, { product, category }: Scope): readonly number[] {
  return products.flatMap(({ name, category: own }, index) => {
    if (name === '' || (product && !product.includes(name)) || (category && !category.includes(own)))
      return [];
    return [index];
  });
}

/** Cells of the scenario's period that a scope takes in. */
export function matchingCells(cube: ScenarioCube, where: Scope): Int32Array {
  const { cells, buckets, range } = cube;
  const reps = flags(cube.reps, ({ name, team }) => passes(where.rep, name) && passes(where.team, team));
  const regions = flags(cube.regions, (name) => passes(where.region, name));
  const products = flags(
    cube.products,
    ({ name, category }) => passes(where.product, name) && passes(where.category, category),
  );
  const segments = flags(cube.segments, (name) => passes(where.segment, name));
  const periods = where.period?.flatMap((text) => rangeOf(text, cube) ?? []);
  const inPeriod = flags(
    buckets,
    (bucket) =>
      bucket.from >= range.from && (periods?.some((period) => intersection(period, bucket) !== null) ?? true),
  );
  const found = new Int32Array(cells.count);
  let length = 0;
  for (let cell = 0; cell < cells.count; cell += 1) {
    const fits =
      inPeriod[cells.bucket[cell] ?? 0] === 1 &&
      products[cells.product[cell] ?? 0] === 1 &&
      reps[cells.rep[cell] ?? 0] === 1 &&
      regions[cells.region[cell] ?? 0] === 1 &&
      segments[cells.segment[cell] ?? 0] === 1;
    if (!fits) continue;
    found[length] = cell;
    length += 1;
  }
  return found.subarray(0, length);
}

/** Names in a scope that the workspace does not know, and periods that are none. */
export function unknownNames(cube: ScenarioCube, where: Scope): readonly string[] {
  const known: Readonly<Record<keyof Scope, ReadonlySet<string> | null>> = {
    rep: new Set([...cube.reps.map(({ name }) => name), ...cube.quotas.map(({ rep }) => rep)]),
    team: new Set([...cube.reps.map(({ team }) => team), ...cube.quotas.map(({ team }) => team)]),
    region: new Set([...cube.regions, ...cube.quotas.map(({ region }) => region)]),
    product: new Set(cube.products.map(({ name }) => name)),
    category: new Set(cube.products.map(({ category }) => category)),
    segment: new Set(cube.segments),
    period: null,
  };
  return (Object.entries(where) as [keyof Scope, readonly string[] | undefined][]).flatMap(
    ([dimension, names = []]) => {
      const knownNames = known[dimension];
      return names.filter((name) =>
        knownNames === null ? rangeOf(name, cube) === null : !knownNames.has(name),
      );
    },
  );
}

function rangeOf(text: string, { fiscalYearStart }: ScenarioCube) {
  const period = parsePeriod(text);
  return period === null ? null : periodRange(period, fiscalYearStart);
}

function passes(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.includes(name);
}

function flags<Item>(items: readonly Item[], fits: (item: Item) => boolean): Uint8Array {
  return Uint8Array.from(items, (item) => (fits(item) ? 1 : 0));
}
