import { expectedPurchases, fitPurchaseModel } from '@shared/kpi/lifetime/bg-nbd';
import { expectedSpending, fitSpendingModel } from '@shared/kpi/lifetime/gamma-gamma';
import { describe, expect, it } from 'vitest';
import { answers } from './answers';
import { readCsv } from './filled-workspace';

const { bgnbd, gamma_gamma } = answers.cdnow.published;

describe('the models of purchasing fitted to the CDNOW customers', () => {
  it('have the published parameters and likelihood of BG/NBD', () => {
    const customers = readCsv('cdnow/cdnow_customers_summary.csv').map((row) => ({
      repeats: Number(row.frequency),
      recency: Number(row.recency),
      age: Number(row.T),
    }));
    const fitted = fitPurchaseModel(customers);
    expect(fitted?.r).toBeCloseTo(bgnbd.r, 3);
    expect(fitted?.alpha).toBeCloseTo(bgnbd.alpha, 3);
    expect(fitted?.a).toBeCloseTo(bgnbd.a, 3);
    expect(fitted?.b).toBeCloseTo(bgnbd.b, 3);
    expect(fitted?.logLikelihood).toBeCloseTo(bgnbd.log_likelihood, 1);
    const expected = fitted && expectedPurchases(fitted, { repeats: 2, recency: 30.43, age: 38.86 }, 39);
    expect(expected).toBeCloseTo(1.226, 3);
  });

  it('have the published parameters of Gamma-Gamma', () => {
    const customers = readCsv('cdnow/cdnow_customers_summary_with_transactions.csv')
      .map((row) => ({ repeats: Number(row.x), mean: Number(row.zbar) }))
      .filter(({ repeats }) => repeats > 0);
    expect(customers).toHaveLength(946);
    const fitted = fitSpendingModel(customers);
    // Published with rounded amounts: alike to three digits.
    expect(fitted?.p.toPrecision(3)).toBe(gamma_gamma.p.toPrecision(3));
    expect(fitted?.q.toPrecision(3)).toBe(gamma_gamma.q.toPrecision(3));
    expect(fitted?.v.toPrecision(3)).toBe(gamma_gamma.v.toPrecision(3));
    // Of a customer without repeats: the mean of all, p v ÷ (q − 1).
    const mean = fitted && expectedSpending(fitted, { repeats: 0, mean: 0 });
    expect(mean).toBeCloseTo((gamma_gamma.p * gamma_gamma.v) / (gamma_gamma.q - 1), 0);
  });
});
