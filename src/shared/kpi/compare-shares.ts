import { logGamma } from './lifetime/log-gamma';
import { twoSidedProbability } from './normal-distribution';
import { wilsonInterval } from './wilson-interval';

/** So many of so many, such as leads converted of leads. */
export interface CountedShare {
  readonly key: string;
  readonly count: number;
  readonly of: number;
}

export const verdicts = ['higher', 'lower', 'none'] as const;
/** Whether a share differs from that of the others by more than chance. */
export type Verdict = (typeof verdicts)[number];

export interface ComparedShare extends CountedShare {
  readonly value: number;
  /** Wilson's 95 % score interval. */
  readonly low: number;
  readonly high: number;
  /** All the others together; of none where there is but one. */
  readonly others: { readonly count: number; readonly of: number };
  /** How likely chance alone would make such a difference or a larger one; null where there is nothing to compare with. */
  readonly chance: number | null;
  /** The same by Holm's correction, as the more shares are compared, the likelier one of them stands out by chance. */
  readonly adjustedChance: number | null;
  readonly verdict: Verdict;
}

/** Differences that chance would make less often than this count as real. */
export const significance = 0.05;

/** Expected counts below it make the normal approximation a bad one (Cochran 1954). */
const fewestExpected = 5;

/**
 * Compares each share with all the others together, by the two-proportion z-test with a pooled share (Fleiss, Levin & Paik 2003,
 * section 3.1) or, where an expected count is below 5, by Fisher's exact test (Fisher 1935), two-sided; the probabilities are
 * corrected for the number of comparisons after Holm (1979). Rows of nothing are left out.
 */
export function compareShares(rows: readonly CountedShare[]): readonly ComparedShare[] {
  const counted = rows.filter(({ count, of }) => of > 0 && count >= 0 && count <= of);
  const [count, of] = [total(counted.map((row) => row.count)), total(counted.map((row) => row.of))];
  const compared = counted.map((row) => {
    const others = { count: count - row.count, of: of - row.of };
    return { row, others, chance: others.of === 0 ? null : chanceOfDifference(row, others) };
  });
  const adjusted = holm(compared.map(({ chance }) => chance));
  return compared.map(({ row, others, chance }, place): ComparedShare => {
    const value = row.count / row.of;
    const { low, high } = wilsonInterval(row.count, row.of) ?? { low: 0, high: 1 };
    const adjustedChance = adjusted[place] ?? null;
    const differs = adjustedChance !== null && adjustedChance < significance;
    const verdict = !differs ? 'none' : value > others.count / others.of ? 'higher' : 'lower';
    return { ...row, value, low, high, others, chance, adjustedChance, verdict };
  });
}

type Counts = Omit<CountedShare, 'key'>;

/** The two-sided probability of a difference at least as large where both are drawn from one and the same. */
export function chanceOfDifference(one: Counts, other: Counts): number {
  const share = (one.count + other.count) / (one.of + other.of);
  if (share === 0 || share === 1) return 1;
  const least = Math.min(one.of, other.of) * Math.min(share, 1 - share);
  if (least < fewestExpected) return fisherExact(one, other);
  const spread = Math.sqrt(share * (1 - share) * (1 / one.of + 1 / other.of));
  return twoSidedProbability((one.count / one.of - other.count / other.of) / spread);
}

/** Of all tables with the same margins, the probability of those that are no likelier than the one there is. */
function fisherExact(one: Counts, other: Counts): number {
  const all = one.of + other.of;
  const marked = one.count + other.count;
  const logWhole = logChoose(all, one.of);
  const probability = (count: number): number =>
    Math.exp(logChoose(marked, count) + logChoose(all - marked, one.of - count) - logWhole);
  const found = probability(one.count) * (1 + 1e-7);
  let sum = 0;
  for (let count = Math.max(0, one.of + marked - all); count <= Math.min(one.of, marked); count += 1) {
    const likely = probability(count);
    if (likely <= found) sum += likely;
  }
  return Math.min(1, sum);
}

function logChoose(of: number, chosen: number): number {
  return logGamma(of + 1) - logGamma(chosen + 1) - logGamma(of - chosen + 1);
}

/** The smallest probability × how many there are, the next × one fewer, and so on; none below the one before it. */
function holm(chances: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = chances
    .flatMap((chance, place) => (chance === null ? [] : [{ chance, place }]))
    .sort((one, other) => one.chance - other.chance);
  const adjusted: (number | null)[] = chances.map(() => null);
  let highest = 0;
  for (const [rank, { chance, place }] of sorted.entries()) {
    highest = Math.min(1, Math.max(highest, chance * (sorted.length - rank)));
    adjusted[place] = highest;
  }
  return adjusted;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
