import { create } from 'zustand';
import { pathOfFile, request } from './bridge';
import { attempt } from './failure.store';
import { useNavigation } from './navigation.store';
import { useWorkspace } from './workspace.store';

interface SourceQueueState {
  /** Paths of the spreadsheets that wait to be imported, the current one first. */
  readonly queue: readonly string[];
  /** Goes on with the next spreadsheet. */
  next(): void;
  clear(): void;
}

export const useSourceQueue = create<SourceQueueState>((set) => ({
  queue: [],
  next: () => set(({ queue }) => ({ queue: queue.slice(1) })),
  clear: () => set({ queue: [] }),
}));

/** Starts the import of files; without an open workspace a new one is made for them. */
export async function beginImport(paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (first === undefined) return;
  const { workspace, createForSource } = useWorkspace.getState();
  if (workspace === null && !(await createForSource(first))) return;
  useSourceQueue.setState({ queue: paths });
  useNavigation.getState().go({ page: 'import' });
}

/** Starts the import of files that were dropped on the window. */
export function importDropped(files: readonly File[]): void {
  void beginImport(files.map(pathOfFile).filter((path) => path !== ''));
}

/** Asks for spreadsheets and starts their import. */
export async function chooseSources(): Promise<void> {
  const chosen = await attempt(request('dialog.chooseSources', {}));
  if (chosen) await beginImport(chosen.paths);
}
