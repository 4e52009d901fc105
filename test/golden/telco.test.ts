import { describe, expect, it } from 'vitest';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { answers } from './answers';
import { filledWorkspace, type Rows, readCsv } from './filled-workspace';

/** The file says who left, not when: all of them on one day of the month that is asked for. The contract is the segment. */
function telcoRows(): Rows {
  return {
    customers: readCsv('telco/telco_customer_churn.csv').map((row) => ({
      name: row.customerID ?? null,
      segment: row.Contract ?? null,
      churned_on: row.Churn === 'Yes' ? '2026-03-15' : null,
    })),
  };
}

describe('the churn rate of the telephone customers', () => {
  it('is the known one, as a whole and by contract', async () => {
    const kpis = new KpiReader(await filledWorkspace(telcoRows()));
    const march = { from: '2026-03-01', to: '2026-03-31' };
    const churn = kpis.evaluate({ ...march, kpis: ['churn_rate'], by: 'segment' })[0];
    const { telco } = answers;
    expect(churn).toMatchObject({ numerator: telco.churned, denominator: telco.rows });
    expect(churn?.value).toBeCloseTo(telco.churn_rate, 12);
    expect(churn?.rows.map(({ key }) => key)).toEqual(Object.keys(telco.by_contract));
    for (const { key, value } of churn?.rows ?? []) {
      expect(value, key).toBeCloseTo(telco.by_contract[key] ?? Number.NaN, 12);
    }
  });
});
