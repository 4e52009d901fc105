import type { ErrorDescription } from '@shared/model/error';
import type { Adjustment } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import type { ScenarioUncertainty } from '@shared/scenario/scenario-chain';
import type { SimulationSummary } from '@shared/scenario/simulation/simulation-summary';
import { create } from 'zustand';
import type { SimulationNews, SimulationOrder } from './simulation-messages';

export interface SimulationAsked {
  readonly base: ScenarioBase;
  readonly adjustments: readonly Adjustment[];
  readonly uncertainty: ScenarioUncertainty;
  readonly runs: number;
  readonly seed: number;
}

interface SimulationState {
  readonly phase: 'idle' | 'running' | 'finished' | 'stopped';
  /** Runs made so far, of those that are asked for. */
  readonly done: number;
  readonly runs: number;
  /** Of the runs at which it was last shown; kept while a new simulation has nothing to show yet. */
  readonly summary: SimulationSummary | null;
  /** Why it cannot be simulated. */
  readonly problem: ErrorDescription | null;
  /** Starts anew; whatever is running stops. */
  start(asked: SimulationAsked): void;
  /** Keeps what has been shown. */
  stop(): void;
}

export const useSimulation = create<SimulationState>((set, get) => {
  let worker: Worker | null = null;
  let knownBase: ScenarioBase | null = null;
  let job = 0;

  const order = (message: SimulationOrder): void => {
    worker ??= begin();
    worker.postMessage(message);
  };

  const begin = (): Worker => {
    const begun = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' });
    begun.addEventListener('message', ({ data }: MessageEvent<SimulationNews>) => heard(data));
    return begun;
  };

  const heard = (news: SimulationNews): void => {
    // What a job that is no longer wanted still had to say.
    if (news.job !== job || get().phase !== 'running') return;
    switch (news.kind) {
      case 'progress':
        set({ done: news.done });
        return;
      case 'summary':
        set({ summary: news.summary, phase: news.summary.runs >= get().runs ? 'finished' : 'running' });
        return;
      case 'failed':
        set({ problem: news.error, summary: null, phase: 'stopped' });
    }
  };

  return {
    phase: 'idle',
    done: 0,
    runs: 0,
    summary: null,
    problem: null,
    start: ({ base, adjustments, uncertainty, runs, seed }) => {
      if (base !== knownBase) {
        knownBase = base;
        order({ kind: 'base', base });
      }
      job += 1;
      set({ phase: 'running', done: 0, runs, problem: null });
      order({ kind: 'start', job, adjustments, uncertainty, runs, seed });
    },
    stop: () => {
      if (get().phase !== 'running') return;
      order({ kind: 'stop' });
      set({ phase: 'stopped' });
    },
  };
});
