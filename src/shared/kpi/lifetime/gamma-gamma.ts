import { logGamma } from './log-gamma';
import { minimise } from './minimise';
import type { RepeatSpending } from './purchase-history';

/**
 * Parameters of the Gamma-Gamma model of spending: a customer's amounts follow a gamma distribution (shape p) around a mean of their
 * own, and these means differ between customers by another one (shape q, scale v).
 *
 * Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 */
export interface SpendingModel {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** Where customers hardly differ, q and v grow without end at the same proportion; beyond this q the model no longer changes noticeably. */
const largestShape = 10_000;

/** Fits the model to customers with repeat purchases, by maximum likelihood; null where the search does not come to rest. */
export function fitSpendingModel(spendings: readonly RepeatSpending[]): SpendingModel | null {
  const meanOfAll = spendings.reduce((sum, { mean }) => sum + mean, 0) / spendings.length;
  const { at, value, settled } = minimise(
    (logs) => {
      const model = modelOf(logs);
      const isBounded = model.p <= largestShape && model.q <= largestShape;
      return isBounded ? -logLikelihood(model, spendings) : Number.POSITIVE_INFINITY;
    },
    [0, Math.log(2), Math.log(meanOfAll)],
  );
  return settled && Number.isFinite(value) ? modelOf(at) : null;
}

function modelOf([p = 0, q = 0, v = 0]: readonly number[]): SpendingModel {
  return { p: Math.exp(p), q: Math.exp(q), v: Math.exp(v) };
}

function logLikelihood({ p, q, v }: SpendingModel, spendings: readonly RepeatSpending[]): number {
  let sum = 0;
  for (const { repeats: x, mean } of spendings) {
    const px = p * x;
    sum +=
      logGamma(px + q) -
      logGamma(px) -
      logGamma(q) +
      q * Math.log(v) +
      (px - 1) * Math.log(mean) +
      px * Math.log(x) -
      (px + q) * Math.log(v + x * mean);
  }
  return sum;
}

/**
 * The mean amount that is expected of a customer's purchases: between the own mean and that of all, the nearer to the own the more
 * often the customer has bought. Null where the model has no finite mean (q ≤ 1) for a customer without repeats.
 */
export function expectedSpending(
  { p, q, v }: SpendingModel,
  { repeats, mean }: RepeatSpending,
): number | null {
  const weight = p * repeats + q - 1;
  return weight <= 0 ? null : (p * (v + repeats * mean)) / weight;
}
