/** One of the parts that share a total. */
export interface SpreadPart {
  /** Unique among the parts; decides between parts that are alike in everything else. */
  readonly key: string;
  /** Its claim beside the others': 0 or more, on any scale. */
  readonly weight: number;
  /** What it keeps, whatever the others get; absent or null where it shares. */
  readonly locked?: number | null;
}

export type CannotSpread =
  /** There is an amount to give out and nobody who may get it: no part at all, or all of them locked. */
  | 'nobodyShares'
  /** There is an amount to give out, and every part that shares weighs 0. */
  | 'noWeight'
  /** The locked parts come to more than the total. */
  | 'locksExceedTotal';

export type Spread =
  | { readonly kind: 'spread'; readonly amounts: ReadonlyMap<string, number> }
  | {
      readonly kind: 'cannot';
      readonly reason: CannotSpread;
      /** What the locked parts leave of the total; below 0 where they exceed a total above 0. */
      readonly left: number;
    };

/**
 * Spreads a total over parts in proportion to their weights, in whole units, so that the parts sum exactly to the total.
 *
 * Each part gets its exact share rounded down, and the units that are left go to the largest remainders (Hamilton's method: Balinski
 * & Young 1982, Fair Representation, ch. 2); between equal remainders the heavier part goes first, then the first by key, so the
 * order of the parts does not matter. No part is a unit or more away from its exact share, and of two parts the heavier never gets
 * less. As with every method that keeps within a unit of the share, a larger total may take a unit from a part (the Alabama
 * paradox). What of the total is not a whole unit goes to the heaviest part. A locked part keeps its value, also off the unit. A
 * total below 0 is spread like its opposite.
 *
 * @param total money or a number, with six decimals at most; further ones are taken for drift.
 * @param unit what amounts are whole multiples of: 1, 1000, 0.01.
 * @throws RangeError for a weight below 0, a unit that is not above 0, and anything that is not a finite number.
 */
export function spreadTotal(total: number, parts: readonly SpreadPart[], unit = 1): Spread {
  refuseNonsense(total, parts, unit);
  const locks = parts.flatMap(({ locked }) => (isGiven(locked) ? [locked] : []));
  const grain = new Grain([total, unit, ...locks]);
  const whole = grain.count(total);
  const left = locks.reduce((rest, locked) => rest - grain.count(locked), whole);
  const sharing = parts.filter(({ locked }) => !isGiven(locked));
  const cannot = (reason: CannotSpread): Spread => ({ kind: 'cannot', reason, left: grain.amount(left) });

  if (whole >= 0n ? left < 0n && locks.length > 0 : left > 0n) return cannot('locksExceedTotal');
  if (left !== 0n && sharing.length === 0) return cannot('nobodyShares');
  if (left !== 0n && sharing.every(({ weight }) => weight === 0)) return cannot('noWeight');

  const shares = sharesOf(left < 0n ? -left : left, sharing, grain.count(unit));
  const amounts = parts.map(({ key, locked }) => {
    const share = shares.get(key) ?? 0n;
    return [key, isGiven(locked) ? locked : grain.amount(left < 0n ? -share : share)] as const;
  });
  return { kind: 'spread', amounts: new Map(amounts) };
}

interface Claim {
  readonly part: SpreadPart;
  /** Whole units of the exact share. */
  readonly units: bigint;
  readonly remainder: bigint;
}

/** All counts are in grains. */
function sharesOf(left: bigint, parts: readonly SpreadPart[], unit: bigint): ReadonlyMap<string, bigint> {
  const weights = wholeWeights(parts);
  const weightOfAll = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weightOfAll === 0n) return new Map(parts.map(({ key }) => [key, 0n]));

  const units = left / unit;
  const claims = parts.map((part, place): Claim => {
    const claim = units * (weights[place] ?? 0n);
    return { part, units: claim / weightOfAll, remainder: claim % weightOfAll };
  });
  const unitsLeft = claims.reduce((rest, claim) => rest - claim.units, units);
  const byRemainder = [...claims].sort(
    (one, other) => compare(other.remainder, one.remainder) || compareParts(one.part, other.part),
  );
  const raised = new Set(byRemainder.slice(0, Number(unitsLeft)).map(({ part }) => part.key));
  const heaviest = [...parts].sort(compareParts)[0];
  return new Map(
    claims.map(({ part, units: own }) => {
      const whole = (own + (raised.has(part.key) ? 1n : 0n)) * unit;
      return [part.key, part === heaviest ? whole + (left % unit) : whole];
    }),
  );
}

/** The bits of the heaviest weight; lighter ones keep those that lie above the same place. */
const weightBits = 52;

/** Weights as whole numbers, so that their sum does not depend on the order. Scaling by a power of two changes no digit. */
function wholeWeights(parts: readonly SpreadPart[]): readonly bigint[] {
  const heaviest = parts.reduce((most, { weight }) => Math.max(most, weight), 0);
  if (heaviest === 0) return parts.map(() => 0n);
  const shift = weightBits - Math.floor(Math.log2(heaviest));
  return parts.map(({ weight }) => BigInt(Math.round(timesPowerOfTwo(weight, shift))));
}

/** In two steps, as 2 to the power of `exponent` itself may lie beyond what a number can hold. */
function timesPowerOfTwo(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

/** Heavier first, then by key. */
function compareParts(one: SpreadPart, other: SpreadPart): number {
  return compare(other.weight, one.weight) || compare(one.key, other.key);
}

function compare<Value extends bigint | number | string>(one: Value, other: Value): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The smallest decimal place that some amounts use; amounts are counted in it, so that sums come out without drift. */
class Grain {
  private readonly perOne: number;

  constructor(amounts: readonly number[]) {
    const decimals = amounts.reduce((most, amount) => Math.max(most, decimalsOf(amount)), 0);
    this.perOne = 10 ** decimals;
  }

  count(amount: number): bigint {
    return BigInt(Math.round(amount * this.perOne));
  }

  amount(count: bigint): number {
    return Number(count) / this.perOne;
  }
}

const mostDecimals = 6;

function decimalsOf(amount: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals += 1) {
    const scale = 10 ** decimals;
    if (Math.round(amount * scale) / scale === amount) return decimals;
  }
  return mostDecimals;
}

function isGiven(locked: number | null | undefined): locked is number {
  return locked !== null && locked !== undefined;
}

function refuseNonsense(total: number, parts: readonly SpreadPart[], unit: number): void {
  const numbers = [total, unit, ...parts.flatMap(({ weight, locked }) => [weight, locked ?? 0])];
  if (numbers.some((number) => !Number.isFinite(number))) throw new RangeError('not a finite number');
  if (unit < 10 ** -mostDecimals) throw new RangeError(`a unit of ${unit}`);
  if (parts.some(({ weight }) => weight < 0)) throw new RangeError('a weight below 0');
}
