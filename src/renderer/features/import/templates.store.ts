import type { ImportTemplate, NewTemplate } from '@shared/ipc/import';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';

interface TemplatesState {
  /** The workspace's own, then those of known programs. */
  readonly templates: readonly ImportTemplate[];
  load(): Promise<void>;
}

export const useTemplates = create<TemplatesState>((set) => ({
  templates: [],
  load: async () => {
    const reply = await attempt(request('import.templates', {}));
    set({ templates: reply?.templates ?? [] });
  },
}));

/** The template as it is kept; null when that failed. */
export async function saveTemplate(template: NewTemplate): Promise<ImportTemplate | null> {
  const saved = await attempt(request('import.saveTemplate', template));
  await useTemplates.getState().load();
  return saved;
}

export async function renameTemplate(id: string, name: string): Promise<boolean> {
  const renamed = await attempt(request('import.renameTemplate', { id, name }));
  await useTemplates.getState().load();
  return renamed !== null;
}

export async function removeTemplate(id: string): Promise<boolean> {
  const removed = await attempt(request('import.removeTemplate', { id }));
  await useTemplates.getState().load();
  return removed !== null;
}
