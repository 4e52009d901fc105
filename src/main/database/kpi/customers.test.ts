import { describe, expect, it } from 'vitest';
import { kpiWorkspace } from './kpi-workspace.fixture';

const march = { from: '2026-03-01', to: '2026-03-31' };
const year = { from: '2025-01-01', to: '2025-12-31' };

function bought(customer: string | null, ordered_on: string, amount = 100, order_no: string | null = null) {
  return { customer, ordered_on, amount, order_no };
}

describe('the churn rate', () => {
  it('divides customers who left in the period by those who were there at its start', async () => {
    const { kpis } = await kpiWorkspace({
      customers: [
        { name: 'Left', segment: 'Small', churned_on: '2026-03-10' },
        { name: 'Stays', segment: 'Small', acquired_on: '2024-01-01' },
        { name: 'Left before', churned_on: '2026-02-28' },
        { name: 'Came later', acquired_on: '2026-03-01' },
        { name: 'Bought first in March', segment: 'Large' },
        { name: 'Bought in January', segment: 'Large' },
      ],
      orders: [bought('Bought first in March', '2026-03-02'), bought('Bought in January', '2026-01-02')],
    });
    const churn = kpis.evaluate({ ...march, kpis: ['churn_rate'], by: 'segment' })[0];
    expect(churn).toMatchObject({ numerator: 1, denominator: 3 });
    expect(churn?.rows.map(({ key, numerator, denominator }) => [key, numerator, denominator])).toEqual([
      ['Large', 0, 1],
      ['Small', 1, 2],
    ]);
  });

  it('follows a customer in the customer’s own region, whoever sells', async () => {
    const { kpis } = await kpiWorkspace({
      reps: [
        { name: 'Anna', region: 'Oslo' },
        { name: 'Bo', region: 'Bergen' },
      ],
      customers: [
        { name: 'Acme', region: 'Oslo' },
        { name: 'Beta', region: 'Bergen' },
      ],
      orders: [
        { ...bought('Acme', '2025-10-01'), rep: 'Anna' },
        { ...bought('Acme', '2026-03-20'), rep: 'Bo' },
        { ...bought('Beta', '2025-10-01'), rep: 'Anna' },
      ],
    });
    const parts = (filter = {}) =>
      kpis
        .evaluate({ ...march, kpis: ['churn_rate'], by: 'region', filter })[0]
        ?.rows.map(({ key, numerator, denominator }) => [key, numerator, denominator]);
    // Acme moved from Anna to Bo and is still there; Beta has not bought since October.
    expect(parts()).toEqual([
      ['Bergen', 1, 1],
      ['Oslo', 0, 1],
    ]);
    expect(parts({ region: ['Oslo'] })).toEqual([['Oslo', 0, 1]]);
  });

  it('takes customers who stopped buying where no loss is recorded', async () => {
    const { kpis } = await kpiWorkspace({
      orders: [
        bought('Silent since December', '2025-12-30'),
        bought('Bought in time', '2025-12-31'),
        bought('Came back', '2025-06-01'),
        bought('Came back', '2026-03-20'),
        bought('New', '2026-03-05'),
        bought('Long gone', '2025-01-01'),
      ],
    });
    // 90 days before 31 March 2026 is 31 December 2025. Four had bought before March.
    expect(kpis.evaluate({ ...march, kpis: ['churn_rate'] })[0]).toMatchObject({
      numerator: 2,
      denominator: 4,
    });
    // Of those who had bought within the 90 days before 1 March only two were still active.
    expect(kpis.evaluate({ ...march, kpis: ['churn_rate'], basis: 'active_before' })[0]).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });
});

describe('the repeat purchase rate', () => {
  it('counts the lines of one order as one purchase', async () => {
    const { kpis } = await kpiWorkspace({
      orders: [
        bought('One order', '2026-03-01', 10, 'A1'),
        bought('One order', '2026-03-01', 20, 'A1'),
        bought('Two orders', '2026-03-01', 10, 'A2'),
        bought('Two orders', '2026-03-09', 10, 'A3'),
        bought('No numbers', '2026-03-01'),
        bought('No numbers', '2026-03-01'),
        bought(null, '2026-03-01'),
        bought(null, '2026-03-02'),
      ],
    });
    expect(kpis.evaluate({ ...march, kpis: ['repeat_purchase_rate'] })[0]).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
  });
});

describe('the historical customer lifetime value', () => {
  const customers = [
    { name: 'A', segment: 'Large' },
    { name: 'B', segment: 'Small' },
  ];
  const orders = [
    bought('A', '2024-01-01', 999),
    bought('A', '2025-01-01', 300),
    bought('A', '2025-12-31', 500),
    bought('B', '2025-07-01', 100),
    bought('B', '2026-07-01', 5000),
  ];

  it('is purchase value × purchases a year × lifespan, purchases counted up to the end of the period', async () => {
    const { kpis } = await kpiWorkspace({ customers, orders });
    const value = kpis.evaluate({ ...year, kpis: ['clv_historical'], by: 'segment' })[0];
    const years = 365 / 365.25;
    // A lived from 2024-01-01 to 2025-12-31, 730 days; B bought once up to the end of 2025: 0 days.
    const lifespan = (730 + 0) / 2 / 365.25;
    expect(value?.beside.average_purchase_value).toBeCloseTo(900 / 3, 9);
    expect(value?.beside.purchase_frequency).toBeCloseTo(3 / 2 / years, 9);
    expect(value?.beside.customer_lifespan).toBeCloseTo(lifespan, 9);
    expect(value?.value).toBeCloseTo(300 * (1.5 / years) * lifespan, 6);
    expect(value?.denominator).toBe(2);
    const large = value?.rows.find(({ key }) => key === 'Large')?.value;
    expect(large).toBeCloseTo(400 * (2 / years) * (730 / 365.25), 6);
    expect(value?.rows.find(({ key }) => key === 'Small')?.value).toBe(0);
  });

  it('takes the lifespan from the churn rate when asked to', async () => {
    const lost = [{ name: 'C', churned_on: '2025-05-01' }, { name: 'D' }, { name: 'E' }, { name: 'F' }];
    const { kpis } = await kpiWorkspace({ customers: lost, orders: [bought('D', '2025-02-01', 200)] });
    // D bought first in 2025, so C, E and F were there at its start: a third is lost in a year, so a customer stays three.
    const value = kpis.evaluate({ ...year, kpis: ['clv_historical'], basis: 'churn' })[0];
    expect(value?.beside.customer_lifespan).toBeCloseTo(3 * (365 / 365.25), 9);
    expect(value?.value).toBeCloseTo(200 * 3, 6);
  });

  it('is multiplied by the gross margin when asked to', async () => {
    const costed = orders.map((order) => ({ ...order, cost: order.amount * 0.75 }));
    const { kpis } = await kpiWorkspace({ customers, orders: costed });
    const [plain] = kpis.evaluate({ ...year, kpis: ['clv_historical'] });
    const [margin] = kpis.evaluate({ ...year, kpis: ['clv_historical'], basis: 'margin' });
    expect(margin?.value).toBeCloseTo((plain?.value ?? 0) * 0.25, 9);
  });
});
