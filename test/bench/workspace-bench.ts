import { addDays } from '@shared/model/calendar-date';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { type RowQuery, RowReader } from '../../src/main/database/rows/row-window';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { benchPages } from './pages-bench';
import { seededRandom } from './random';
import { alone, compared, type Limit, limited, type Result } from './report';
import { benchScenario } from './scenario-bench';
import { type Timing, time } from './stopwatch';

/** Within which a dashboard is complete after a change of period or filter. */
const glance: Limit = { name: '400 ms, p95', milliseconds: 400 };

const cards = [
  'revenue',
  'bookings',
  'average_deal_size',
  'gross_margin',
  'quota_attainment',
  'reps_at_quota',
  'monthly_sales_progress',
  'pipeline_coverage',
  'lead_conversion_rate',
  'win_rate',
  'sales_cycle_length',
  'sales_velocity',
];
/** Those that look at each customer, and are the slowest. */
const customerCards = [
  'clv_historical',
  'clv_segment',
  'churn_rate',
  'revenue_churn_rate',
  'net_revenue_retention',
  'repeat_purchase_rate',
  'price_index',
  'price_gap',
  'discount_rate',
  'activities_per_win',
  'calls_made',
  'meetings_scheduled',
];
const sorted: RowQuery = {
  dataset: 'orders',
  sort: [{ field: 'amount', direction: 'descending' }],
  filter: [],
  search: '',
};

/**
 * Times what a person waits for in an open workspace. What has no limit of its own is held against one query over all rows, which
 * tells how fast the machine is.
 */
export async function benchWorkspace(session: WorkspaceSession): Promise<readonly Result[]> {
  const query = await time('SQLite alone: sum the amounts of all orders', 20, () =>
    session.connection.number('SELECT sum(amount) FROM orders'),
  );
  const againstQuery = (timing: Timing): Result => compared(timing, query);
  const dashboard = await benchDashboard(session);
  const pages = await benchPages(session);
  const waiting = [
    dashboard.opening,
    ...(await benchGrid(session)),
    await time('Save of the whole workspace', 3, () => session.save()),
  ];
  return [
    alone(query),
    ...waiting.map(againstQuery),
    ...[...dashboard.changing, ...pages].map((timing) => limited(timing, glance)),
    ...(await benchScenario(session)),
  ];
}

async function benchDashboard(
  session: WorkspaceSession,
): Promise<{ readonly opening: Timing; readonly changing: readonly Timing[] }> {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const warm = new KpiReader(session);
  warm.cards({ ...year, kpis: cards });
  let step = 0;
  // Another period or filter each time: what was asked before is remembered, and would tell nothing.
  const otherPeriod = (kpis: readonly string[]) => () => {
    step += 1;
    const from = addDays('2025-01-03', (step * 7) % 360);
    return warm.cards({ from, to: addDays(from, 180 + step), kpis });
  };
  const otherFilter = (kpis: readonly string[]) => () => {
    step += 1;
    return warm.cards({
      ...year,
      kpis,
      filter: { team: [`Team ${(step % 10) + 1}`, `Team ${(step % 9) + 1}`] },
    });
  };
  return {
    opening: await time('Dashboard of 12 KPIs, first after a change', 3, () =>
      new KpiReader(session).cards({ ...year, kpis: cards }),
    ),
    changing: [
      await time('Dashboard of 12 KPIs, another period', 20, otherPeriod(cards)),
      await time('Dashboard of 12 KPIs, another filter', 20, otherFilter(cards)),
      await time('Dashboard of customers’ KPIs, another period', 20, otherPeriod(customerCards)),
      await time('Dashboard of customers’ KPIs, another filter', 20, otherFilter(customerCards)),
    ],
  };
}

async function benchGrid(session: WorkspaceSession): Promise<readonly Timing[]> {
  const random = seededRandom(3);
  const reader = new RowReader(session);
  const { total } = reader.window(sorted, 0, 1);
  const anywhere = (): number => Math.floor(random() * (total - 100));
  return [
    await time('Grid: order all rows by amount, first 100', 3, () =>
      new RowReader(session).window(sorted, 0, 100),
    ),
    await time('Grid: 100 rows anywhere in that order', 100, () => reader.window(sorted, anywhere(), 100)),
  ];
}
