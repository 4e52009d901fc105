import type { ImportBatch, Reject } from '@shared/ipc/import';
import type { Language } from '@shared/ipc/workspace';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';
import { runJob } from '../../app/progress.store';

export async function loadBatches(): Promise<readonly ImportBatch[]> {
  return (await attempt(request('import.batches', {})))?.batches ?? [];
}

export async function loadRejects(batch: number): Promise<readonly Reject[]> {
  return (await attempt(request('import.rejects', { batch })))?.rejects ?? [];
}

/** Null when it could not be undone. */
export function undoImport(batch: number) {
  return attempt(request('import.undo', { batch }));
}

/** Asks for a file and writes the rejected rows of an import there; null when there was none chosen, or when it failed. */
export async function exportRejects(batch: number, name: string, language: Language, locale: string) {
  const format = 'xlsx' as const;
  const chosen = await attempt(
    request('dialog.chooseExportFile', { suggestedName: `${name}.${format}`, format }),
  );
  if (!chosen?.path) return null;
  const { path } = chosen;
  return attempt(
    runJob((job) => request('import.exportRejects', { job, batch, path, format, language, locale })),
  );
}
