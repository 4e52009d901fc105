import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import { retentionReport } from '@shared/kpi/retention/retention-report';
import { describe, expect, it } from 'vitest';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { emptyWorkspace } from '../../src/main/database/kpi/kpi-workspace.fixture';
import { answers } from './answers';
import { importFile, readText } from './filled-workspace';

const studied = { from: '1997-01-01', to: '1998-06-30' };

/** The file has its columns between blanks and no headings: it gets them, and is imported as CSV. */
async function reader(): Promise<KpiReader> {
  const session = await emptyWorkspace();
  const lines = readText('cdnow/CDNOW_sample.txt')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([customer, , day = '', quantity, amount]) =>
      [customer, `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`, quantity, amount].join(),
    );
  const path = join(dirname(session.path), 'cdnow.csv');
  writeFileSync(path, ['Customer,Order date,Quantity,Amount', ...lines].join('\n'));
  const batch = await importFile(session, path);
  expect(batch).toMatchObject({ dataset: 'orders', inserted: answers.cdnow.rows, rejected: 0 });
  return new KpiReader(session);
}

describe('the KPIs of the CDNOW purchases', () => {
  it('have the known revenue, repeat purchase rate and customer lifetime', async () => {
    const kpis = (await reader()).evaluate({
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

describe('the predicted lifetime value of the CDNOW customers', () => {
  it('stands on the published model when it is fitted to the purchases of the first 39 weeks', async () => {
    const kpis = await reader();
    const found = kpis.evaluate({ from: '1997-01-01', to: '1997-09-30', kpis: ['clv_predictive'] })[0];
    const { bgnbd, gamma_gamma } = answers.cdnow.published;
    const { beside, value, denominator } = found ?? {};
    expect(denominator).toBe(answers.cdnow.customers);
    // Published from times in weeks with two decimals; here they are whole days.
    expect(beside?.bgnbd_r).toBeCloseTo(bgnbd.r, 2);
    expect(beside?.bgnbd_alpha).toBeCloseTo(bgnbd.alpha, 1);
    expect(beside?.bgnbd_a).toBeCloseTo(bgnbd.a, 1);
    expect(beside?.bgnbd_b).toBeCloseTo(bgnbd.b, 1);
    expect(beside?.gamma_gamma_p).toBeCloseTo(gamma_gamma.p, 0);
    expect(beside?.gamma_gamma_q).toBeCloseTo(gamma_gamma.q, 0);
    // The customers really spent this much, each on average, in the 39 weeks that followed.
    const later = kpis.evaluate({ from: '1997-10-01', to: '1998-06-30', kpis: ['revenue'] })[0]?.value ?? 0;
    const spentInNineMonths = later / answers.cdnow.customers;
    expect(value).toBeGreaterThan(spentInNineMonths);
    expect(value).toBeLessThan(spentInNineMonths * (12 / 9) * 1.15);
  });

  it('has no value where too few have come back', async () => {
    const kpis = await reader();
    const january = { from: '1997-01-01', to: '1997-01-05' };
    expect(kpis.evaluate({ ...january, kpis: ['clv_predictive'] })[0]?.value).toBeNull();
  });
});

describe('how the models fit the CDNOW customers', () => {
  const scopeOf = (kpis: KpiReader, to: string) => ({
    source: kpis.measures,
    range: { from: '1997-01-01', to },
    by: null,
    filter: {},
  });

  it('is shown by how many have bought again how often, beside how many the model expects', async () => {
    const { frequency } = lifetimeReport(scopeOf(await reader(), '1997-09-30'));
    // The histogram of Fader, Hardie & Lee (2005), figure 1.
    expect(frequency.map(({ actual }) => actual)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    // Equation (8) with the published parameters over the ages of the customers, worked out with Python's standard library.
    const expected = [1406.5, 460.81, 192.71, 101.31, 59.94, 38.18, 25.59, 71.97];
    for (const [repeats, bar] of frequency.entries())
      expect(Math.abs(bar.expected - (expected[repeats] ?? 0)), `${bar.from} repeats`).toBeLessThan(1.5);
  });

  it('is checked against the second half of the time, which the model has not seen', async () => {
    const { holdOut, end } = lifetimeReport(scopeOf(await reader(), '1998-06-30'));
    const { bgnbd } = answers.cdnow.published;
    expect(end).toBe('1998-06-30');
    expect(holdOut?.split).toBe('1997-09-30');
    const { fit } = holdOut ?? {};
    expect(fit?.kind === 'fitted' && fit.model.buying.r).toBeCloseTo(bgnbd.r, 2);
    // Days with a purchase after 30 September 1997, counted in the file with Python.
    expect(holdOut?.actual).toBe(1882);
    // Fader, Hardie & Lee (2005): the model stays some per cent below what came by the end of the 78 weeks.
    expect((holdOut?.expected ?? 0) / 1882).toBeGreaterThan(0.85);
    expect((holdOut?.expected ?? 0) / 1882).toBeLessThan(1);
    const last = holdOut?.course.at(-1);
    expect(last?.actual).toBeGreaterThan(2457 + 1800);
    expect((last?.expected ?? 0) / (last?.actual ?? 1)).toBeGreaterThan(0.9);
    expect(holdOut?.bars.map(({ from, to }) => [from, to])).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6].map((repeats) => [repeats, repeats]),
      [7, null],
    ]);
  });

  it('is not claimed where the data are too thin', async () => {
    const report = lifetimeReport(scopeOf(await reader(), '1997-01-05'));
    expect(report.fit).toMatchObject({ kind: 'tooFew' });
    expect(report.frequency).toEqual([]);
    expect(report.holdOut).toBeNull();
  });
});

describe('the cohorts of the CDNOW customers', () => {
  it('are all of the first quarter, and buy ever less often', async () => {
    const kpis = await reader();
    const { cohorts, how } = retentionReport(
      { source: kpis.measures, range: studied, by: null, filter: {} },
      { step: 'month', measure: null },
    );
    expect(how).toBe('inactivity');
    expect(cohorts.cohorts.map(({ key, customers }) => [key, customers])).toEqual([
      ['1997-01', 781],
      ['1997-02', 857],
      ['1997-03', 719],
    ]);
    // Customers of January with a purchase in each month, counted in the file with Python.
    expect(cohorts.cohorts[0]?.cells.map(({ numerator }) => numerator)).toEqual([
      781, 124, 95, 70, 65, 77, 65, 53, 52, 45, 62, 59, 45, 47, 63, 37, 37, 33,
    ]);
  });
});
