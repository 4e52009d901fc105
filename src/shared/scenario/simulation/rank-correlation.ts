/**
 * Ranks from 1, ties sharing the mean of theirs. A value that is none (NaN) counts as the smallest, so that ranks of equally long
 * columns stand beside each other.
 */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort(
    (one, other) => valueAt(values, one) - valueAt(values, other),
  );
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    const value = valueAt(values, order[start] ?? 0);
    while (end < order.length && valueAt(values, order[end] ?? 0) === value) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

function valueAt(values: Float64Array, place: number): number {
  const value = values[place] ?? 0;
  return Number.isNaN(value) ? -Number.MAX_VALUE : value;
}

/** Pearson's correlation of two columns; of their ranks it is Spearman's (1904). Null where one does not vary. */
export function correlationOf(one: Float64Array, other: Float64Array): number | null {
  const count = one.length;
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)];
  let [both, squareOne, squareOther] = [0, 0, 0];
  for (let place = 0; place < count; place += 1) {
    const [a, b] = [(one[place] ?? 0) - meanOne, (other[place] ?? 0) - meanOther];
    both += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  return squareOne === 0 || squareOther === 0 ? null : both / Math.sqrt(squareOne * squareOther);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
