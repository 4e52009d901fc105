import type { KpiCard, KpiRow } from '@shared/ipc/kpi';
import type { DateRange } from '@shared/ipc/workspace';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';
import type { ChosenFilter } from './kpi-filter.store';

interface DashboardQuestion extends DateRange {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly filter: ChosenFilter;
}

interface Dashboard {
  readonly question: DashboardQuestion;
  /** Ids of the KPIs that were chosen, in their order. */
  readonly chosen: readonly string[];
  readonly cards: readonly KpiCard[];
  /** Reps at quota by team, where that KPI is shown: numerator and denominator are reps. */
  readonly teams: readonly KpiRow[];
}

interface DashboardStore {
  /** The newest answer, which stays on the screen until the next; null before the first. */
  readonly dashboard: Dashboard | null;
  readonly problem: ErrorDescription | null;
  load(question: DashboardQuestion): Promise<void>;
  /** Changes which KPIs are shown, as a step that can be undone. */
  choose(kpis: readonly string[]): Promise<void>;
}

export const useDashboard = create<DashboardStore>((set) => ({
  dashboard: null,
  problem: null,
  load: newestOnly<DashboardQuestion, Dashboard>(
    async (question) => {
      const { kpis: chosen } = await request('dashboard.get', {});
      const { from, to, filter } = question;
      const [{ cards }, teams] = await Promise.all([
        request('kpi.cards', { from, to, kpis: chosen, filter }),
        chosen.includes('reps_at_quota') ? readTeams(question) : [],
      ]);
      return { question, chosen, cards, teams };
    },
    {
      answered: (dashboard) => set({ dashboard, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
  choose: async (kpis) => {
    await attempt(request('dashboard.set', { kpis: [...kpis] }));
  },
}));

async function readTeams({ from, to, filter }: DashboardQuestion): Promise<readonly KpiRow[]> {
  const { kpis } = await request('kpi.evaluate', { from, to, kpis: ['reps_at_quota'], by: 'team', filter });
  return kpis[0]?.rows ?? [];
}
