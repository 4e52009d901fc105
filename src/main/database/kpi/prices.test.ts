import { describe, expect, it } from 'vitest';
import { kpiWorkspace, type TypedRows } from './kpi-workspace.fixture';

const march = { from: '2026-03-01', to: '2026-03-31' };

const rows: TypedRows = {
  products: [
    { name: 'Chair', category: 'Furniture', list_price: 999 },
    { name: 'Table', category: 'Furniture', list_price: 200 },
    { name: 'Lamp', category: 'Light', list_price: 60 },
    { name: 'Unpriced', list_price: 5 },
  ],
  orders: [
    { ordered_on: '2026-03-01', product: 'Chair', quantity: 2, amount: 180 },
    { ordered_on: '2026-03-02', product: 'Chair', quantity: 1, amount: 120 },
    { ordered_on: '2026-03-03', product: 'Table', quantity: 1, amount: 100 },
    { ordered_on: '2026-04-03', product: 'Lamp', quantity: 1, amount: 1 },
  ],
  competitor_prices: [
    { product: 'Chair', competitor: 'Old', price: 1, observed_on: '2026-01-01' },
    { product: 'Chair', competitor: 'Old', price: 80, observed_on: '2026-03-31' },
    { product: 'Chair', competitor: 'Old', price: 7, observed_on: '2026-04-01' },
    { product: 'Chair', competitor: 'Undated', price: 70 },
    { product: 'Chair', competitor: 'Undated', price: 120 },
    { product: 'Table', competitor: 'Old', price: 200, observed_on: '2026-02-01' },
    { product: 'Lamp', competitor: 'Old', price: 50 },
  ],
};

describe('the price index', () => {
  it('compares what each part realised where it is split by who bought or sold', async () => {
    const { kpis } = await kpiWorkspace({
      products: [{ name: 'Chair' }, { name: 'Lamp' }],
      customers: [
        { name: 'Acme', segment: 'Large' },
        { name: 'Beta', segment: 'Small' },
      ],
      orders: [
        { ordered_on: '2026-03-01', product: 'Chair', customer: 'Acme', quantity: 10, amount: 800 },
        { ordered_on: '2026-03-01', product: 'Lamp', customer: 'Acme', quantity: 10, amount: 200 },
        { ordered_on: '2026-03-01', product: 'Chair', customer: 'Beta', quantity: 1, amount: 120 },
      ],
      competitor_prices: [
        { product: 'Chair', competitor: 'Old', price: 100 },
        { product: 'Lamp', competitor: 'Old', price: 10 },
      ],
    });
    const [index] = kpis.evaluate({ ...march, kpis: ['price_index'], by: 'segment' });
    // Large: chairs at 80 are 80, lamps at 20 are 200: (800 × 80 + 200 × 200) ÷ 1000. Small: a chair at 120.
    expect(index?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Large', 104],
      ['Small', 120],
    ]);
  });

  it('holds our realised price, else the list price, against the mean of the newest prices', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const index = kpis.evaluate({ ...march, kpis: ['price_index'], by: 'product' })[0];
    // Chair: 300 ÷ 3 against (80 + 120) ÷ 2. Table: 100 against 200. Lamp, not sold in March: 60 against 50.
    expect(index?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Chair', 100],
      ['Lamp', 120],
      ['Table', 50],
    ]);
    // Weighted by revenue: (300 × 100 + 100 × 50) ÷ 400.
    expect(index?.value).toBe(87.5);
  });

  it('can be split by category and by competitor', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const byCategory = kpis.evaluate({ ...march, kpis: ['price_index'], by: 'category' })[0];
    expect(byCategory?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Furniture', 87.5],
      ['Light', null],
    ]);
    const byCompetitor = kpis.evaluate({ ...march, kpis: ['price_index'], by: 'competitor' })[0];
    // Old: (300 × 125 + 100 × 50) ÷ 400. Undated: 100 against the later row, 120.
    expect(byCompetitor?.rows[0]).toMatchObject({ key: 'Old', value: 106.25 });
    expect(byCompetitor?.rows[1]?.key).toBe('Undated');
    expect(byCompetitor?.rows[1]?.value).toBeCloseTo(100 / 1.2, 9);
  });
});

describe('the price gap', () => {
  it('is our price less the cheapest competitor’s, weighted by units', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const gap = kpis.evaluate({ ...march, kpis: ['price_gap'], by: 'product' })[0];
    expect(gap?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Chair', 20],
      ['Lamp', 10],
      ['Table', -100],
    ]);
    // (3 × 20 − 1 × 100) ÷ 4 units; their worth at the competitors' prices is 3 × 80 + 200.
    expect(gap?.value).toBe(-10);
    expect(gap?.beside.price_gap_share).toBeCloseTo(-40 / 440, 12);
    expect(kpis.evaluate({ ...march, kpis: ['price_gap'], basis: 'mean' })[0]?.value).toBe(-25);
  });
});
