import { type Comparison, comparisons } from '@shared/model/comparison';
import { create } from 'zustand';
import { useWorkspace } from './workspace.store';

interface ComparisonState {
  /** What was chosen since the start, by the workspace's path. */
  readonly chosen: Readonly<Record<string, Comparison>>;
}

const useComparisonStore = create<ComparisonState>(() => ({ chosen: {} }));

function storageKey(path: string): string {
  return `comparison ${path}`;
}

function remembered(path: string): Comparison {
  const stored = localStorage.getItem(storageKey(path));
  return comparisons.find((comparison) => comparison === stored) ?? 'previous';
}

/** The comparison that the pages share, and how to change it; remembered for each workspace. */
export function useComparison(): {
  readonly comparison: Comparison;
  compareWith(comparison: Comparison): void;
} {
  const path = useWorkspace(({ workspace }) => workspace?.path ?? '');
  const { chosen } = useComparisonStore();
  return {
    comparison: chosen[path] ?? remembered(path),
    compareWith: (comparison) => {
      localStorage.setItem(storageKey(path), comparison);
      useComparisonStore.setState({ chosen: { ...chosen, [path]: comparison } });
    },
  };
}
