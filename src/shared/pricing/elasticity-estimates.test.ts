import { describe, expect, it } from 'vitest';
import type { LogSquares } from '../kpi/log-regression';
import { type ElasticityEvidence, elasticityEstimates } from './elasticity-estimates';

/** Squares that give a slope and the square of its standard error: residual ÷ (months − 2) ÷ Σdx² with Σdx² = 1. */
function squares(slope: number, variance: number, months = 10): LogSquares {
  return {
    months,
    pricePrice: 1,
    priceQuantity: slope,
    quantityQuantity: slope ** 2 + variance * (months - 2),
  };
}

function product(name: string, change: Partial<ElasticityEvidence> = {}): ElasticityEvidence {
  return { product: name, category: 'Chairs', given: null, squares: null, ...change };
}

describe('the price elasticity of a product', () => {
  const three = [
    product('A', { squares: squares(-1, 0.25) }),
    product('B', { squares: squares(-2, 0.25) }),
    product('C', { squares: squares(-3, 0.25) }),
  ];

  it('is drawn towards its category where its months are few', () => {
    // Weights 1 ÷ 0.25 = 4 each: mean −2, Q = 4·(1 + 0 + 1) = 8, Σw − Σw²/Σw = 12 − 48/12 = 8, τ² = (8 − 2)/8 = 0.75.
    // w = 0.75 ÷ (0.75 + 0.25) = 0.75: A = 0.75·(−1) + 0.25·(−2) = −1.25. The mean's variance is 1 ÷ (3 ÷ 1) = 1/3, so A's is
    // 0.75·0.25 + 0.0625/3 = 0.208333, its root 0.456435, × 1.959964 = 0.894597.
    const found = elasticityEstimates(three).get('A');
    expect(found).toMatchObject({ source: 'drawnToCategory', months: 10, own: -1 });
    expect(found?.weight).toBeCloseTo(0.75, 12);
    expect(found?.value).toBeCloseTo(-1.25, 12);
    expect(found?.low).toBeCloseTo(-2.144597, 5);
    expect(found?.high).toBeCloseTo(-0.355403, 5);
  });

  it('is the category’s where it has none of its own', () => {
    // τ² + 1/3 = 1.083333, its root 1.040833 × 1.959964 = 2.039995.
    const found = elasticityEstimates([...three, product('D')]).get('D');
    expect(found).toMatchObject({ source: 'category', months: 0, own: null, weight: 0 });
    expect(found?.value).toBeCloseTo(-2, 12);
    expect(found?.low).toBeCloseTo(-4.039995, 5);
  });

  it('stands on its own from twelve months on, with the interval of least squares', () => {
    const many = product('M', { squares: squares(-1, 0.25, 12) });
    const found = elasticityEstimates([...three, many]).get('M');
    // t with 10 degrees of freedom: 2.228139 (any table) × 0.5.
    expect(found).toMatchObject({ source: 'own', value: -1, weight: 1 });
    expect(found?.low).toBeCloseTo(-1 - 2.228139 * 0.5, 5);
  });

  it('is the given figure before all else', () => {
    const given = product('A', { squares: squares(-1, 0.25), given: -1.4 });
    expect(elasticityEstimates([given]).get('A')).toMatchObject({
      value: -1.4,
      source: 'given',
      low: null,
      own: -1,
    });
  });

  it('goes by all products where the category has fewer than two to go by, and does without where there are none', () => {
    const lone = [
      product('A', { squares: squares(-1, 0.25) }),
      product('L', { category: 'Lamps', squares: squares(-3, 0.25) }),
      product('N', { category: 'Lamps' }),
    ];
    expect(elasticityEstimates(lone).get('N')).toMatchObject({ source: 'all', value: -2 });
    expect(elasticityEstimates(lone).get('L')?.source).toBe('drawnToAll');
    const only = elasticityEstimates([product('A', { squares: squares(-1, 0.25) }), product('D')]);
    expect(only.get('A')).toMatchObject({ source: 'own', value: -1 });
    expect(only.has('D')).toBe(false);
  });

  it('is the group’s mean alone where products differ by no more than their errors', () => {
    // Q = 4·(0.01 + 0 + 0.01) = 0.08 < 2: τ² = 0.
    const alike = [-1.9, -2, -2.1].map((slope, place) =>
      product(`P${place}`, { squares: squares(slope, 0.25) }),
    );
    for (const { value, weight } of elasticityEstimates(alike).values()) {
      expect(value).toBeCloseTo(-2, 12);
      expect(weight).toBe(0);
    }
  });
});
