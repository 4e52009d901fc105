import type { FilterDimension } from '@shared/kpi/declaration';
import { create } from 'zustand';
import { useWorkspace } from '../../app/workspace.store';
import { type MemberDimension, memberDimensions } from '../../components/member-names';

/** To whom and what all KPIs are narrowed; a dimension without names is not. As the contract of the KPI operations has it. */
export type ChosenFilter = Partial<Record<FilterDimension, string[]>>;

interface KpiFilterState {
  /** The workspace that the filter was chosen in; another one starts without. */
  readonly path: string | null;
  readonly filter: ChosenFilter;
}

const useFilterStore = create<KpiFilterState>(() => ({ path: null, filter: {} }));

const everything: ChosenFilter = {};

/** The filter that dashboard and detail pages share, and how to change it. */
export function useKpiFilter(): {
  readonly filter: ChosenFilter;
  narrow(dimension: MemberDimension, names: readonly string[]): void;
  clear(): void;
} {
  const own = useWorkspace(({ workspace }) => workspace?.path ?? null);
  const { path, filter } = useFilterStore();
  const current = path === own ? filter : everything;
  return {
    filter: current,
    narrow: (dimension, names) =>
      useFilterStore.setState({ path: own, filter: narrowed(current, dimension, names) }),
    clear: () => useFilterStore.setState({ path: own, filter: everything }),
  };
}

/** Puts another filter in place of the one in force. What it gives puts that back, unless the filter has been changed meanwhile. */
export function narrowFor(filter: ChosenFilter): () => void {
  const own = useWorkspace.getState().workspace?.path ?? null;
  const { path, filter: before } = useFilterStore.getState();
  useFilterStore.setState({ path: own, filter });
  return () => {
    if (useFilterStore.getState().filter !== filter) return;
    useFilterStore.setState({ path: own, filter: path === own ? before : everything });
  };
}

/** The filter with other names in one dimension; without names the dimension is left out. */
export function narrowed(
  filter: ChosenFilter,
  dimension: MemberDimension,
  names: readonly string[],
): ChosenFilter {
  const { [dimension]: _, ...others } = filter;
  return names.length === 0 ? others : { ...others, [dimension]: [...names] };
}

/** Dimensions in which a filter narrows, but in which a KPI cannot be narrowed. */
export function unknownTo(filter: ChosenFilter, dimensions: readonly string[]): readonly MemberDimension[] {
  return memberDimensions.filter(
    (dimension) => filter[dimension] !== undefined && !dimensions.includes(dimension),
  );
}
