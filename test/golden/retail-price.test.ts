import { periodRange } from '@shared/model/period';
import { describe, expect, it } from 'vitest';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { answers } from './answers';
import { month, retailWorkspace } from './retail-workspace';

describe('the price index of the retail products', () => {
  it('is the known one in the last month of each product', async () => {
    const kpis = new KpiReader(await retailWorkspace());
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
