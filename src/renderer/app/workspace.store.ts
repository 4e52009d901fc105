import type { WorkspaceInfo, WorkspaceOptions } from '@shared/ipc/workspace';
import { create } from 'zustand';
import { request, subscribe } from './bridge';
import { attempt } from './failure.store';
import { useNavigation } from './navigation.store';
import { keepPendingEdits } from './pending-edits';

interface RecentWorkspace {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly exists: boolean;
}

interface WorkspaceStore {
  /** The open workspace as the main process last told of it; null when none is open. */
  readonly workspace: WorkspaceInfo | null;
  readonly recent: readonly RecentWorkspace[];
  loadRecent(): Promise<void>;
  create(): Promise<void>;
  open(path?: string): Promise<void>;
  openSample(): Promise<void>;
  /** A new workspace that is named after a spreadsheet. */
  createForSource(source: string): Promise<boolean>;
  save(): Promise<void>;
  saveAs(): Promise<void>;
  close(): Promise<void>;
  configure(options: Partial<WorkspaceOptions>): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  forget(path: string): Promise<void>;
}

export const useWorkspace = create<WorkspaceStore>((set, get) => {
  const adopt = (workspace: WorkspaceInfo | null): boolean => {
    if (workspace === null) return false;
    set({ workspace });
    return true;
  };
  const openAndShow = async (opening: Promise<WorkspaceInfo | null>): Promise<void> => {
    const opened = await attempt(opening);
    if (opened && adopt(opened))
      useNavigation.getState().go(hasRows(opened) ? { page: 'kpis' } : { page: 'data' });
    else await get().loadRecent();
  };
  return {
    workspace: null,
    recent: [],
    loadRecent: async () => {
      const { workspaces } = await request('recent.list', {});
      set({ recent: workspaces });
    },
    create: () => openAndShow(request('workspace.create', {})),
    open: (path) => openAndShow(request('workspace.open', { path })),
    openSample: () => openAndShow(request('workspace.openSample', {})),
    createForSource: async (source) => {
      const created = await attempt(request('workspace.createForSource', { source }));
      return created !== null && adopt(created);
    },
    save: async () => {
      await keepPendingEdits();
      adopt(await attempt(request('workspace.save', {})));
    },
    saveAs: async () => {
      adopt(await attempt(request('workspace.saveAs', {})));
    },
    close: async () => {
      await keepPendingEdits();
      if ((await attempt(request('workspace.close', {}))) === null) return;
      useNavigation.getState().go({ page: 'start' });
      await get().loadRecent();
    },
    configure: async (options) => {
      adopt(await attempt(request('workspace.configure', options)));
    },
    undo: async () => {
      await keepPendingEdits();
      await attempt(request('history.undo', {}));
    },
    redo: async () => {
      await keepPendingEdits();
      await attempt(request('history.redo', {}));
    },
    forget: async (path) => {
      await request('recent.remove', { path });
      await get().loadRecent();
    },
  };
});

function hasRows(workspace: WorkspaceInfo): boolean {
  return Object.values(workspace.counts).some((count) => count > 0);
}

/** Follows the open workspace from now on. */
export async function followWorkspace(): Promise<void> {
  subscribe('workspace', (workspace) => useWorkspace.setState({ workspace }));
  useWorkspace.setState({ workspace: await request('workspace.current', {}) });
  await useWorkspace.getState().loadRecent();
}

/** The revision of the data: what depends on it is read anew when it changes. −1 when no workspace is open. */
export function useRevision(): number {
  return useWorkspace(({ workspace }) => workspace?.revision ?? -1);
}
