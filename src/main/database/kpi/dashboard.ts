import { type Dashboard, firstDashboards } from '@shared/dashboard/dashboard';
import { dashboardSchema } from '@shared/ipc/dashboard';
import { z } from 'zod';
import { readSetting, writeSetting } from '../../workspace/workspace-options';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { readKpiCatalogue } from './kpi-catalogue';

const key = 'dashboards';

/** Where the one dashboard was kept when there was but one. */
const earlierKey = 'dashboard';

/** The workspace's dashboards in the order of their tabs; KPIs that the catalogue no longer has are left out. */
export function readDashboards(connection: Connection): readonly Dashboard[] {
  const stored = z.array(dashboardSchema).min(1).safeParse(readSetting(connection, key));
  const dashboards = stored.success ? stored.data : firstDashboards(readEarlier(connection));
  const known = new Set(readKpiCatalogue(connection).map(({ id }) => id));
  return dashboards.map((dashboard) => ({
    ...dashboard,
    kpis: dashboard.kpis.filter((id) => known.has(id)),
  }));
}

export function writeDashboards(recorder: ChangeRecorder, dashboards: readonly Dashboard[]): void {
  writeSetting(recorder, key, dashboards);
}

function readEarlier(connection: Connection): readonly string[] | null {
  const stored = z.array(z.string()).safeParse(readSetting(connection, earlierKey));
  return stored.success ? stored.data : null;
}
