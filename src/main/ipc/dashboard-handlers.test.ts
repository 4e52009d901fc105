import type { DashboardTitle } from '@shared/dashboard/dashboard';
import { unattended } from '@shared/ipc/operation';
import { describe, expect, it } from 'vitest';
import { emptyWorkspace } from '../database/kpi/kpi-workspace.fixture';
import { writeSetting } from '../workspace/workspace-options';
import { dashboardHandlers } from './dashboard-handlers';

async function workspace(earlier?: readonly string[]) {
  const session = await emptyWorkspace();
  if (earlier) session.build((recorder) => writeSetting(recorder, 'dashboard', earlier));
  const handlers = dashboardHandlers(session);
  const list = async () => (await handlers['dashboard.list']({}, unattended)).dashboards;
  const names = async (): Promise<readonly (string | DashboardTitle)[]> =>
    (await list()).map(({ name, title }) => name || title);
  return { session, handlers, list, names };
}

describe('dashboards', () => {
  it('carry over the one of a workspace from when there was but one, without KPIs that are unknown', async () => {
    const { list, names } = await workspace(['win_rate', 'gone', 'revenue']);
    expect(await names()).toEqual(['own', 'manager', 'analyst', 'review']);
    expect((await list())[0]?.kpis).toEqual(['win_rate', 'revenue']);
  });

  it('are made, copied, named, moved and deleted, each as a step that can be undone', async () => {
    const { session, handlers, names } = await workspace();
    const states = [await names()];
    const step = async (change: unknown) => {
      await change;
      states.push(await names());
    };
    await step(handlers['dashboard.create']({ name: 'Monday', kpis: ['revenue'] }, unattended));
    await step(handlers['dashboard.copy']({ id: 1, name: 'Second' }, unattended));
    await step(handlers['dashboard.rename']({ id: 4, name: 'Tuesday' }, unattended));
    await step(handlers['dashboard.move']({ id: 4, place: 0 }, unattended));
    await step(handlers['dashboard.remove']({ id: 2 }, unattended));
    expect(states.at(-1)).toEqual(['Tuesday', 'manager', 'Second', 'review']);
    for (const state of states.slice(0, -1).reverse()) {
      session.undo();
      expect(await names()).toEqual(state);
    }
    for (const state of states.slice(1)) {
      session.redo();
      expect(await names()).toEqual(state);
    }
  });

  it('keep the order into which their cards were brought', async () => {
    const { session, handlers, list } = await workspace();
    await handlers['dashboard.arrange']({ id: 3, kpis: ['win_rate', 'revenue'] }, unattended);
    expect((await list())[2]?.kpis).toEqual(['win_rate', 'revenue']);
    session.undo();
    expect((await list())[2]?.kpis[0]).toBe('revenue');
  });
});
