import type { KpiRow } from '@shared/ipc/kpi';
import type { RowDimension } from '@shared/kpi/declaration';
import type { DateRange } from '@shared/model/calendar-date';
import { create } from 'zustand';
import { request } from '../../../app/bridge';
import { attempt } from '../../../app/failure.store';
import type { ChosenFilter } from '../kpi-filter.store';

export interface PartsQuestion extends DateRange {
  /** The workspace that is asked about, by its path, and its state. */
  readonly path: string;
  readonly revision: number;
  readonly kpi: string;
  readonly by: RowDimension;
  readonly filter: ChosenFilter;
}

interface ReviewStore {
  /** The parts of KPIs that have been asked for, by question. */
  readonly parts: Readonly<Record<string, readonly KpiRow[]>>;
  /** Asks for the parts of a KPI, once. */
  load(question: PartsQuestion): Promise<void>;
  /** Fills the screen, or goes back to how the window was. */
  fillScreen(fills: boolean): Promise<void>;
}

/** So that each question is asked once, also while its answer is under way. */
const asked = new Set<string>();

export const useReview = create<ReviewStore>((set) => ({
  parts: {},
  load: async (question) => {
    const key = keyOf(question);
    if (asked.has(key)) return;
    asked.add(key);
    const { kpi, from, to, by, filter } = question;
    const answer = await attempt(request('kpi.evaluate', { kpis: [kpi], from, to, by, filter }));
    set(({ parts }) => ({ parts: { ...parts, [key]: answer?.kpis[0]?.rows ?? [] } }));
  },
  fillScreen: async (fills) => {
    await attempt(request('window.fillScreen', { fills }));
  },
}));

export function keyOf(question: PartsQuestion): string {
  return JSON.stringify(question);
}

/** Forgets what was asked: a review that starts anew shows the data as they are. */
export function startReview(): void {
  asked.clear();
  useReview.setState({ parts: {} });
}
