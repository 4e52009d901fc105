import type { BrokenKpi, KpiDescription } from '@shared/ipc/kpi';
import { builtInKpis } from '@shared/kpi/catalogue';
import { describeKpi } from '@shared/kpi/describe-kpi';
import { create } from 'zustand';
import { request } from './bridge';
import { attempt } from './failure.store';
import { learnKpiTexts } from './language';
import { newestOnly } from './newest-only';
import { useWorkspace } from './workspace.store';

interface KpiCatalogueStore {
  /** The KPIs of the open workspace: the built-in ones, then its own. */
  readonly kpis: readonly KpiDescription[];
  /** Definitions of its own that cannot be reckoned, each with why. */
  readonly broken: readonly BrokenKpi[];
}

const withoutWorkspace: KpiCatalogueStore = { kpis: builtInKpis.map(describeKpi), broken: [] };

export const useKpiCatalogue = create<KpiCatalogueStore>(() => withoutWorkspace);

/** A KPI of the open workspace; null for one that it does not have. */
export function useKpi(id: string): KpiDescription | null {
  return useKpiCatalogue(({ kpis }) => kpis.find((kpi) => kpi.id === id) ?? null);
}

/** Stands for a KPI of which an answer has arrived before the catalogue that knows it. */
const unknown: Omit<KpiDescription, 'id'> = {
  category: 'outcome',
  unit: 'number',
  direction: 'up',
  dimensions: [],
  bases: [],
  isAdditive: false,
  inheritsTarget: false,
};

/** Looks KPIs of the open workspace up. */
export function useKpis(): (id: string) => KpiDescription {
  const { kpis } = useKpiCatalogue();
  return (id) => kpis.find((kpi) => kpi.id === id) ?? { ...unknown, id };
}

/** Keeps up with the KPIs that are defined in the open workspace, from now on. */
export function followKpiCatalogue(): void {
  const load = newestOnly<boolean, KpiCatalogueStore>(
    async (isOpen) =>
      isOpen ? ((await attempt(request('kpi.catalogue', {}))) ?? withoutWorkspace) : withoutWorkspace,
    {
      answered: ({ kpis, broken }) => {
        const { kpis: known, broken: knownBroken } = useKpiCatalogue.getState();
        if (JSON.stringify(broken) !== JSON.stringify(knownBroken)) useKpiCatalogue.setState({ broken });
        if (JSON.stringify(kpis) === JSON.stringify(known)) return;
        learnKpiTexts(kpis);
        useKpiCatalogue.setState({ kpis });
      },
      failed: () => undefined,
    },
  );
  const stateOf = ({ workspace }: ReturnType<typeof useWorkspace.getState>): string =>
    workspace === null ? '' : `${workspace.revision} ${workspace.path}`;
  useWorkspace.subscribe((now, before) => {
    if (stateOf(now) !== stateOf(before)) void load(now.workspace !== null);
  });
  void load(useWorkspace.getState().workspace !== null);
}
