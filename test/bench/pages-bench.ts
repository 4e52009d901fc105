import { addDays } from '@shared/model/calendar-date';
import { readAlerts } from '../../src/main/database/kpi/kpi-alerts';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { readTargets, writeTarget } from '../../src/main/database/kpi/targets';
import { readOneToOne } from '../../src/main/database/one-to-one/read-one-to-one';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { type Timing, time } from './stopwatch';

/** What has a target in the alerts that are timed: for all, and for each of ten teams. */
const targets = [
  { kpi: 'revenue', value: 1e9 },
  { kpi: 'bookings', value: 1e9 },
  { kpi: 'quota_attainment', value: 1 },
  { kpi: 'win_rate', value: 0.6 },
  { kpi: 'average_deal_size', value: 1e5 },
  { kpi: 'sales_cycle_length', value: 30 },
  { kpi: 'churn_rate', value: 0.05 },
];

/** Times what stands beside the cards, and the page of a rep: each run asks about a period or a rep that was not asked about before. */
export async function benchPages(session: WorkspaceSession): Promise<readonly Timing[]> {
  session.change({ code: 'target', parameters: { kpi: 'revenue' } }, (recorder) => {
    for (const { kpi, value } of targets) {
      const target = { kpi, value, period: '', amber: null, red: null };
      writeTarget(session.connection, recorder, { ...target, scopeKind: 'all', scopeKey: '' });
      if (kpi === 'churn_rate') continue;
      for (let team = 1; team <= 10; team += 1) {
        writeTarget(session.connection, recorder, { ...target, scopeKind: 'team', scopeKey: `Team ${team}` });
      }
    }
  });
  const kpis = new KpiReader(session);
  const stored = readTargets(session.connection);
  const year = { from: '2026-01-01', to: '2026-12-31' };
  let step = 0;
  return [
    await time('Alerts, another period', 20, () => {
      step += 1;
      const from = addDays('2025-01-03', (step * 7) % 360);
      return readAlerts(kpis, stored, { from, to: addDays(from, 180 + step), filter: {} });
    }),
    await time('One-to-one, another rep', 20, () => {
      step += 1;
      return readOneToOne(session.connection, kpis, { ...year, rep: `Rep ${step}` });
    }),
  ];
}
