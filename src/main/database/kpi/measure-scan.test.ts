import type { KpiFilter } from '@shared/kpi/declaration';
import type { MeasureId } from '@shared/kpi/measure';
import type { MeasureDimension } from '@shared/kpi/measure-source';
import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorkspace } from './any-workspace.fixture';
import { kpiWorkspace } from './kpi-workspace.fixture';

/** Whole months, months cut at either end, days inside one month, and more than there is. */
const ranges: readonly DateRange[] = [
  { from: '2026-02-01', to: '2026-10-31' },
  { from: '2026-02-10', to: '2026-10-05' },
  { from: '2026-06-03', to: '2026-06-20' },
  { from: '2025-01-01', to: '2027-12-31' },
];

interface Comparison {
  readonly measure: MeasureId;
  readonly by: readonly MeasureDimension[];
  readonly filter?: KpiFilter;
  /** The same asked of SQLite: the names, then the value. */
  readonly sql: string;
}

const sales = (dataset: string, select: string, condition: string, grouped: string): string =>
  `SELECT ${grouped}, ${select} FROM ${dataset} AS d LEFT JOIN reps AS rep ON rep.id = d.rep_id
   LEFT JOIN customers AS customer ON customer.id = d.customer_id LEFT JOIN products AS product ON product.id = d.product_id
   WHERE ${condition} GROUP BY ${grouped}`;
const inRange = ({ from, to }: DateRange, column: string): string =>
  `d.${column} BETWEEN '${from}' AND '${to}'`;
const name = (column: string): string => `coalesce(${column}, '')`;
const julian = (date: string): string => `CAST(julianday(${date}) - 2440587.5 AS INTEGER)`;
const cost = 'coalesce(d.cost, d.quantity * product.unit_cost)';

const comparisonsIn = (range: DateRange): readonly Comparison[] => [
  {
    measure: 'revenue',
    by: ['team'],
    sql: sales('orders', 'sum(d.amount)', inRange(range, 'ordered_on'), name('rep.team')),
  },
  {
    measure: 'margin',
    by: ['category'],
    sql: sales(
      'orders',
      `sum(d.amount - ${cost})`,
      `${inRange(range, 'ordered_on')} AND ${cost} IS NOT NULL`,
      name('product.category'),
    ),
  },
  {
    measure: 'purchases',
    by: ['segment', 'customer'],
    sql: sales(
      'orders',
      'count(DISTINCT d.order_no) + sum(d.order_no IS NULL)',
      inRange(range, 'ordered_on'),
      `${name('customer.segment')}, ${name('customer.name')}`,
    ),
  },
  {
    measure: 'lastPurchase',
    by: ['customer'],
    filter: { rep: ['Anna', ''] },
    sql: sales(
      'orders',
      julian('max(d.ordered_on)'),
      `${inRange(range, 'ordered_on')} AND ${name('rep.name')} IN ('Anna', '')`,
      name('customer.name'),
    ),
  },
  {
    measure: 'wonDeals',
    by: ['region'],
    sql: sales(
      'opportunities',
      'count(*)',
      `${inRange(range, 'closed_on')} AND d.outcome = 'won'`,
      `coalesce(rep.region, customer.region, '')`,
    ),
  },
  {
    measure: 'cycleDeals',
    by: ['cycle_days'],
    sql: sales(
      'opportunities',
      'count(*)',
      `${inRange(range, 'closed_on')} AND d.outcome = 'won'`,
      'CAST(julianday(d.closed_on) - julianday(d.created_on) AS INTEGER)',
    ),
  },
  {
    measure: 'openAmount',
    by: ['source'],
    sql: sales(
      'opportunities',
      'coalesce(sum(d.amount), 0)',
      `(d.created_on IS NULL OR d.created_on <= '${range.to}') AND (d.outcome = 'open' OR d.closed_on > '${range.to}')`,
      name('d.lead_source'),
    ),
  },
  {
    measure: 'startingCustomers',
    by: ['segment'],
    sql: `SELECT ${name('segment')}, count(*) FROM customers AS d
      WHERE coalesce((SELECT min(ordered_on) FROM orders WHERE customer_id = d.id), '') < '${range.from}' GROUP BY 1`,
  },
];

describe('a measure scanned in memory', () => {
  it('is what SQLite makes of the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkspace, async (rows) => {
        const { session, kpis } = await kpiWorkspace(rows);
        const asked = ranges.flatMap((range) =>
          comparisonsIn(range).map((comparison) => ({ ...comparison, range })),
        );
        for (const { measure, by, filter = {}, sql, range } of asked) {
          const scanned = kpis.measures
            .read({ measures: [measure], range, by, filter })
            // A group whose rows fail the measure's own condition counts 0; SQLite does not see it.
            .filter(({ values }) => values[0] !== 0)
            .map(({ keys, values }) => [...keys, (values[0] ?? 0).toFixed(6)].join('|'));
          const grouped = session.connection
            .tuples(sql)
            .filter((tuple) => tuple.at(-1) !== 0)
            .map((tuple) => [...tuple.slice(0, -1), Number(tuple.at(-1)).toFixed(6)].join('|'));
          expect(scanned.sort(), `${measure} by ${by.join()} ${range.from}`).toEqual(grouped.sort());
        }
      }),
      { numRuns: 25 },
    );
  });

  it('takes only the days asked for, from before the first to after the last', async () => {
    const { kpis } = await kpiWorkspace({
      orders: ['2026-01-31', '2026-02-01', '2026-10-31', '2026-11-01'].map((ordered_on, index) => ({
        ordered_on,
        amount: 10 ** index,
      })),
    });
    const revenue = (from: string, to: string) =>
      kpis.measures.read({
        measures: ['revenue', 'firstPurchase'],
        range: { from, to },
        by: [],
        filter: {},
      })[0]?.values;
    expect(revenue('0001-01-01', '9999-12-31')).toEqual([1111, dayNumber('2026-01-31')]);
    expect(revenue('2026-02-01', '2026-10-31')?.[0]).toBe(110);
    expect(revenue('2027-01-01', '2027-12-31')?.[0]).toBe(0);
    expect(revenue('2025-01-01', '2025-12-31')?.[0]).toBe(0);
  });
});

describe('the first day and the days of a customer’s orders', () => {
  it('are each counted once, whatever the order of the rows', async () => {
    const { kpis } = await kpiWorkspace({
      orders: [
        { customer: 'Acme', ordered_on: '2026-03-09', amount: 5 },
        { customer: 'Acme', ordered_on: '2026-03-02', amount: 10 },
        { customer: 'Beta', ordered_on: '2026-03-02', amount: 7 },
        { customer: 'Acme', ordered_on: '2026-03-02', amount: 30 },
        { customer: 'Acme', ordered_on: '2026-03-09', amount: 1 },
      ],
    });
    const rows = kpis.measures.read({
      measures: ['purchaseDays', 'firstDayRevenue', 'revenue'],
      range: { from: '2026-03-01', to: '2026-03-31' },
      by: ['customer'],
      filter: {},
    });
    expect(new Map(rows.map(({ keys, values }) => [keys[0], values]))).toEqual(
      new Map([
        ['Acme', [2, 40, 46]],
        ['Beta', [1, 7, 7]],
      ]),
    );
  });
});
