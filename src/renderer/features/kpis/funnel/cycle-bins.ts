import type { Frequency } from '@shared/kpi/quantile';

/** Days from the first to before the next bin. */
export interface CycleBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const widths = [1, 2, 5, 7, 10, 14, 20, 30, 60, 90, 180, 365];
const mostBins = 30;

/** The lengths in bins of equal width, the narrowest by which there are at most 30; those between with nothing in them too. */
export function cycleBins(lengths: readonly Frequency[]): readonly CycleBin[] {
  const values = lengths.map(({ value }) => value);
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const width =
    widths.find((candidate) => (most - least) / candidate < mostBins) ?? Math.ceil((most - least) / mostBins);
  const start = Math.floor(least / width) * width;
  const counts = new Array<number>(Math.floor((most - start) / width) + 1).fill(0);
  for (const { value, count } of lengths) {
    const place = Math.floor((value - start) / width);
    counts[place] = (counts[place] ?? 0) + count;
  }
  return counts.map((count, place) => ({
    from: start + place * width,
    to: start + (place + 1) * width,
    count,
  }));
}
