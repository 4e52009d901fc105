import { create } from 'zustand';
import { request, subscribe } from './bridge';

export interface Progress {
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
}

interface ProgressState {
  /** Of the jobs that are running, by their id. */
  readonly jobs: Readonly<Record<string, Progress>>;
}

const useProgressStore = create<ProgressState>(() => ({ jobs: {} }));

/** How far a job has come; null before its first report. */
export function useProgress(job: string | null): Progress | null {
  return useProgressStore(({ jobs }) => (job === null ? null : (jobs[job] ?? null)));
}

/** Runs a long request under a new job id and forgets its progress when it ends. */
export async function runJob<Value>(
  start: (job: string) => Promise<Value>,
  started?: (job: string) => void,
): Promise<Value> {
  const job = crypto.randomUUID();
  started?.(job);
  try {
    return await start(job);
  } finally {
    useProgressStore.setState(({ jobs: { [job]: _ended, ...others } }) => ({ jobs: others }));
  }
}

export function cancelJob(job: string): void {
  void request('job.cancel', { job });
}

export function followProgress(): void {
  subscribe('progress', ({ job, done, total }) => {
    useProgressStore.setState(({ jobs }) => ({ jobs: { ...jobs, [job]: { done, total } } }));
  });
}
