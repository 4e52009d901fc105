/** Of the standard normal distribution, two-sided 95 %. */
const z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % score interval of Wilson (1927) for a proportion: where the true share may lie when so many of so many were counted. Null
 * where the counts are none, or not those of a proportion.
 */
export function wilsonInterval(count: number | null, of: number | null): Interval | null {
  if (count === null || of === null || of <= 0 || count < 0 || count > of) return null;
  const share = count / of;
  const spread = z ** 2 / of;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))) / (1 + spread);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
