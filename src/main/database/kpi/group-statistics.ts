import { exactSum } from '@shared/kpi/exact-sum';
import type { GroupedRows } from './aggregate-rows';

/** How many different codes each group has; rows with a code below 0, which have no value, are left out. */
export function distinctValues({ rows, groups, keys }: GroupedRows, codes: Int32Array): Float64Array {
  const counts = new Float64Array(keys.length);
  const seen = new Set<number>();
  for (let place = 0; place < rows.length; place += 1) {
    const code = codes[rows[place] ?? 0] ?? -1;
    if (code < 0) continue;
    const group = groups[place] ?? 0;
    const pair = code * keys.length + group;
    if (seen.has(pair)) continue;
    seen.add(pair);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

/** The mean of the numbers of each group; NaN where no row has one. */
export function means(grouped: GroupedRows, numbers: Float64Array): Float64Array {
  return Float64Array.from(numbersByGroup(grouped, numbers), (own) => exactSum(own) / own.length);
}

/**
 * The quantile of the numbers of each group as in `quantile.ts`: 0 is the smallest, a half the median, 1 the largest. NaN where no
 * row has a number.
 */
export function quantiles(grouped: GroupedRows, numbers: Float64Array, share: number): Float64Array {
  return Float64Array.from(numbersByGroup(grouped, numbers), (own) => {
    const sorted = own.sort();
    const position = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
    if (below === undefined || above === undefined) return Number.NaN;
    return below + (above - below) * (position - Math.floor(position));
  });
}

function numbersByGroup(
  { rows, groups, keys }: GroupedRows,
  numbers: Float64Array,
): readonly Float64Array<ArrayBuffer>[] {
  const sizes = new Int32Array(keys.length);
  const counted = (place: number): boolean => !Number.isNaN(numbers[rows[place] ?? 0] ?? Number.NaN);
  for (let place = 0; place < rows.length; place += 1) {
    if (counted(place)) sizes[groups[place] ?? 0] = (sizes[groups[place] ?? 0] ?? 0) + 1;
  }
  const found = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(keys.length);
  for (let place = 0; place < rows.length; place += 1) {
    if (!counted(place)) continue;
    const group = groups[place] ?? 0;
    const own = found[group];
    if (own) own[filled[group] ?? 0] = numbers[rows[place] ?? 0] ?? 0;
    filled[group] = (filled[group] ?? 0) + 1;
  }
  return found;
}
