import type { Reply, Request } from '@shared/ipc/contract';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../../app/bridge';
import { describeFailure } from '../../../app/failure.store';
import { newestOnly } from '../../../app/newest-only';

/** An answer about one workspace, by its path. */
interface Kept<Answer> {
  readonly path: string;
  readonly answer: Answer;
}

interface ForecastStore<Name extends 'forecast.progress' | 'forecast.attainment'> {
  /** The newest forecast, which stays on the screen until the next. */
  readonly kept: Kept<Reply<Name>['forecast']> | null;
  readonly problem: ErrorDescription | null;
  load(question: { readonly path: string; readonly asked: Request<Name> }): Promise<void>;
}

export const useProgressForecast = create<ForecastStore<'forecast.progress'>>((set) => ({
  kept: null,
  problem: null,
  load: newestOnly(
    async ({ path, asked }) => ({ path, answer: (await request('forecast.progress', asked)).forecast }),
    {
      answered: (kept) => set({ kept, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
}));

export const useAttainmentForecast = create<ForecastStore<'forecast.attainment'>>((set) => ({
  kept: null,
  problem: null,
  load: newestOnly(
    async ({ path, asked }) => ({ path, answer: (await request('forecast.attainment', asked)).forecast }),
    {
      answered: (kept) => set({ kept, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
}));
