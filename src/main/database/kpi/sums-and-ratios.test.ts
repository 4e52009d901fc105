import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import { kpiWorkspace } from './kpi-workspace.fixture';

const march = { from: '2026-03-01', to: '2026-03-31' };
const april = { from: '2026-04-01', to: '2026-04-30' };

describe('a sum', () => {
  it('takes the rows of the period, its first and last day included', async () => {
    const { kpis } = await kpiWorkspace({
      orders: [
        { ordered_on: '2026-02-28', amount: 1 },
        { ordered_on: '2026-03-01', amount: 10 },
        { ordered_on: '2026-03-31', amount: 100 },
        { ordered_on: '2026-04-01', amount: 1000 },
      ],
    });
    expect(kpis.evaluate({ ...march, kpis: ['revenue'] })[0]?.value).toBe(110);
  });

  it('is 0 in a period without rows, and nothing in a workspace without the dataset', async () => {
    const { kpis } = await kpiWorkspace({ orders: [{ ordered_on: '2026-03-05', amount: 10 }] });
    const [revenue, bookings] = kpis.evaluate({ ...april, kpis: ['revenue', 'bookings'] });
    expect(revenue?.value).toBe(0);
    expect(bookings?.value).toBeNull();
  });

  it('of cents does not drift', async () => {
    const cents = Array.from({ length: 1000 }, () => ({ ordered_on: '2026-03-05', amount: 0.1 }));
    const { kpis } = await kpiWorkspace({ orders: cents });
    expect(kpis.evaluate({ ...march, kpis: ['revenue'] })[0]?.value).toBe(100);
  });

  it('of revenue is that of the deals won where there are no orders', async () => {
    const { kpis } = await kpiWorkspace({
      opportunities: [
        { stage: 'Won', closed_on: '2026-03-05', amount: 70 },
        { stage: 'Lost', closed_on: '2026-03-06', amount: 900 },
      ],
    });
    expect(kpis.evaluate({ ...march, kpis: ['revenue'] })[0]?.value).toBe(70);
  });

  it('counts activities by type, one where no count is given', async () => {
    const { kpis } = await kpiWorkspace({
      activities: [
        { date: '2026-03-02', rep: 'Anna', type: 'call', count: 12 },
        { date: '2026-03-03', rep: 'Bo', type: 'call' },
        { date: '2026-03-03', rep: 'Bo', type: 'email', count: 30 },
        { date: '2026-03-04', rep: 'Bo', type: 'meeting', count: 2 },
      ],
    });
    const ids = ['calls_made', 'emails_sent', 'meetings_scheduled'];
    const values = kpis.evaluate({ ...march, kpis: ids }).map(({ value }) => value);
    expect(values).toEqual([13, 30, 2]);
  });
});

