import type { Reply, Request } from '@shared/ipc/contract';
import type { KpiResult } from '@shared/ipc/kpi';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../../app/bridge';
import { attempt, describeFailure } from '../../../app/failure.store';
import { newestOnly } from '../../../app/newest-only';

interface Question {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly asked: Request<'deals.cycles'> & { readonly basis?: string };
}

export interface Funnel {
  readonly path: string;
  readonly result: KpiResult;
  readonly stages: Reply<'deals.stages'>;
}

interface FunnelStore {
  /** The newest answer, which stays on the screen until the next. */
  readonly funnel: Funnel | null;
  readonly problem: ErrorDescription | null;
  load(question: Question): Promise<void>;
  /** None for the usual order. */
  orderStages(stages: readonly string[]): Promise<void>;
}

export const useFunnel = create<FunnelStore>((set) => ({
  funnel: null,
  problem: null,
  load: newestOnly(readFunnel, {
    answered: (funnel) => set({ funnel, problem: null }),
    failed: (error) => set({ problem: describeFailure(error) }),
  }),
  orderStages: async (stages) => {
    await attempt(request('deals.orderStages', { stages: [...stages] }));
  },
}));

async function readFunnel({ path, asked }: Question): Promise<Funnel> {
  const [{ kpis }, stages] = await Promise.all([
    request('kpi.evaluate', { ...asked, kpis: ['funnel'], by: 'stage' }),
    request('deals.stages', {}),
  ]);
  const [result] = kpis;
  if (result === undefined) throw new Error('no answer for funnel');
  return { path, result, stages };
}

interface CycleStore {
  readonly cycles: (Reply<'deals.cycles'> & { readonly path: string }) | null;
  readonly problem: ErrorDescription | null;
  load(question: Question): Promise<void>;
}

export const useCycles = create<CycleStore>((set) => ({
  cycles: null,
  problem: null,
  load: newestOnly(
    async ({ path, asked }: Question) => ({ path, ...(await request('deals.cycles', asked)) }),
    {
      answered: (cycles) => set({ cycles, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
}));
