import { sampleQuantile } from './simulation/distribution';

export interface Fairness {
  /** Reps with an attainment. */
  readonly reps: number;
  /** 0 where all attain the same, towards 1 where one attains all. */
  readonly gini: number | null;
  readonly p10: number;
  readonly p90: number;
  /** p90 ÷ p10; null where p10 is 0. */
  readonly ratio: number | null;
  /** From 0 to 1: shares of the reps, the lowest first, and the share of all attainment that they have. */
  readonly lorenz: readonly { readonly reps: number; readonly attained: number }[];
}

/**
 * How evenly attainment is spread between reps: Gini's coefficient Σᵢ Σⱼ |xᵢ − xⱼ| ÷ (2·n²·mean) (Gini 1912; reckoned from the ordered
 * values as in Sen 1973, “On Economic Inequality”), percentiles as PERCENTILE.INC, and the curve of Lorenz (1905). Each rep counts
 * once, however large the quota. Null without a rep that has an attainment.
 */
export function fairnessOf(attainments: readonly (number | null)[]): Fairness | null {
  const sorted = attainments.flatMap((value) => value ?? []).sort((one, other) => one - other);
  const count = sorted.length;
  if (count === 0) return null;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const weighted = sorted.reduce((sum, value, index) => sum + (index + 1) * value, 0);
  const [p10, p90] = [sampleQuantile(sorted, 0.1), sampleQuantile(sorted, 0.9)];
  return {
    reps: count,
    gini: total > 0 ? Math.max(0, (2 * weighted) / (count * total) - (count + 1) / count) : null,
    p10,
    p90,
    ratio: p10 > 0 ? p90 / p10 : null,
    lorenz: lorenzOf(sorted, total),
  };
}

function lorenzOf(sorted: readonly number[], total: number): Fairness['lorenz'] {
  let sum = 0;
  const points = sorted.map((value, index) => {
    sum += value;
    return { reps: (index + 1) / sorted.length, attained: total > 0 ? sum / total : 0 };
  });
  return [{ reps: 0, attained: 0 }, ...points];
}
