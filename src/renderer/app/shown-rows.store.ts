import type { Filter, Sort } from '@shared/ipc/rows';
import type { DatasetId } from '@shared/model/dataset';
import { create } from 'zustand';

export interface ShownRows {
  readonly dataset: DatasetId;
  readonly sort: Sort;
  readonly filter: Filter;
  readonly search: string;
  /** How many rows that finds. */
  readonly total: number;
}

/** What the grid showed last, so that an export can take just that; null before the first grid. */
export const useShownRows = create<{ readonly shown: ShownRows | null }>(() => ({ shown: null }));
