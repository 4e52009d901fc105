/**
 * The sum of many numbers without the drift of adding them one after the other: Neumaier's compensated summation (Neumaier 1974),
 * which SQLite's own sum() uses too.
 */
export function exactSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
