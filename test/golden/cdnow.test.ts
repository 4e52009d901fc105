import { describe, expect, it } from 'vitest';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { answers } from './answers';
import { filledWorkspace, idsOf, type Rows, readText } from './filled-workspace';

const studied = { from: '1997-01-01', to: '1998-06-30' };

/** Columns between blanks: customer, number in the sample, yyyymmdd, quantity, amount. */
function cdnowRows(): Rows {
  const lines = readText('cdnow/CDNOW_sample.txt')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const customers = idsOf([...new Set(lines.map(([customer = '']) => customer))]);
  return {
    customers: [...customers.keys()].map((name) => ({ name })),
    orders: lines.map(([customer = '', , day = '', quantity, amount]) => ({
      customer_id: customers.get(customer) ?? null,
      ordered_on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`,
      quantity: Number(quantity),
      amount: Number(amount),
    })),
  };
}

describe('the KPIs of the CDNOW purchases', () => {
  it('have the known revenue, repeat purchase rate and customer lifetime', async () => {
    const kpis = new KpiReader(await filledWorkspace(cdnowRows())).evaluate({
      ...studied,
      kpis: ['revenue', 'repeat_purchase_rate', 'clv_historical'],
    });
    const [revenue, repeat, lifetime] = kpis;
    const { cdnow } = answers;
    expect(revenue?.value).toBeCloseTo(cdnow.revenue, 2);
    expect(repeat?.value).toBeCloseTo(cdnow.repeat_purchase_rate_rows, 12);
    expect(repeat?.denominator).toBe(cdnow.customers);

    const { average_purchase_value, purchase_frequency, customer_lifespan } = lifetime?.beside ?? {};
    const years = 546 / 365.25; // days from 1 January 1997 to 30 June 1998
    expect(average_purchase_value).toBeCloseTo(cdnow.average_purchase_value_per_row, 9);
    expect((purchase_frequency ?? 0) * years).toBeCloseTo(cdnow.purchases_per_customer, 9);
    expect((customer_lifespan ?? 0) * 365.25).toBeCloseTo(cdnow.mean_lifespan_days_first_to_last, 9);
    const product =
      ((cdnow.average_purchase_value_per_row * cdnow.purchases_per_customer) / years) *
      (cdnow.mean_lifespan_days_first_to_last / 365.25);
    expect(lifetime?.value).toBeCloseTo(product, 6);
  });
});
