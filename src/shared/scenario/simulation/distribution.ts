import { standardNormalQuantile } from './standard-normal';

/** A distribution of one number, ready to be drawn from. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** @param sorted what has been, in ascending order. */
  | { readonly kind: 'history'; readonly sorted: readonly number[] };

/**
 * The value up to which a distribution lies with a probability between 0 and 1: its inverse distribution function. Of the triangular
 * as in Kotz & van Dorp 2004, “Beyond Beta”, ch. 1; of history that of the sample, between neighbours by linear interpolation
 * (Hyndman & Fan's type 7, as PERCENTILE.INC).
 */
export function quantileOf(distribution: Distribution, probability: number): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
      return distribution.low + (distribution.high - distribution.low) * probability;
    case 'triangular':
      return triangularQuantile(distribution, probability);
    case 'normal':
      return distribution.mean + distribution.sd * standardNormalQuantile(probability);
    case 'history':
      return sampleQuantile(distribution.sorted, probability);
  }
}

function triangularQuantile(
  { low, mode, high }: Extract<Distribution, { kind: 'triangular' }>,
  probability: number,
): number {
  const width = high - low;
  if (width === 0) return low;
  return probability < (mode - low) / width
    ? low + Math.sqrt(probability * width * (mode - low))
    : high - Math.sqrt((1 - probability) * width * (high - mode));
}

/** @param sorted ascending, not empty. */
export function sampleQuantile(sorted: ArrayLike<number>, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
