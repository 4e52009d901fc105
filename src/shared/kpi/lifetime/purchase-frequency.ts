import type { PurchaseModel } from './bg-nbd';
import { logGamma } from './log-gamma';

/**
 * The probabilities that a customer makes 0, 1, 2 … repeat purchases in a time t after the first: equation (8) of Fader, Hardie & Lee
 * (2005), Marketing Science 24(2).
 * @param time in the unit that the model was fitted in.
 * @param most the largest number of purchases that is told.
 */
export function purchaseProbabilities(
  { r, alpha, a, b }: PurchaseModel,
  time: number,
  most: number,
): readonly number[] {
  const none = (alpha / (alpha + time)) ** r;
  const share = time / (alpha + time);
  // The negative binomial's terms: Γ(r + x) ÷ (Γ(r) x!) × (α ÷ (α + t))ʳ × (t ÷ (α + t))ˣ.
  let term = none;
  let fewer = 0;
  return Array.from({ length: most + 1 }, (_, x) => {
    if (x > 0) term *= ((r + x - 1) / x) * share;
    const stays = Math.exp(logBeta(a, b + x) - logBeta(a, b)) * term;
    const leaves = x === 0 ? 0 : Math.exp(logBeta(a + 1, b + x - 1) - logBeta(a, b)) * (1 - fewer);
    fewer += term;
    return stays + leaves;
  });
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
