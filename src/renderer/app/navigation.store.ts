import type { Filter } from '@shared/ipc/rows';
import type { FilterDimension } from '@shared/kpi/declaration';
import type { DatasetId } from '@shared/model/dataset';
import { create } from 'zustand';

export type Place =
  | { readonly page: 'start' }
  /** `filter` narrows the rows on arrival, as when a KPI is opened down to its rows. */
  | { readonly page: 'data'; readonly dataset?: DatasetId; readonly filter?: Filter }
  | { readonly page: 'import' }
  | { readonly page: 'imports' }
  | { readonly page: 'kpis' }
  /** `filter` narrows all KPIs while the page is shown; `back` is where the way back leads, if not to the dashboards. */
  | { readonly page: 'kpi'; readonly kpi: string; readonly filter?: NarrowedTo; readonly back?: Place }
  /** `rep` is whom the talk is with; without, the one of last time. */
  | { readonly page: 'oneToOne'; readonly rep?: string }
  /** The definition of an own KPI; null for a new one. */
  | { readonly page: 'ownKpi'; readonly id: string | null }
  /** The KPIs for a meeting, over the whole screen; `back` is where it was started from. */
  | { readonly page: 'review'; readonly back: Place }
  | { readonly page: 'targets' }
  | { readonly page: 'quotas' }
  | { readonly page: 'pricing' }
  | { readonly page: 'incentives' }
  /** `scenario` is shown on arrival; without, the one of last time. */
  | { readonly page: 'whatif'; readonly scenario?: number };

/** Names of reps, teams… by dimension. */
export type NarrowedTo = Partial<Record<FilterDimension, string[]>>;

interface NavigationState {
  readonly place: Place;
  readonly settingsOpen: boolean;
  readonly shortcutsOpen: boolean;
  readonly exportOpen: boolean;
  go(place: Place): void;
  /** Opens or closes dialogs; one is open at a time. */
  show(dialog: Partial<Pick<NavigationState, 'settingsOpen' | 'shortcutsOpen' | 'exportOpen'>>): void;
}

export const useNavigation = create<NavigationState>((set) => ({
  place: { page: 'start' },
  settingsOpen: false,
  shortcutsOpen: false,
  exportOpen: false,
  go: (place) => set({ place }),
  show: (dialog) => set({ settingsOpen: false, shortcutsOpen: false, exportOpen: false, ...dialog }),
}));
