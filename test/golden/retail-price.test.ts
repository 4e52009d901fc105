import { periodRange } from '@shared/model/period';
import { describe, expect, it } from 'vitest';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { answers } from './answers';
import { filledWorkspace, idsOf, type Rows, readCsv } from './filled-workspace';

/** A month as the file writes it, dd-mm-yyyy, as a canonical period. */
function month(text: string): string {
  return `${text.slice(6)}-${text.slice(3, 5)}`;
}

/** An order a month and product at the month's unit price, and the prices of its three competitors. */
function retailRows(): Rows {
  const lines = readCsv('retail_price/retail_price.csv');
  const products = idsOf([...new Set(lines.map((row) => row.product_id ?? ''))]);
  const product = (row: (typeof lines)[number]): number | null => products.get(row.product_id ?? '') ?? null;
  const firstDay = (row: (typeof lines)[number]): string => `${month(row.month_year ?? '')}-01`;
  return {
    products: [...products.keys()].map((name) => ({ name })),
    orders: lines.map((row) => ({
      ordered_on: firstDay(row),
      product_id: product(row),
      quantity: Number(row.qty),
      unit_price: Number(row.unit_price),
      amount: Number(row.qty) * Number(row.unit_price),
    })),
    competitor_prices: lines.flatMap((row) =>
      ['comp_1', 'comp_2', 'comp_3'].map((competitor) => ({
        product_id: product(row),
        competitor,
        price: Number(row[competitor]),
        observed_on: firstDay(row),
      })),
    ),
  };
}

describe('the price index of the retail products', () => {
  it('is the known one in the last month of each product', async () => {
    const kpis = new KpiReader(await filledWorkspace(retailRows()));
    const known = Object.entries(answers.retail_price.price_index_last_month);
    const months = [...new Set(known.map(([, index]) => month(index.month)))];
    const found = months.flatMap((period) => {
      const range = periodRange(period, 1) ?? { from: '', to: '' };
      const rows = kpis.evaluate({ ...range, kpis: ['price_index'], by: 'product' })[0]?.rows ?? [];
      return rows.map(({ key, value }) => [`${period} ${key}`, value] as const);
    });
    const values = new Map(found);
    expect(known).toHaveLength(52);
    for (const [product, index] of known) {
      const value = values.get(`${month(index.month)} ${product}`);
      expect(value, product).toBeCloseTo(index.price_index, 6);
    }
  });
});
