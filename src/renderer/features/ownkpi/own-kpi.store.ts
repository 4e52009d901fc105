import type { OwnKpiPreview } from '@shared/ipc/own-kpi';
import { extraColumnPrefix } from '@shared/ipc/rows';
import type { RowDimension } from '@shared/kpi/declaration';
import { type MeasureDataset, measureDatasets } from '@shared/kpi/measure';
import type { OwnKpi } from '@shared/kpi/own/own-kpi';
import type { DateRange } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';

interface PreviewQuestion {
  readonly definition: OwnKpi;
  readonly replaces: string | null;
  readonly range: DateRange;
  readonly by: RowDimension | null;
}

/** Headings of the extra columns of each dataset, as columns. */
export type ExtraColumns = Readonly<Partial<Record<MeasureDataset, readonly string[]>>>;

interface OwnKpiStore {
  /** The workspace's own KPIs; null before they are read. */
  readonly kpis: readonly OwnKpi[] | null;
  readonly extraColumns: ExtraColumns;
  /** What the newest draft comes to; the one before stays until it is there. */
  readonly preview: OwnKpiPreview | null;
  readonly problem: ErrorDescription | null;
  load(): Promise<void>;
  forgetPreview(): void;
  ask(question: PreviewQuestion): Promise<void>;
  /** Gives the id under which it is stored; null where it could not be. */
  save(definition: OwnKpi, replaces: string | null): Promise<string | null>;
  /** Stores the definitions of a text; gives their ids. */
  define(definitions: readonly OwnKpi[]): Promise<readonly string[] | null>;
  remove(id: string): Promise<boolean>;
  uses(id: string): Promise<KpiUses | null>;
  /** Writes one of them, or all, to a file that a dialog asks for. */
  write(id: string | null, suggestedName: string): Promise<void>;
  /** Values that the workspace has in a field, for a condition. */
  suggest(dataset: MeasureDataset, field: string, search: string): Promise<readonly string[]>;
}

export interface KpiUses {
  readonly dashboards: number;
  readonly targets: number;
  readonly kpis: readonly string[];
}

export const useOwnKpis = create<OwnKpiStore>((set) => ({
  kpis: null,
  extraColumns: {},
  preview: null,
  problem: null,
  load: async () => {
    const [list, ...columns] = await Promise.all([
      attempt(request('ownKpi.list', {})),
      ...measureDatasets.map((dataset) => attempt(request('rows.columns', { dataset }))),
    ]);
    const extraColumns = Object.fromEntries(
      measureDatasets.map((dataset, index) => [
        dataset,
        (columns[index]?.columns ?? []).flatMap(({ id }) => (id.startsWith(extraColumnPrefix) ? [id] : [])),
      ]),
    );
    set({ kpis: list?.kpis ?? [], extraColumns });
  },
  forgetPreview: () => set({ preview: null, problem: null }),
  ask: newestOnly<PreviewQuestion, OwnKpiPreview>(
    ({ range, ...question }) => request('ownKpi.preview', { ...range, ...question }),
    {
      answered: (preview) => set({ preview, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
  save: async (definition, replaces) =>
    (await attempt(request('ownKpi.save', { definition, replaces })))?.id ?? null,
  define: async (definitions) =>
    (await attempt(request('ownKpi.define', { definitions: [...definitions] })))?.ids ?? null,
  remove: async (id) => (await attempt(request('ownKpi.remove', { id }))) !== null,
  uses: (id) => attempt(request('ownKpi.uses', { id })),
  write: async (id, name) => {
    const suggestedName = `${name.replace(/[\\/:*?"<>|]/g, '-')}.json`;
    const answer = await attempt(request('dialog.chooseExportFile', { suggestedName, format: 'json' }));
    const path = answer?.path;
    if (path != null) await attempt(request('ownKpi.export', { id, path }));
  },
  suggest: async (dataset, field, search) => {
    const answer = await attempt(request('rows.distinct', { dataset, field, search, limit: 100 }));
    return (answer?.values ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  },
}));
