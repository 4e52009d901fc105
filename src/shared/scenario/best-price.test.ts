import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPrice, outcomeAt, type PricedProduct } from './best-price';

const product: PricedProduct = { product: 'A', price: 100, volume: 50, unitCost: 60, elasticity: -2 };
const wide = { low: 10, high: 1000 };

describe('the best price', () => {
  it('for margin is c·ε/(1+ε) where demand is elastic', () => {
    // 60 · −2/(1−2) = 120. Units 50 · 1.2^−2 = 34.72; margin 60 · 34.7222 = 2083.33 after 40 · 50 = 2000.
    const found = bestPrice(product, 'margin', wide);
    expect(found).toMatchObject({ kind: 'found', reason: 'optimum', doubt: null, unbounded: 120 });
    if (found.kind !== 'found') return;
    expect(found.best.price).toBe(120);
    expect(found.best.volume).toBeCloseTo(34.7222222222, 9);
    expect(found.best.margin).toBeCloseTo(2083.3333333333, 9);
    expect(found.today.margin).toBe(2000);
  });

  it('is the bound that the optimum lies beyond', () => {
    expect(bestPrice(product, 'margin', { low: 80, high: 110 })).toMatchObject({
      reason: 'high',
      best: { price: 110 },
      unbounded: 120,
    });
    expect(bestPrice(product, 'margin', { low: 130, high: 150 })).toMatchObject({
      reason: 'low',
      best: { price: 130 },
    });
  });

  it('for revenue is the lowest where demand is elastic and the highest where it is not, with a word of doubt', () => {
    const bounds = { low: 80, high: 120 };
    expect(bestPrice(product, 'revenue', bounds)).toMatchObject({
      reason: 'low',
      best: { price: 80 },
      doubt: null,
    });
    const inelastic = { ...product, elasticity: -0.5 };
    // Revenue 120 · 50 · 1.2^−0.5 = 5477.23 after 5000.
    const found = bestPrice(inelastic, 'revenue', bounds);
    expect(found).toMatchObject({ reason: 'high', best: { price: 120 }, doubt: 'inelastic' });
    if (found.kind === 'found') expect(found.best.revenue).toBeCloseTo(5477.2255750517, 8);
    expect(bestPrice(inelastic, 'margin', bounds)).toMatchObject({ reason: 'high', doubt: 'inelastic' });
    expect(bestPrice({ ...product, elasticity: 0.3 }, 'revenue', bounds)).toMatchObject({
      doubt: 'positive',
    });
    expect(bestPrice({ ...product, elasticity: -1 }, 'revenue', bounds)).toMatchObject({
      reason: 'flat',
      best: { price: 100 },
    });
  });

  it('is not known without an elasticity, a cost for the margin, or sales', () => {
    expect(bestPrice({ ...product, elasticity: null }, 'revenue', wide).kind).toBe('noElasticity');
    expect(bestPrice({ ...product, unitCost: null }, 'margin', wide).kind).toBe('noCost');
    expect(bestPrice({ ...product, unitCost: null }, 'revenue', wide).kind).toBe('found');
    expect(bestPrice({ ...product, volume: 0 }, 'revenue', wide).kind).toBe('noSales');
  });

  it('is beaten by no other price within the bounds', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const products = fc.record({
      product: fc.constant('A'),
      price: number(1, 1000),
      volume: number(1, 1000),
      unitCost: number(0, 1200),
      elasticity: number(-6, 0.5),
    });
    fc.assert(
      fc.property(
        products,
        number(0.3, 1),
        number(1, 3),
        fc.constantFrom('revenue', 'margin'),
        number(0, 1),
        (own, low, high, aim, share) => {
          const bounds = { low: own.price * low, high: own.price * high };
          const found = bestPrice(own, aim, bounds);
          if (found.kind !== 'found') throw new Error('everything is known');
          const other = outcomeAt(bounds.low + (bounds.high - bounds.low) * share, own, own.elasticity);
          const best = found.best[aim] ?? 0;
          expect(best - (other[aim] ?? 0)).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, Math.abs(best)));
        },
      ),
    );
  });
});
