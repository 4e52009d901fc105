import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { create } from 'zustand';
import { subscribe } from './bridge';

interface Failure {
  readonly id: number;
  readonly error: ErrorDescription;
}

interface FailureState {
  /** Failures that the person has not seen to yet, oldest first. */
  readonly failures: readonly Failure[];
  add(error: ErrorDescription): void;
  dismiss(id: number): void;
}

let lastId = 0;

export const useFailures = create<FailureState>((set) => ({
  failures: [],
  add: (error) => {
    lastId += 1;
    const failure = { id: lastId, error };
    set(({ failures }) => ({ failures: [...failures, failure] }));
  },
  dismiss: (id) => set(({ failures }) => ({ failures: failures.filter((failure) => failure.id !== id) })),
}));

export function describeFailure(error: unknown): ErrorDescription {
  if (error instanceof QuotabenchError) return error.describe();
  return {
    code: 'unexpected',
    parameters: { detail: error instanceof Error ? error.message : String(error) },
  };
}

/** Waits for something that may fail: a failure is shown to the person, and the answer is null. */
export async function attempt<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work;
  } catch (error) {
    const description = describeFailure(error);
    if (description.code !== 'cancelled') useFailures.getState().add(description);
    return null;
  }
}

export function followFailures(): void {
  subscribe('failure', (error) => useFailures.getState().add(error));
}
