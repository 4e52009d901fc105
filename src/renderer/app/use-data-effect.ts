import { type DependencyList, type EffectCallback, useEffect } from 'react';
import { useRevision } from './workspace.store';

/** An effect that runs again when the data of the workspace change, too: the same question then has another answer. */
export function useDataEffect(effect: EffectCallback, dependencies: DependencyList): void {
  const revision = useRevision();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the linter holds the callers' lists against their effects
  useEffect(effect, [...dependencies, revision]);
}
