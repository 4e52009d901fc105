import { create } from 'zustand';
import { request } from './bridge';
import { attempt } from './failure.store';
import { newestOnly } from './newest-only';

interface ListedRep {
  readonly name: string;
  /** Empty where there is none. */
  readonly team: string;
}

interface RepListStore {
  /** The reps of a workspace by team and name; null before they are read. */
  readonly reps: { readonly path: string; readonly list: readonly ListedRep[] } | null;
  load(path: string): Promise<void>;
}

/** The reps of the open workspace, read when somebody wants to choose one. */
export const useRepList = create<RepListStore>((set) => ({
  reps: null,
  load: newestOnly(async (path: string) => ({ path, list: (await request('oneToOne.reps', {})).reps }), {
    answered: (reps) => set({ reps }),
    failed: (error) => void attempt(Promise.reject(error)),
  }),
}));
