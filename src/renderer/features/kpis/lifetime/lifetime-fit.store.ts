import type { LifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import type { DateRange } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../../app/bridge';
import { describeFailure } from '../../../app/failure.store';
import { newestOnly } from '../../../app/newest-only';

interface Question {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly range: DateRange;
}

interface LifetimeFitStore {
  /** The newest report, which stays on the screen until the next. */
  readonly report: LifetimeReport | null;
  readonly path: string | null;
  readonly problem: ErrorDescription | null;
  load(question: Question): Promise<void>;
}

export const useLifetimeFit = create<LifetimeFitStore>((set) => ({
  report: null,
  path: null,
  problem: null,
  load: newestOnly(
    async ({ path, range }: Question) => ({ path, report: await request('customers.lifetimeFit', range) }),
    {
      answered: ({ path, report }) => set({ path, report, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
}));
