import { logGamma } from './lifetime/log-gamma';

const mostTerms = 500;
const precision = 1e-15;
/** Keeps the continued fraction from dividing by 0. */
const tiny = 1e-300;

/**
 * The value that Student's t with so many degrees of freedom stays below with a given probability, from a half to 1: by bisection
 * of its distribution function.
 */
export function studentQuantile(probability: number, degrees: number): number {
  const below = (t: number): number =>
    1 - 0.5 * incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
  let [low, high] = [0, 1];
  while (below(high) < probability) high *= 2;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function, by its continued fraction (Abramowitz & Stegun 26.5.8) after Lentz. */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  let d = away(1 - ((a + b) * x) / (a + 1));
  let c = 1;
  let fraction = 1 / d;
  for (let m = 1; m < mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = away(1 + term / d);
      c = away(1 + term / c);
      change = c / d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < precision) break;
  }
  return (front * fraction) / a;
}

function away(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
