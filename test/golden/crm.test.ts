import { periodRange } from '@shared/model/period';
import { describe, expect, it } from 'vitest';
import { readProgressForecast } from '../../src/main/database/forecast/read-progress';
import { KpiReader, type KpiRequest } from '../../src/main/database/kpi/kpi-reader';
import { answers } from './answers';
import { crmWorkspace } from './crm-workspace';

const year = { from: '2017-01-01', to: '2017-12-31' };
async function reader(): Promise<KpiReader> {
  return new KpiReader(await crmWorkspace());
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

  it('count the deals of each stage', async () => {
    const [funnel] = (await reader()).evaluate({ ...year, kpis: ['funnel'], by: 'stage' });
    const { stages, won, rows } = answers.crm;
    expect(Object.fromEntries(funnel?.rows.map(({ key, beside }) => [key, beside?.deals]) ?? [])).toEqual(
      stages,
    );
    // Deals that are engaging or won have reached that stage; of the lost ones nothing is known but that they were deals.
    const engaged = (stages.Engaging ?? 0) + won;
    expect(funnel?.rows.map(({ key, numerator, denominator }) => [key, numerator, denominator])).toEqual([
      ['Prospecting', rows, null],
      ['Engaging', engaged, rows],
      ['Won', won, engaged],
      ['Lost', answers.crm.lost, null],
    ]);
    expect(funnel?.value).toBeCloseTo(won / rows, 12);
  });

  it('are the months that the forecast goes by', async () => {
    const forecast = readProgressForecast(await reader(), {});
    // The year is over: the open month is January 2018, and the ten months from March on are known.
    expect(forecast).toMatchObject({ asOf: '2017-12-31', openMonth: '2018-01', model: { months: 10 } });
    const before = Object.fromEntries(forecast?.before.map(({ key, revenue }) => [key, revenue]) ?? []);
    expectClose(before, answers.crm.bookings_by_month);
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
