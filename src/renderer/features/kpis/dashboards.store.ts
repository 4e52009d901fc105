import { type Dashboard, type DashboardPreset, presetKpis } from '@shared/dashboard/dashboard';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';

interface DashboardsQuestion {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly revision: number;
}

interface DashboardsStore {
  /** What the dashboards were read from; null before the first answer. */
  readonly read: DashboardsQuestion | null;
  /** In the order of their tabs. */
  readonly dashboards: readonly Dashboard[];
  /** The one that was chosen last, by the workspace's path. */
  readonly chosen: Readonly<Record<string, number>>;
  load(question: DashboardsQuestion): Promise<void>;
  choose(id: number): void;
  /** Makes a dashboard and shows it. Each of these is a step that can be undone. */
  create(name: string, preset: DashboardPreset | null): Promise<void>;
  copy(id: number, name: string): Promise<void>;
  rename(id: number, name: string): Promise<void>;
  /** Shows these KPIs in this order, on the screen at once. */
  arrange(id: number, kpis: readonly string[]): Promise<void>;
  move(id: number, place: number): Promise<void>;
  remove(id: number): Promise<void>;
}

function storageKey(path: string): string {
  return `dashboard ${path}`;
}

export const useDashboards = create<DashboardsStore>((set, get) => ({
  read: null,
  dashboards: [],
  chosen: {},
  load: newestOnly(
    async (question: DashboardsQuestion) => ({ question, ...(await request('dashboard.list', {})) }),
    {
      answered: ({ question, dashboards }) => set({ read: question, dashboards }),
      failed: (error) => void attempt(Promise.reject(error)),
    },
  ),
  choose: (id) => {
    const path = get().read?.path ?? '';
    localStorage.setItem(storageKey(path), String(id));
    set(({ chosen }) => ({ chosen: { ...chosen, [path]: id } }));
  },
  create: async (name, preset) => {
    const kpis = preset === null ? [] : [...presetKpis[preset]];
    const made = await attempt(request('dashboard.create', { name, kpis }));
    if (made) get().choose(made.id);
  },
  copy: async (id, name) => {
    const made = await attempt(request('dashboard.copy', { id, name }));
    if (made) get().choose(made.id);
  },
  rename: async (id, name) => {
    await attempt(request('dashboard.rename', { id, name }));
  },
  arrange: async (id, kpis) => {
    const before = get().dashboards;
    set({ dashboards: before.map((own) => (own.id === id ? { ...own, kpis } : own)) });
    const done = await attempt(request('dashboard.arrange', { id, kpis: [...kpis] }));
    if (done === null) set({ dashboards: before });
  },
  move: async (id, place) => {
    await attempt(request('dashboard.move', { id, place }));
  },
  remove: async (id) => {
    await attempt(request('dashboard.remove', { id }));
  },
}));

/** The dashboard that is shown: the one that was chosen last, else the first. Null before the dashboards of this workspace are read. */
export function useCurrentDashboard(path: string | null): Dashboard | null {
  const { read, dashboards, chosen } = useDashboards();
  if (path === null || read?.path !== path) return null;
  const id = chosen[path] ?? Number(localStorage.getItem(storageKey(path)));
  return dashboards.find((dashboard) => dashboard.id === id) ?? dashboards[0] ?? null;
}
