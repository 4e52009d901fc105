export interface Frequency {
  readonly value: number;
  /** How many times the value occurs. */
  readonly count: number;
}

/**
 * The quantile of a counted set of values, between neighbours by linear interpolation: Hyndman & Fan's type 7, which is Excel's
 * PERCENTILE.INC and, at one half, the median. Null for an empty set.
 */
export function quantile(frequencies: readonly Frequency[], share: number): number | null {
  const sorted = [...frequencies].sort((one, other) => one.value - other.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const position = (total - 1) * share;
  const below = valueAt(sorted, Math.floor(position));
  const above = valueAt(sorted, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

function valueAt(sorted: readonly Frequency[], index: number): number {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (index < passed) return value;
  }
  return sorted.at(-1)?.value ?? 0;
}
