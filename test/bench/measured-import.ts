import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import { inspectSource } from '../../src/main/import/inspect-source';
import { runImport } from '../../src/main/import/run-import';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';

/** The argument by which the bench knows that it is a process of its own for one import. */
export const importAlone = '--import';

/** The work of the process: prints how long it took and the most memory that the process held, in MB. */
export async function measureImport([folder = '', path = '', rows = '']: readonly string[]): Promise<void> {
  const start = performance.now();
  await importOnce(folder, path, Number(rows));
  const milliseconds = performance.now() - start;
  const peak = process.resourceUsage().maxRSS / 1000;
  process.stdout.write(JSON.stringify({ milliseconds, peak }));
}

/** As the window does it: find sheet, columns and dataset, then import. */
export async function importOnce(folder: string, path: string, rows: number): Promise<void> {
  const workspace = join(folder, 'import.qbench');
  const session = await WorkspaceSession.create(workspace);
  const selection = { path };
  const { sheet, headerRow, dataset, locale, dateOrder, columns: mapped } = await inspectSource(selection);
  const plan = { ...selection, sheet, headerRow, dataset, locale, dateOrder, columns: mapped, key: [] };
  const { batch } = await runImport(session, plan, unattended);
  session.close();
  await rm(workspace);
  if (batch.inserted !== rows) throw new Error(`${batch.inserted} of ${rows} rows were imported.`);
}
