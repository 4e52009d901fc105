/** The standard normal distribution's value that 95 % of it lie within. */
export const z95 = 1.959963984540054;
/** The same of 80 %. */
export const z80 = 1.2815515655446004;

/** Beyond it the series loses digits to cancellation, and the continued fraction has come to rest. */
const seriesUpTo = 3;

/**
 * The probability that a standard normal number is at most x, by its power series or, further out, by the continued fraction of its
 * tail (Abramowitz & Stegun 26.2.11 and 26.2.14).
 */
export function normalProbability(x: number): number {
  return x < 0 ? upperTail(-x) : 1 - upperTail(x);
}

/** The probability of a standard normal number that lies at least as far from 0, on either side. */
export function twoSidedProbability(x: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(x)));
}

function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < seriesUpTo) {
    let term = x;
    let sum = x;
    for (let odd = 3; Math.abs(term) > 1e-17 * sum; odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = x;
  for (let step = 120; step >= 1; step -= 1) fraction = x + step / fraction;
  return density / fraction;
}
