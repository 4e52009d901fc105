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

describe('the price elasticity of the retail products', () => {
  it('is the known one of each product, and none where the price does not vary', async () => {
    const kpis = new KpiReader(await retailWorkspace());
    const all = { from: '2017-01-01', to: '2018-12-31' };
    const found = kpis.evaluate({ ...all, kpis: ['price_elasticity'], by: 'product' })[0];
    const values = new Map(found?.rows.map(({ key, value }) => [key, value]));
    const known = Object.entries(answers.retail_price.elasticity_by_product_monthly_rows);
    expect(known).toHaveLength(52);
    for (const [product, { elasticity }] of known) {
      if (elasticity === null) expect(values.get(product) ?? null, product).toBeNull();
      else expect(values.get(product), product).toBeCloseTo(elasticity, 6);
    }
  });

  it('has its months and R² beside it when one product alone is asked for', async () => {
    const kpis = new KpiReader(await retailWorkspace());
    const all = { from: '2017-01-01', to: '2018-12-31' };
    const filter = { product: ['bed1'] };
    const found = kpis.evaluate({ ...all, kpis: ['price_elasticity'], filter })[0];
    const known = answers.retail_price.elasticity_by_product_monthly_rows.bed1;
    expect(found?.beside.elasticity_months).toBe(known?.n);
    expect(found?.beside.elasticity_r2).toBeCloseTo(known?.r2 ?? Number.NaN, 6);
    const { elasticity_low: low, elasticity_high: high } = found?.beside ?? {};
    // The t statistic of a slope is √(R² (n − 2) ÷ (1 − R²)), and the interval is slope ± 2.145 × slope ÷ t with 14 degrees.
    const [n, r2, slope] = [known?.n ?? 0, known?.r2 ?? 0, known?.elasticity ?? 0];
    const margin = 2.144787 * Math.abs(slope) * Math.sqrt((1 - r2) / (r2 * (n - 2)));
    expect(low).toBeCloseTo(slope - margin, 4);
    expect(high).toBeCloseTo(slope + margin, 4);
  });
});
