import { addDays } from '@shared/model/calendar-date';
import { ScenarioEvaluator } from '@shared/scenario/evaluate-scenario';
import type { Adjustment } from '@shared/scenario/scenario';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { type RowQuery, RowReader } from '../../src/main/database/rows/row-window';
import { ScenarioBaseReader } from '../../src/main/database/scenario/scenario-base';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { period } from './generated-workspace';
import { benchPages } from './pages-bench';
import { seededRandom } from './random';
import { alone, compared, type Limit, limited, type Result } from './report';
import { type Timing, time } from './stopwatch';

/** Within which a dashboard is complete after a change of period or filter. */
const glance: Limit = { name: '400 ms, p95', milliseconds: 400 };
const frame: Limit = { name: 'one frame (16 ms), p95', milliseconds: 16 };

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
  const { reading, moving } = await benchScenario(session);
  const dashboard = await benchDashboard(session);
  const pages = await benchPages(session);
  const waiting = [
    dashboard.opening,
    ...(await benchGrid(session)),
    await time('Save of the whole workspace', 3, () => session.save()),
    reading,
  ];
  return [
    alone(query),
    ...waiting.map(againstQuery),
    ...moving.map((timing) => limited(timing, frame)),
    ...[...dashboard.changing, ...pages].map((timing) => limited(timing, glance)),
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

async function benchScenario(
  session: WorkspaceSession,
): Promise<{ readonly reading: Timing; readonly moving: readonly Timing[] }> {
  const kpis = new KpiReader(session);
  const { base } = new ScenarioBaseReader(session, kpis).read(period);
  const evaluator = new ScenarioEvaluator(base);
  const cells = base.cube.cells.count.toLocaleString('en');
  let step = 0;
  const slide = (adjustments: (value: number) => readonly Adjustment[]) => () => {
    step += 1;
    return evaluator.evaluate(adjustments(0.8 + (step % 40) / 100));
  };
  const reading = await time('What-if: read the sums of a period', 3, () =>
    new ScenarioBaseReader(session, new KpiReader(session)).read(period),
  );
  const moving = [
    await time(`What-if: one product's price moves, ${cells} cells`, 100, slide(onePrice)),
    await time(`What-if: scoped prices and quotas move, ${cells} cells`, 100, slide(pricesAndQuotas)),
  ];
  return { reading, moving };
}

const common = { where: {}, op: 'scale', enabled: true, locked: false } as const;

function onePrice(value: number): readonly Adjustment[] {
  return [{ ...common, id: 'p', lever: 'price', where: { product: ['Product 1'] }, value, elasticity: -1.4 }];
}

function pricesAndQuotas(value: number): readonly Adjustment[] {
  return [
    { ...common, id: 'all', lever: 'price', value: 1.05, elasticity: -1.2 },
    { ...common, id: 'team', lever: 'price', where: { team: ['Team 3'] }, value, elasticity: -0.8 },
    { ...common, id: 'quarter', lever: 'price', where: { period: ['2026-Q2'] }, value, elasticity: -2 },
    { ...common, id: 'quota', lever: 'quota', where: { region: ['Region 2'] }, value },
  ];
}
