import type { KpiCard } from '@shared/ipc/kpi';
import type { DateRange } from '@shared/ipc/workspace';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';
import type { ChosenFilter } from './kpi-filter.store';

export interface DashboardQuestion extends DateRange {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly kpis: readonly string[];
  readonly filter: ChosenFilter;
}

interface DashboardAnswer {
  readonly question: DashboardQuestion;
  /** One for each KPI of the question. */
  readonly cards: readonly KpiCard[];
}

interface DashboardStore {
  /** The newest answer, which stays on the screen until the next; null before the first. */
  readonly answer: DashboardAnswer | null;
  readonly problem: ErrorDescription | null;
  load(question: DashboardQuestion): Promise<void>;
}

export const useDashboard = create<DashboardStore>((set) => ({
  answer: null,
  problem: null,
  load: newestOnly(
    async (question: DashboardQuestion): Promise<DashboardAnswer> => {
      const { from, to, filter, kpis } = question;
      const { cards } = await request('kpi.cards', { from, to, kpis: [...kpis], filter });
      return { question, cards };
    },
    {
      answered: (answer) => set({ answer, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
}));
