import type { Request } from '@shared/ipc/contract';
import type { CohortMeasure, CohortStep } from '@shared/kpi/retention/cohort-table';
import type { RetentionReport } from '@shared/kpi/retention/retention-report';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../../app/bridge';
import { describeFailure } from '../../../app/failure.store';
import { newestOnly } from '../../../app/newest-only';

interface Question {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly asked: Request<'customers.retention'>;
}

interface RetentionStore {
  readonly step: CohortStep;
  /** Null: what the data are good for. */
  readonly measure: CohortMeasure | null;
  /** The newest report, which stays on the screen until the next. */
  readonly report: RetentionReport | null;
  readonly path: string | null;
  readonly problem: ErrorDescription | null;
  choose(choice: Partial<Pick<RetentionStore, 'step' | 'measure'>>): void;
  load(question: Question): Promise<void>;
}

export const useRetention = create<RetentionStore>((set) => ({
  step: 'month',
  measure: null,
  report: null,
  path: null,
  problem: null,
  choose: (choice) => set(choice),
  load: newestOnly(
    async ({ path, asked }: Question) => ({ path, report: await request('customers.retention', asked) }),
    {
      answered: ({ path, report }) => set({ path, report, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
}));