describe('a ratio', () => {
  it('divides summed numerators by summed denominators, and has no value with nothing to divide by', async () => {
    const { kpis } = await kpiWorkspace({
      opportunities: [
        { stage: 'Won', rep: 'Anna', closed_on: '2026-03-05', amount: 100 },
        { stage: 'Won', rep: 'Anna', closed_on: '2026-03-06', amount: 300 },
        { stage: 'Won', rep: 'Bo', closed_on: '2026-03-07', amount: 1100 },
      ],
    });
    const size = kpis.evaluate({ ...march, kpis: ['average_deal_size'], by: 'rep' })[0];
    // 1500 over 3 deals; not the mean of 200 and 1100.
    expect(size).toMatchObject({ value: 500, numerator: 1500, denominator: 3 });
    expect(size?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Anna', 200],
      ['Bo', 1100],
    ]);
    const none = kpis.evaluate({ ...april, kpis: ['average_deal_size'] })[0];
    expect(none).toMatchObject({ value: null, numerator: 0, denominator: 0 });
  });

  it('of gross margin takes the cost of the order, else its quantity at the unit cost, else leaves the order out', async () => {
    const { kpis } = await kpiWorkspace({
      products: [{ name: 'Chair', unit_cost: 30 }, { name: 'Table' }],
      orders: [
        { ordered_on: '2026-03-01', product: 'Table', amount: 100, cost: 60 },
        { ordered_on: '2026-03-02', product: 'Chair', amount: 100, quantity: 2 },
        { ordered_on: '2026-03-03', product: 'Table', amount: 500 },
      ],
    });
    // (40 + 40) ÷ 200
    expect(kpis.evaluate({ ...march, kpis: ['gross_margin'] })[0]).toMatchObject({
      value: 0.4,
      numerator: 80,
      denominator: 200,
    });
  });

  it('of discounts stands on quantity at unit price, else on amount and discount together', async () => {
    const { kpis } = await kpiWorkspace({
      orders: [
        { ordered_on: '2026-03-01', quantity: 2, unit_price: 50, discount: 10 },
        { ordered_on: '2026-03-02', amount: 80, discount: 20 },
        { ordered_on: '2026-03-03', amount: 100 },
      ],
    });
    // 30 ÷ (100 + 100 + 100)
    expect(kpis.evaluate({ ...march, kpis: ['discount_rate'] })[0]?.value).toBeCloseTo(0.1, 12);
  });

  it('of activities to deals won holds for reps', async () => {
    const { kpis } = await kpiWorkspace({
      activities: [
        { date: '2026-03-02', rep: 'Anna', type: 'call', count: 9 },
        { date: '2026-03-02', rep: 'Bo', type: 'email', count: 5 },
      ],
      opportunities: [
        { stage: 'Won', rep: 'Anna', closed_on: '2026-03-05', amount: 1 },
        { stage: 'Won', rep: 'Anna', closed_on: '2026-03-06', amount: 1 },
        { stage: 'Won', rep: 'Anna', closed_on: '2026-03-06', amount: 1 },
      ],
    });
    const result = kpis.evaluate({ ...march, kpis: ['activities_per_win'], by: 'rep' })[0];
    expect(result?.value).toBeCloseTo(14 / 3, 12);
    expect(result?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Anna', 3],
      ['Bo', null],
    ]);
  });
});

describe('the conversion of leads', () => {
  const leads = [
    { created_on: '2026-03-01', status: 'Open', source: 'Web' },
    { created_on: '2026-03-02', status: 'Qualified', converted_on: '2026-05-01', source: 'Web' },
    { created_on: '2026-03-03', status: ' Konvertert ', source: 'Fair' },
    { created_on: '2026-03-04', status: null },
    { created_on: '2026-01-04', status: 'Open', converted_on: '2026-03-20', source: 'Web' },
  ];

  it('counts, of the leads created in the period, those converted by now', async () => {
    const { kpis } = await kpiWorkspace({ leads });
    const rate = kpis.evaluate({ ...march, kpis: ['lead_conversion_rate'], by: 'source' })[0];
    expect(rate).toMatchObject({ value: 0.5, numerator: 2, denominator: 4, basis: 'cohort' });
    expect(rate?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Fair', 1],
      ['Web', 0.5],
      ['', 0],
    ]);
  });

  it('counts conversions dated in the period when asked to', async () => {
    const { kpis } = await kpiWorkspace({ leads });
    const rate = kpis.evaluate({ ...march, kpis: ['lead_conversion_rate'], basis: 'period' })[0];
    expect(rate).toMatchObject({ value: 0.25, numerator: 1, denominator: 4 });
  });
});

describe('the win rate', () => {
  it('stands on deals closed in the period, or on deals created in it', async () => {
    const { kpis } = await kpiWorkspace({
      opportunities: [
        { stage: 'Closed Won', created_on: '2026-01-10', closed_on: '2026-03-05' },
        { stage: 'Closed Lost', created_on: '2026-03-01', closed_on: '2026-03-20' },
        { stage: 'Vunnet', created_on: '2026-03-02', closed_on: '2026-04-20' },
        { stage: 'Proposal', created_on: '2026-03-03', closed_on: '2026-03-31' },
      ],
    });
    expect(kpis.evaluate({ ...march, kpis: ['win_rate'] })[0]).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(kpis.evaluate({ ...march, kpis: ['win_rate'], basis: 'created' })[0]).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });
});

