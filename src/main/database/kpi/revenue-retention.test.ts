import { describe, expect, it } from 'vitest';
import { kpiWorkspace } from './kpi-workspace.fixture';

const march = { from: '2026-03-01', to: '2026-03-31' };
const retention = ['revenue_churn_rate', 'net_revenue_retention'];

/**
 * 90 days before 1 March 2026 is 1 December 2025, 90 before 31 March is 31 December. Active at the start: Silent (100), Buyer (400)
 * and Pauses (150), 650 in all; Silent alone did not buy after 31 December. In February these three bought for 250, in March too.
 */
const orders = [
  { customer: 'Silent', ordered_on: '2025-12-05', amount: 100 },
  { customer: 'Buyer', ordered_on: '2026-01-10', amount: 300 },
  { customer: 'Buyer', ordered_on: '2026-02-10', amount: 100 },
  { customer: 'Buyer', ordered_on: '2026-03-10', amount: 250 },
  { customer: 'Pauses', ordered_on: '2026-02-20', amount: 150 },
  { customer: 'Long gone', ordered_on: '2025-06-01', amount: 500 },
  { customer: 'New', ordered_on: '2026-03-05', amount: 70 },
];

describe('revenue churn and retention by recurring amounts', () => {
  it('weigh the customers who left and those there at the start by what they pay', async () => {
    const { kpis } = await kpiWorkspace({
      customers: [
        { name: 'Left', segment: 'Small', recurring_amount: 30, churned_on: '2026-03-10' },
        { name: 'Stays', segment: 'Small', recurring_amount: 50 },
        { name: 'Big', segment: 'Large', recurring_amount: 120 },
        { name: 'Pays nothing', segment: 'Large' },
        { name: 'Left before', recurring_amount: 999, churned_on: '2026-02-28' },
        { name: 'Came later', recurring_amount: 999, acquired_on: '2026-03-02' },
      ],
    });
    const [churn, kept] = kpis.evaluate({ ...march, kpis: retention, by: 'segment' });
    expect(churn).toMatchObject({ value: 0.15, numerator: 30, denominator: 200 });
    expect(kept).toMatchObject({ value: 0.85, numerator: 170, denominator: 200 });
    expect(churn?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Large', 0],
      ['Small', 0.375],
    ]);
  });
});

describe('revenue churn and retention where no customer pays a recurring amount', () => {
  it('weigh the customers active at the start by their orders', async () => {
    const { kpis } = await kpiWorkspace({ orders });
    const [churn, kept] = kpis.evaluate({ ...march, kpis: retention });
    expect(churn).toMatchObject({ numerator: 100, denominator: 650 });
    expect(kept).toMatchObject({ value: 1, numerator: 250, denominator: 250 });
  });

  it('take recorded losses where there are any', async () => {
    const { kpis } = await kpiWorkspace({
      customers: [{ name: 'Pauses', churned_on: '2026-03-20' }],
      orders,
    });
    expect(kpis.evaluate({ ...march, kpis: retention })[0]).toMatchObject({
      numerator: 150,
      denominator: 650,
    });
  });

  it('have no value when nobody was active before', async () => {
    const { kpis } = await kpiWorkspace({ orders });
    const values = kpis.evaluate({ from: '2024-01-01', to: '2024-12-31', kpis: retention });
    expect(values.map(({ value }) => value)).toEqual([null, null]);
  });
});

describe('the lifetime value by segment', () => {
  it('is that of the customers within each, and weighs the segments by their customers', async () => {
    const { kpis } = await kpiWorkspace({
      customers: [
        { name: 'Big', segment: 'Large' },
        { name: 'One', segment: 'Small' },
        { name: 'Two', segment: 'Small' },
      ],
      orders: [
        { customer: 'Big', ordered_on: '2025-01-01', amount: 1000 },
        { customer: 'Big', ordered_on: '2025-12-31', amount: 1000 },
        { customer: 'One', ordered_on: '2025-01-01', amount: 10 },
        { customer: 'One', ordered_on: '2025-07-02', amount: 30 },
        { customer: 'Two', ordered_on: '2025-05-05', amount: 20 },
      ],
    });
    const year = { from: '2025-01-01', to: '2025-12-31' };
    const found = kpis.evaluate({ ...year, kpis: ['clv_segment'], by: 'segment' })[0];
    // In a year of 365 days, 365 ÷ 365.25 years. Large: 2000 a period, for 364 days. Small: 30 each, for (182 + 0) ÷ 2 days.
    const large = (2000 / (365 / 365.25)) * (364 / 365.25);
    const small = (30 / (365 / 365.25)) * (91 / 365.25);
    expect(found?.rows.map(({ key }) => key)).toEqual(['Large', 'Small']);
    expect(found?.rows[0]?.value).toBeCloseTo(large, 9);
    expect(found?.rows[1]?.value).toBeCloseTo(small, 9);
    expect(found?.value).toBeCloseTo((large + 2 * small) / 3, 9);
  });
});
