import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';

interface IndustriesStore {
  /** The industries that the workspace's benchmarks are of, in order. */
  readonly industries: readonly string[];
  load(): Promise<void>;
}

export const useIndustries = create<IndustriesStore>((set) => ({
  industries: [],
  load: async () => {
    const reply = await attempt(
      request('rows.distinct', { dataset: 'benchmarks', field: 'industry', limit: 500 }),
    );
    const industries = (reply?.values ?? []).flatMap(({ value }) =>
      typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [],
    );
    set({ industries });
  },
}));
