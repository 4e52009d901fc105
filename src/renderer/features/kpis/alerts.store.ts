import type { DateRange } from '@shared/ipc/workspace';
import type { KpiAlert } from '@shared/kpi/alert';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';
import type { ChosenFilter } from './kpi-filter.store';

interface AlertsQuestion extends DateRange {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly filter: ChosenFilter;
}

interface AlertsStore {
  /** The newest answer, which stays on the screen until the next; null before the first. */
  readonly answer: { readonly question: AlertsQuestion; readonly alerts: readonly KpiAlert[] } | null;
  /** Whether all alerts are shown where there are many; remembered on this machine. */
  readonly showsAll: boolean;
  load(question: AlertsQuestion): Promise<void>;
  showAll(showsAll: boolean): void;
}

const storageKey = 'alerts shown';

/** What is off in the period, asked apart from the cards, which do not wait for it. */
export const useAlerts = create<AlertsStore>((set) => ({
  answer: null,
  showsAll: localStorage.getItem(storageKey) === 'all',
  load: newestOnly(
    async (question: AlertsQuestion) => {
      const { from, to, filter } = question;
      const { alerts } = await request('kpi.alerts', { from, to, filter });
      return { question, alerts };
    },
    {
      answered: (answer) => set({ answer }),
      failed: (error) => void attempt(Promise.reject(error)),
    },
  ),
  showAll: (showsAll) => {
    localStorage.setItem(storageKey, showsAll ? 'all' : 'some');
    set({ showsAll });
  },
}));
