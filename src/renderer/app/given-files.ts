import { request, subscribe } from './bridge';
import { attempt } from './failure.store';
import { beginImport } from './source-queue.store';
import { useWorkspace } from './workspace.store';

/** Opens the files that the app was started with, and from now on those that the system hands it. */
export async function followGivenFiles(): Promise<void> {
  subscribe('given', () => void takeGivenFiles());
  await takeGivenFiles();
}

async function takeGivenFiles(): Promise<void> {
  const given = await attempt(request('given.take', {}));
  if (given?.workspace) await useWorkspace.getState().open(given.workspace);
  if (given) await beginImport(given.sources);
}
