import type { Language } from '@shared/ipc/workspace';
import type { KpiDimension } from '@shared/kpi/declaration';
import type { DateRange } from '@shared/model/calendar-date';
import type { DatasetId } from '@shared/model/dataset';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';
import { runJob } from '../../app/progress.store';
import type { ShownRows } from '../../app/shown-rows.store';

export type ExportFormat = 'xlsx' | 'csv';

/** What goes into the file. */
export type ExportContent =
  | { readonly kind: 'kpis'; readonly range: DateRange; readonly by: KpiDimension | null }
  | { readonly kind: 'dataset'; readonly dataset: DatasetId; readonly only: ShownRows | null };

/** How it is written. */
export interface ExportForm {
  readonly format: ExportFormat;
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
  /** Without its ending. */
  readonly suggestedName: string;
}

export interface Exported {
  readonly path: string;
  readonly rows: number;
}

interface ExportStore {
  /** The export that is running. */
  readonly job: string | null;
  /** Asks for a file and writes to it; null when no file was chosen, or when it failed or was cancelled. */
  run(content: ExportContent, form: ExportForm): Promise<Exported | null>;
}

export const useExport = create<ExportStore>((set) => ({
  job: null,
  run: async (content, form) => {
    const path = await choosePath(form);
    if (path === null) return null;
    const { format, language, locale } = form;
    const write = (job: string) => writeContent(content, { job, path, format, language, locale });
    const exported = await attempt(runJob(write, (job) => set({ job })));
    set({ job: null });
    return exported;
  },
}));

async function choosePath({ suggestedName, format }: ExportForm): Promise<string | null> {
  const question = { suggestedName: `${suggestedName}.${format}`, format };
  return (await attempt(request('dialog.chooseExportFile', question)))?.path ?? null;
}

interface Destination extends Omit<ExportForm, 'suggestedName'> {
  readonly job: string;
  readonly path: string;
}

function writeContent(content: ExportContent, destination: Destination): Promise<Exported> {
  if (content.kind === 'kpis') {
    const by = content.by === null ? {} : { by: content.by };
    return request('export.kpis', { ...destination, ...content.range, ...by });
  }
  const { dataset, only } = content;
  const narrowed = only ? { sort: [...only.sort], filter: [...only.filter], search: only.search } : {};
  return request('export.dataset', { ...destination, dataset, ...narrowed });
}