describe('the length of the sales cycle', () => {
  const deal = (days: number, closed_on = '2026-03-31') => ({
    stage: 'Won',
    created_on: `2026-03-${String(31 - days).padStart(2, '0')}`,
    closed_on,
    amount: 300,
  });

  it('is the mean days of the deals won, with median and 90th percentile beside it', async () => {
    const { kpis } = await kpiWorkspace({
      opportunities: [deal(2), deal(4), deal(6), deal(28), { stage: 'Won', closed_on: '2026-03-31' }],
    });
    const cycle = kpis.evaluate({ ...march, kpis: ['sales_cycle_length'] })[0];
    // The deal without created_on has no length. p90 lies 0.7 of the way from 6 to 28.
    expect(cycle).toMatchObject({ value: 10, numerator: 40, denominator: 4 });
    expect(cycle?.beside.median).toBe(5);
    expect(cycle?.beside.p90).toBeCloseTo(21.4, 12);
  });

  it('divides the expected worth of the open deals into the velocity of sales', async () => {
    const { kpis } = await kpiWorkspace({
      opportunities: [
        deal(10),
        deal(20),
        { stage: 'Lost', created_on: '2026-03-01', closed_on: '2026-03-10' },
        { stage: 'Lost', created_on: '2026-03-01', closed_on: '2026-03-10' },
        { stage: 'Proposal', created_on: '2026-03-05' },
        { stage: 'Proposal', created_on: null },
        { stage: 'Won', created_on: '2026-03-20', closed_on: '2026-05-01', amount: 1 },
        { stage: 'Proposal', created_on: '2026-04-05' },
      ],
    });
    // Open on 31 March: two proposals, and the deal won in May. 3 × 0.5 × 300 ÷ 15 days.
    expect(kpis.evaluate({ ...march, kpis: ['sales_velocity'] })[0]?.value).toBe(30);
  });
});

describe('what a KPI is asked', () => {
  it('is refused by name when there is no such KPI, way or dimension', async () => {
    const { kpis } = await kpiWorkspace({});
    const refused = (request: Parameters<typeof kpis.evaluate>[0]) => {
      try {
        kpis.evaluate(request);
      } catch (error) {
        return error instanceof QuotabenchError ? error.code : error;
      }
    };
    expect(refused({ ...march, kpis: ['happiness'] })).toBe('unknownKpi');
    expect(refused({ ...march, kpis: ['win_rate'], basis: 'cohort' })).toBe('unknownBasis');
    expect(refused({ ...march, kpis: ['calls_made'], by: 'product' })).toBe('unknownKpiDimension');
  });

  it('has an answer for every KPI and dimension of an empty workspace: no value, never 0 or NaN', async () => {
    const { kpis } = await kpiWorkspace({});
    for (const result of kpis.evaluate(march)) expect(result.value, result.id).toBeNull();
    for (const by of ['rep', 'team', 'product', 'segment', 'month', 'competitor'] as const) {
      for (const result of kpis.evaluate({ ...march, by })) {
        expect(
          result.rows.every(({ value }) => value === null),
          `${result.id} ${by}`,
        ).toBe(true);
      }
    }
  });

  it('can be narrowed to names, and the empty name is what has none', async () => {
    const { kpis } = await kpiWorkspace({
      reps: [{ name: 'Anna', team: 'North', region: 'Oslo' }, { name: 'Bo', team: 'South' }, { name: 'Cy' }],
      customers: [{ name: 'Acme', region: 'Bergen', segment: 'Large' }],
      orders: [
        { ordered_on: '2026-03-01', rep: 'Anna', amount: 1, customer: 'Acme' },
        { ordered_on: '2026-03-01', rep: 'Bo', amount: 10, customer: 'Acme' },
        { ordered_on: '2026-03-01', rep: 'Cy', amount: 100 },
        { ordered_on: '2026-03-01', amount: 1000, customer: 'Acme' },
      ],
    });
    const revenue = (filter: NonNullable<Parameters<typeof kpis.evaluate>[0]['filter']>) =>
      kpis.evaluate({ ...march, kpis: ['revenue'], filter })[0]?.value;
    expect(revenue({ team: ['North', 'South'] })).toBe(11);
    expect(revenue({ team: [''] })).toBe(1100);
    expect(revenue({ rep: ['Bo'], segment: ['Large'] })).toBe(10);
    // Without a region of the rep's own, the customer's counts.
    expect(revenue({ region: ['Bergen'] })).toBe(1010);
    expect(revenue({ rep: [] })).toBe(0);
  });
});
