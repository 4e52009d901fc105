import { describe, expect, it } from 'vitest';
import { expectedPurchases } from './bg-nbd';
import { expectedSpending } from './gamma-gamma';
import { hypergeometric } from './hypergeometric';
import { logGamma } from './log-gamma';
import { minimise } from './minimise';

/** The parameters that Fader, Hardie & Lee (2005) and Fader & Hardie (2013) publish for the CDNOW customers, in weeks and dollars. */
const buying = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spending = { p: 6.25, q: 3.74, v: 15.44 };

describe('ln Γ', () => {
  it('is the logarithm of the factorial, and of √π at a half', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    // ln 100! (Abramowitz & Stegun, table 6.4).
    expect(logGamma(101)).toBeCloseTo(363.73937555556347, 9);
  });
});

describe('₂F₁', () => {
  it('is what is known of it in closed form', () => {
    // ₂F₁(1, 1; 2; z) = −ln(1 − z) ÷ z, and ₂F₁(a, b; b; z) = (1 − z)⁻ᵃ.
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.log(2), 12);
    expect(hypergeometric(2.5, 3, 3, 0.6)).toBeCloseTo(0.4 ** -2.5, 10);
  });
});

describe('the search for a minimum', () => {
  it('follows the curved valley of Rosenbrock’s function to its end', () => {
    const { at, settled } = minimise(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
    expect(settled).toBe(true);
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });
});

describe('the purchases that are expected of a customer', () => {
  it('are the published 1.226 in 39 weeks for two repeats, the last after 30.43 of 38.86 weeks', () => {
    const history = { repeats: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases(buying, history, 39)).toBeCloseTo(1.226, 3);
  });

  it('are none in no time, grow with it, and stay finite for who has bought a thousand times', () => {
    const often = { repeats: 1000, recency: 100, age: 101 };
    expect(expectedPurchases(buying, often, 0)).toBeCloseTo(0, 12);
    const [month, year] = [4, 52].map((time) => expectedPurchases(buying, often, time));
    expect(month).toBeGreaterThan(0);
    expect(year).toBeGreaterThan(month ?? 0);
    // At about ten purchases a week, and leaving after fewer than one in a thousand.
    expect(year).toBeLessThan(520);
  });

  it('are fewer of a customer who has long been silent', () => {
    const silent = { repeats: 5, recency: 5, age: 50 };
    const busy = { repeats: 5, recency: 49, age: 50 };
    expect(expectedPurchases(buying, silent, 12)).toBeLessThan(expectedPurchases(buying, busy, 12));
  });
});

describe('the amount that is expected of a customer', () => {
  it('is the mean of all without repeats, and nearer to the own mean the more there are', () => {
    // p v ÷ (q − 1) = 6.25 × 15.44 ÷ 2.74.
    expect(expectedSpending(spending, { repeats: 0, mean: 0 })).toBeCloseTo(35.219, 3);
    // As Fader & Hardie's worked customer: (q − 1) and p x weigh the two means.
    const one = expectedSpending(spending, { repeats: 1, mean: 11.77 }) ?? 0;
    expect(one).toBeCloseTo((2.74 * 35.219 + 6.25 * 11.77) / (2.74 + 6.25), 3);
    const hundred = expectedSpending(spending, { repeats: 100, mean: 11.77 }) ?? 0;
    expect(hundred).toBeCloseTo(11.87, 2);
  });

  it('does not exist without repeats where the model has no mean', () => {
    expect(expectedSpending({ p: 2, q: 0.9, v: 10 }, { repeats: 0, mean: 0 })).toBeNull();
  });
});
