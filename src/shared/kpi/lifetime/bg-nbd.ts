import { hypergeometric } from './hypergeometric';
import { logGamma } from './log-gamma';
import { minimise } from './minimise';
import type { PurchaseHistory } from './purchase-history';

/**
 * Parameters of the BG/NBD model: while active, customers buy at random times at rates that follow a gamma distribution (shape r,
 * rate alpha); after each purchase they leave with a probability that follows a beta distribution (a, b).
 *
 * Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model, Marketing Science 24(2).
 */
export interface PurchaseModel {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface FittedPurchaseModel extends PurchaseModel {
  readonly logLikelihood: number;
}

/** How many customers have one and the same history. */
interface Alike extends PurchaseHistory {
  readonly count: number;
}

/**
 * Where customers hardly differ, the likelihood goes on rising ever more slowly while a and b, or r and alpha, grow without end at the
 * same proportion. Beyond these bounds the model no longer changes noticeably, and its formulas lose their precision.
 */
const largest: PurchaseModel = { r: 1000, alpha: 100_000, a: 100, b: 10_000 };

/** Fits the model by maximum likelihood; null where the search does not come to rest. */
export function fitPurchaseModel(histories: readonly PurchaseHistory[]): FittedPurchaseModel | null {
  const groups = alike(histories);
  const mostRepeats = groups.reduce((most, { repeats }) => Math.max(most, repeats), 0);
  const age = groups.reduce((longest, history) => Math.max(longest, history.age), 0);
  const start = [0, Math.log(Math.max(age, 1) / 4), 0, 0];
  const { at, value, settled } = minimise((logs) => {
    const model = modelOf(logs);
    return isBounded(model) ? -logLikelihood(model, groups, mostRepeats) : Number.POSITIVE_INFINITY;
  }, start);
  return settled && Number.isFinite(value) ? { ...modelOf(at), logLikelihood: -value } : null;
}

/** All parameters are above 0, which their logarithms make sure of. */
function modelOf([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): PurchaseModel {
  return { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
}

function isBounded({ r, alpha, a, b }: PurchaseModel): boolean {
  return r <= largest.r && alpha <= largest.alpha && a <= largest.a && b <= largest.b;
}

function alike(histories: readonly PurchaseHistory[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const history of histories) {
    const key = `${history.repeats} ${history.recency} ${history.age}`;
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { ...history, count });
  }
  return [...groups.values()];
}

/** Equation (6) of the paper, over all customers; the terms that depend on the number of repeats alone are worked out once for each. */
function logLikelihood(
  { r, alpha, a, b }: PurchaseModel,
  groups: readonly Alike[],
  mostRepeats: number,
): number {
  const ofRepeats = Array.from({ length: mostRepeats + 1 }, (_, x) => {
    const buying = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const staying = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
    return { common: buying + staying, leaving: x > 0 ? Math.log(a) - Math.log(b + x - 1) : 0 };
  });
  let sum = 0;
  for (const { repeats: x, recency, age, count } of groups) {
    const terms = ofRepeats[x];
    if (terms === undefined) continue;
    const stillActive = -(r + x) * Math.log(alpha + age);
    const hasLeft = terms.leaving - (r + x) * Math.log(alpha + recency);
    sum += count * (terms.common + (x > 0 ? logOfSum(stillActive, hasLeft) : stillActive));
  }
  return sum;
}

/** ln(eᵃ + eᵇ) without overflow. */
function logOfSum(one: number, other: number): number {
  const larger = Math.max(one, other);
  return larger + Math.log(Math.exp(one - larger) + Math.exp(other - larger));
}

/**
 * Purchases that a customer is expected to make in a time t after the time observed, equation (10) of the paper; Euler's
 * transformation of the hypergeometric function keeps it finite for customers who have bought very often.
 */
export function expectedPurchases(
  { r, alpha, a, b }: PurchaseModel,
  { repeats: x, recency, age }: PurchaseHistory,
  time: number,
): number {
  const z = time / (alpha + age + time);
  const fading = (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, a + b + x - 1, z);
  const purchases = ((a + b + x - 1) / (a - 1)) * (1 - fading);
  const oddsOfLeft = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x);
  return purchases / (1 + oddsOfLeft);
}
