import { calendarDate } from '@shared/model/calendar-date';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import { periodRange } from '@shared/model/period';
import { describe, expect, it } from 'vitest';
import { KpiReader, type KpiRequest } from '../../src/main/database/kpi/kpi-reader';
import { answers } from './answers';
import { filledWorkspace, idsOf, type Rows, readCsv } from './filled-workspace';

const year = { from: '2017-01-01', to: '2017-12-31' };
const quotaPeriods = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values)].filter((value): value is string => Boolean(value));
}

/** A US date, m/d/yyyy. */
function usDate(text: string | undefined): string | null {
  const [month, day, yearNumber] = (text ?? '').split('/').map(Number);
  return yearNumber && month && day ? calendarDate(yearNumber, month, day) : null;
}

/** The reps' managers stand in for teams. */
function crmRows(): Rows {
  const deals = readCsv('crm/sales_pipeline.csv');
  const teams = readCsv('crm/sales_teams.csv');
  const reps = idsOf(distinct(teams.map((row) => row.sales_agent)));
  const products = idsOf(distinct(deals.map((row) => row.product)));
  const customers = idsOf(distinct(deals.map((row) => row.account)));
  const withDeals = distinct(deals.map((row) => row.sales_agent));
  return {
    reps: teams.map((row) => ({
      name: row.sales_agent ?? null,
      team: row.manager ?? null,
      region: row.regional_office ?? null,
    })),
    products: [...products.keys()].map((name) => ({ name })),
    customers: [...customers.keys()].map((name) => ({ name })),
    opportunities: deals.map((row) => ({
      stage: row.deal_stage ?? null,
      outcome: outcomeOfStage(row.deal_stage ?? ''),
      created_on: usDate(row.engage_date),
      closed_on: usDate(row.close_date),
      amount: row.close_value ? Number(row.close_value) : null,
      rep_id: reps.get(row.sales_agent ?? '') ?? null,
      product_id: products.get(row.product ?? '') ?? null,
      customer_id: customers.get(row.account ?? '') ?? null,
    })),
    quotas: withDeals.flatMap((rep) =>
      quotaPeriods.map((period) => ({ period, amount: 90_000, rep_id: reps.get(rep) ?? null })),
    ),
  };
}

async function reader(): Promise<KpiReader> {
  return new KpiReader(await filledWorkspace(crmRows()));
}

function valuesByKey(kpis: KpiReader, request: Omit<KpiRequest, 'from' | 'to'>): Record<string, number> {
  const rows = kpis.evaluate({ ...year, ...request })[0]?.rows ?? [];
  return Object.fromEntries(rows.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])));
}

function expectClose(found: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) expect(found[key], key).toBeCloseTo(value, 9);
}

describe('the KPIs of a year of CRM deals', () => {
  it('have the known totals', async () => {
    const kpis = (await reader()).evaluate({
      ...year,
      kpis: ['bookings', 'revenue', 'average_deal_size', 'win_rate', 'sales_cycle_length'],
    });
    const [bookings, revenue, dealSize, winRate, cycle] = kpis;
    const { crm } = answers;
    expect(bookings?.value).toBe(crm.bookings);
    // A workspace without orders counts the deals won as its revenue.
    expect(revenue?.value).toBe(crm.bookings);
    expect(dealSize?.value).toBeCloseTo(crm.average_deal_size, 9);
    expect(winRate?.value).toBeCloseTo(crm.win_rate_closed, 12);
    expect(winRate).toMatchObject({ numerator: crm.won, denominator: crm.won + crm.lost });
    expect(cycle?.value).toBeCloseTo(crm.sales_cycle_length_days, 9);
    expect(cycle?.beside.median).toBe(crm.sales_cycle_median_days);
  });

  it('have the known values by month, rep, team, region and product', async () => {
    const kpis = await reader();
    const { crm } = answers;
    const byMonth = valuesByKey(kpis, { kpis: ['bookings'], by: 'month' });
    expectClose(byMonth, { '2017-01': 0, '2017-02': 0, ...crm.bookings_by_month });
    expectClose(valuesByKey(kpis, { kpis: ['bookings'], by: 'rep' }), crm.bookings_by_rep);
    expectClose(valuesByKey(kpis, { kpis: ['win_rate'], by: 'rep' }), crm.win_rate_by_rep);
    expectClose(valuesByKey(kpis, { kpis: ['bookings'], by: 'team' }), crm.bookings_by_manager);
    expectClose(valuesByKey(kpis, { kpis: ['bookings'], by: 'region' }), crm.bookings_by_region);
    expectClose(valuesByKey(kpis, { kpis: ['bookings'], by: 'product' }), crm.bookings_by_product_as_written);
  });

  it('show how many reps reach a flat quota, and warn where these are few', async () => {
    const kpis = await reader();
    for (const [quarter, known] of Object.entries(
      answers.crm.flat_quota_90000_per_quarter_for_each_rep_with_deals,
    )) {
      const range = periodRange(quarter, 1) ?? year;
      const [atQuota, attainment] = kpis.evaluate({ ...range, kpis: ['reps_at_quota', 'quota_attainment'] });
      expect(atQuota?.value, quarter).toBeCloseTo(known.reps_at_quota, 12);
      expect(atQuota?.denominator).toBe(known.reps);
      expect(atQuota?.warnings).toEqual(['quotasTooAmbitious']);
      expect(attainment?.value, quarter).toBeCloseTo(known.quota_attainment, 12);
    }
  });
});
