import type { RowDimension } from '@shared/kpi/declaration';
import type { CohortMeasure } from '@shared/kpi/retention/cohort-table';
import { retentionReport } from '@shared/kpi/retention/retention-report';
import { describe, expect, it } from 'vitest';
import type { KpiReader } from './kpi-reader';
import { kpiWorkspace } from './kpi-workspace.fixture';

interface Asked {
  readonly to?: string;
  readonly by?: RowDimension;
  readonly measure?: CohortMeasure;
}

function report(kpis: KpiReader, { to = '2026-04-30', by, measure }: Asked = {}) {
  const range = { from: '2026-01-01', to };
  const scope = { source: kpis.measures, range, by: by ?? null, filter: {} };
  return retentionReport(scope, { step: 'month', measure: measure ?? null });
}

const customers = [
  { name: 'Acme', segment: 'Large', acquired_on: '2026-01-10', churned_on: '2026-03-31' },
  { name: 'Beta', segment: 'Large', acquired_on: '2026-01-20' },
  { name: 'Core', segment: 'Small', acquired_on: '2026-02-05', churned_on: '2026-02-20' },
  { name: 'Dahl', segment: 'Small' },
  { name: 'Ever' },
];
const orders = [
  { customer: 'Dahl', ordered_on: '2026-02-11', amount: 100 },
  { customer: 'Beta', ordered_on: '2026-01-20', amount: 50 },
  { customer: 'Beta', ordered_on: '2026-03-20', amount: 30 },
  { customer: 'Dahl', ordered_on: '2026-04-30', amount: 40 },
];

describe('the cohorts of customers whose losses are recorded', () => {
  it('show who is not lost by the end of each month, and divide sums by sums', async () => {
    const { kpis } = await kpiWorkspace({ customers, orders });
    const { how, cohorts } = report(kpis);
    expect(how).toBe('recorded');
    const cells = cohorts.cohorts.map(({ key, cells: own }) => [key, own.map(({ numerator }) => numerator)]);
    // Acme and Beta start in January, Acme is lost on the last day of March; Core and Dahl (by the first order) in February, Core is
    // lost in it. Ever has neither a date nor a purchase and cannot be placed.
    expect(cells).toEqual([
      ['2026-01', [2, 2, 1, 1]],
      ['2026-02', [1, 1, 1]],
    ]);
    // (2 + 1) ÷ 4, (2 + 1) ÷ 4, (1 + 1) ÷ 4, and 1 ÷ 2 of January alone.
    expect(cohorts.total.map(({ value }) => value)).toEqual([0.75, 0.75, 0.5, 0.5]);
  });

  it('show who bought in each month, and for how much against the first', async () => {
    const { kpis } = await kpiWorkspace({ customers, orders });
    const [january] = report(kpis, { measure: 'bought' }).cohorts.cohorts;
    expect(january?.cells.map(({ value }) => value)).toEqual([0.5, 0, 0.5, 0]);
    const [, february] = report(kpis, { measure: 'revenue' }).cohorts.cohorts;
    expect(february?.cells.map(({ value }) => value)).toEqual([1, 0, 0.4]);
  });

  it('leave out a month that the data do not reach to its last weekday', async () => {
    const { kpis } = await kpiWorkspace({
      customers,
      orders: [...orders, { customer: 'Dahl', ordered_on: '2026-05-20', amount: 1 }],
    });
    const { cohorts } = report(kpis, { to: '2026-05-31' });
    expect(cohorts.cohorts[0]?.cells).toHaveLength(4);
  });
});

describe('how long customers stay', () => {
  it('is told by the product-limit estimate, for all and for each segment', async () => {
    const { kpis } = await kpiWorkspace({ customers, orders });
    const { curves } = report(kpis, { by: 'segment' });
    const [all, ...parts] = curves;
    // Observed: Core 15 days to the loss; Dahl 78 and Beta 100 to 30 April, still there; Acme 80 to the loss.
    // After 15 days 3/4 are left, after 80 days 3/4 × (1 − 1/2) = 3/8.
    expect(all).toMatchObject({ key: '', customers: 4, lost: 2, longest: 100, median: 80 });
    expect(all?.steps.map(({ time, survival }) => [time, survival])).toEqual([
      [15, 0.75],
      [80, 0.375],
    ]);
    expect(all?.after.map(({ months, survival }) => [months, survival])).toEqual([
      [1, 0.75],
      [3, 0.375],
    ]);
    expect(parts.map(({ key, lost }) => [key, lost])).toEqual([
      ['Large', 1],
      ['Small', 1],
    ]);
  });

  it('counts who has not bought for longer than the inactive days as lost, where no loss is recorded', async () => {
    const bought = (customer: string, ...days: readonly string[]) =>
      days.map((ordered_on) => ({ customer, ordered_on, amount: 1 }));
    const { kpis } = await kpiWorkspace({
      orders: [
        ...bought('Gone', '2026-01-01', '2026-01-11'),
        ...bought('Here', '2026-01-01', '2026-06-30'),
        // 90 days before the end, on the border: not lost.
        ...bought('Edge', '2026-04-01'),
      ],
    });
    const { how, curves } = report(kpis, { to: '2026-06-30' });
    expect(how).toBe('inactivity');
    // Lost on the 91st day after 11 January, 101 days after 1 January.
    expect(curves[0]?.steps.map(({ time, atRisk, lost }) => [time, atRisk, lost])).toEqual([[101, 2, 1]]);
    expect(curves[0]?.lost).toBe(1);
  });

  it('has no curve where no customer has a start', async () => {
    const { kpis } = await kpiWorkspace({ customers: [{ name: 'Ever' }] });
    const { curves, cohorts } = report(kpis);
    expect(curves[0]).toMatchObject({ customers: 0, steps: [], median: null });
    expect(cohorts.cohorts).toEqual([]);
  });
});
