import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';
import { useNavigation } from '../../app/navigation.store';
import { useWorkspace } from '../../app/workspace.store';

interface ImportState {
  /** The files that are waiting to be imported, the current one first. */
  readonly queue: readonly string[];
}

export const useImport = create<ImportState>(() => ({ queue: [] }));

/** Starts the import of files; without an open workspace a new one is made for them. */
export async function beginImport(paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (first === undefined) return;
  const { workspace, createForSource } = useWorkspace.getState();
  if (workspace === null && !(await createForSource(first))) return;
  useImport.setState({ queue: paths });
  useNavigation.getState().go({ page: 'import' });
}

/** Asks for spreadsheets and starts their import. */
export async function chooseSources(): Promise<void> {
  const chosen = await attempt(request('dialog.chooseSources', {}));
  if (chosen) await beginImport(chosen.paths);
}
