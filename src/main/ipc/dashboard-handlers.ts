import {
  type Dashboard,
  withChanged,
  withCopy,
  withMoved,
  withNew,
  without,
} from '@shared/dashboard/dashboard';
import type { dashboardOperations } from '@shared/ipc/dashboard';
import type { Handlers } from '@shared/ipc/operation';
import { readDashboards, writeDashboards } from '../database/kpi/dashboard';
import type { WorkspaceSession } from '../workspace/workspace-session';

type Dashboards = readonly Dashboard[];

export function dashboardHandlers(session: WorkspaceSession): Handlers<typeof dashboardOperations> {
  const read = (): Dashboards => readDashboards(session.connection);
  const change = (code: string, work: (own: Dashboards) => Dashboards): Record<string, never> =>
    session.change({ code, parameters: {} }, (recorder) => {
      writeDashboards(recorder, work(read()));
      return {};
    });
  const add = (code: string, work: (own: Dashboards) => { dashboards: Dashboards; id: number }) =>
    session.change({ code, parameters: {} }, (recorder) => {
      const { dashboards, id } = work(read());
      writeDashboards(recorder, dashboards);
      return { id };
    });
  return {
    'dashboard.list': () => ({
      dashboards: read().map((dashboard) => ({ ...dashboard, kpis: [...dashboard.kpis] })),
    }),
    'dashboard.create': (request) => add('newDashboard', (own) => withNew(own, request)),
    'dashboard.copy': (request) => add('copyDashboard', (own) => withCopy(own, request)),
    'dashboard.rename': ({ id, name }) => change('renameDashboard', (own) => withChanged(own, id, { name })),
    'dashboard.arrange': ({ id, kpis }) => change('dashboard', (own) => withChanged(own, id, { kpis })),
    'dashboard.move': ({ id, place }) => change('moveDashboard', (own) => withMoved(own, id, place)),
    'dashboard.remove': ({ id }) => change('removeDashboard', (own) => without(own, id)),
  };
}
