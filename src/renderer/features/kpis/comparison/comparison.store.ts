import type { Request } from '@shared/ipc/contract';
import type { KpiResult } from '@shared/ipc/kpi';
import { type ComparedShare, compareShares } from '@shared/kpi/compare-shares';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../../app/bridge';
import { describeFailure } from '../../../app/failure.store';
import { newestOnly } from '../../../app/newest-only';

interface Question {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly asked: Request<'kpi.evaluate'>;
}

interface Comparison {
  readonly path: string;
  readonly result: KpiResult;
  readonly shares: readonly ComparedShare[];
}

interface ComparisonStore {
  /** The newest answer, which stays on the screen until the next. */
  readonly comparison: Comparison | null;
  readonly problem: ErrorDescription | null;
  load(question: Question): Promise<void>;
}

export const useComparison = create<ComparisonStore>((set) => ({
  comparison: null,
  problem: null,
  load: newestOnly(readComparison, {
    answered: (comparison) => set({ comparison, problem: null }),
    failed: (error) => set({ problem: describeFailure(error) }),
  }),
}));

async function readComparison({ path, asked }: Question): Promise<Comparison> {
  const { kpis } = await request('kpi.evaluate', asked);
  const [result] = kpis;
  if (result === undefined) throw new Error('no answer');
  const shares = compareShares(
    result.rows.map(({ key, numerator, denominator }) => ({
      key,
      count: numerator ?? 0,
      of: denominator ?? 0,
    })),
  );
  const sorted = [...shares].sort((one, other) => other.value - one.value);
  return { path, result, shares: sorted };
}
