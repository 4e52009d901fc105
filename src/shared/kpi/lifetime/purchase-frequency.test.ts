import { describe, expect, it } from 'vitest';
import { purchaseProbabilities } from './purchase-frequency';

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('the probabilities of numbers of purchases', () => {
  it('are those that the R package BTYD gives for the published parameters', () => {
    // BTYD 2.4, bgnbd.pmf.General: none in 39 weeks, ten in 2 weeks, and 11 to 20 in 30 weeks.
    expect(purchaseProbabilities(published, 39, 0)[0]).toBeCloseTo(0.5737864, 7);
    expect(purchaseProbabilities(published, 2, 10)[10]).toBeCloseTo(1.07869e-7, 12);
    const known = [
      0.0019995214, 0.001517023, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913,
      0.0003467171, 0.0002769613, 0.000222226,
    ];
    const found = purchaseProbabilities(published, 30, 20).slice(11);
    for (const [index, probability] of found.entries())
      expect(probability).toBeCloseTo(known[index] ?? Number.NaN, 8);
  });

  it('sum to one', () => {
    const sum = purchaseProbabilities(published, 20, 2000).reduce((total, each) => total + each, 0);
    expect(sum).toBeCloseTo(1, 8);
  });
});
