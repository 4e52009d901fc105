import { survivalAt, survivalCurve } from '@shared/kpi/retention/kaplan-meier';
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
      recurring_amount: Number(row.MonthlyCharges),
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

describe('the revenue churn of the telephone customers', () => {
  it('is the share of the monthly charges that left, and what stays is the rest', async () => {
    const kpis = new KpiReader(await filledWorkspace(telcoRows()));
    const march = { from: '2026-03-01', to: '2026-03-31' };
    const [churn, retention] = kpis.evaluate({
      ...march,
      kpis: ['revenue_churn_rate', 'net_revenue_retention'],
    });
    expect(churn?.value).toBeCloseTo(answers.telco.monthly_revenue_churn, 12);
    expect(retention?.value).toBeCloseTo(1 - answers.telco.monthly_revenue_churn, 12);
  });
});

describe('how long the telephone customers stay', () => {
  it('is the product-limit estimate by months of tenure', () => {
    const steps = survivalCurve(
      readCsv('telco/telco_customer_churn.csv').map((row) => ({
        time: Number(row.tenure),
        ended: row.Churn === 'Yes',
      })),
    );
    // Worked out with Python's standard library: the product of 1 − churned ÷ still there over the months of tenure.
    const known = [
      [1, 0.9459613196814562],
      [6, 0.8848262389332727],
      [12, 0.8431995538158313],
      [24, 0.7887363983705988],
      [48, 0.7088401843460784],
      [72, 0.5927901520522304],
    ] as const;
    for (const [months, share] of known)
      expect(survivalAt(steps, months, 72)?.survival, `after ${months}`).toBeCloseTo(share, 12);
  });
});
