import type { DuplicateGroup, Merge, QualityFinding } from '@shared/ipc/quality';
import type { DatasetId } from '@shared/model/dataset';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';

interface QualityReport {
  readonly dataset: DatasetId;
  readonly rows: number;
  readonly findings: readonly QualityFinding[];
}

interface QualityState {
  /** Whether the panel is shown, whichever dataset is. */
  readonly open: boolean;
  /** Null while the rows are looked through for the first time. */
  readonly report: QualityReport | null;
  toggle(): void;
  load(dataset: DatasetId): Promise<void>;
}

export const useQuality = create<QualityState>((set, get) => ({
  open: false,
  report: null,
  toggle: () => set({ open: !get().open }),
  load: async (dataset) => {
    if (get().report?.dataset !== dataset) set({ report: null });
    const reply = await attempt(request('quality.report', { dataset }));
    if (reply) set({ report: { dataset, ...reply } });
  },
}));

/** The rows that a check finds; null when that failed. */
export async function rowsOfCheck(dataset: DatasetId, check: string): Promise<readonly number[] | null> {
  return (await attempt(request('quality.rows', { dataset, check })))?.ids ?? null;
}

export interface DuplicatePage {
  readonly groups: readonly DuplicateGroup[];
  readonly total: number;
  /** Of the total, those that are surely the same. */
  readonly sure: number;
}

/** The first groups of duplicates that a check finds; null when that failed. */
export function readDuplicates(
  dataset: DatasetId,
  check: string,
  limit: number,
): Promise<DuplicatePage | null> {
  return attempt(request('quality.duplicates', { dataset, check, offset: 0, limit }));
}

/** How many rows went into others; null when that failed. */
export async function mergeGroup(dataset: DatasetId, merge: Merge): Promise<number | null> {
  return (await attempt(request('quality.merge', { dataset, merges: [merge] })))?.removed ?? null;
}

export async function mergeSure(dataset: DatasetId, check: string): Promise<number | null> {
  return (await attempt(request('quality.mergeSure', { dataset, check })))?.removed ?? null;
}
