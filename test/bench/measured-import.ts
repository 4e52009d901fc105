import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import { proposedPlan } from '@shared/ipc/proposed-plan';
import Papa from 'papaparse';
import { inspectSource } from '../../src/main/import/inspect-source';
import { runImport } from '../../src/main/import/run-import';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';

/** Prints how long the import of one file took and the most memory that the process held, in MB. The workspace is there before. */
export async function measureImport([folder = '', path = '', rows = '']: readonly string[]): Promise<void> {
  await inNewWorkspace(folder, (session) => measure(() => importInto(session, path, Number(rows))));
}

/** The same of papaparse, which only parses a file of text. */
export async function measurePapaparse([path = '']: readonly string[]): Promise<void> {
  await measure(() => Papa.parse(readFileSync(path, 'utf8')));
}

async function measure(work: () => unknown): Promise<void> {
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  const peak = process.resourceUsage().maxRSS / 1000;
  process.stdout.write(JSON.stringify({ milliseconds, peak }));
}

/** Imports a file into a new workspace. */
export async function importOnce(folder: string, path: string, rows: number): Promise<void> {
  await inNewWorkspace(folder, (session) => importInto(session, path, rows));
}

async function inNewWorkspace(
  folder: string,
  work: (session: WorkspaceSession) => Promise<void>,
): Promise<void> {
  const workspace = join(folder, 'import.qbench');
  const session = await WorkspaceSession.create(workspace);
  await work(session);
  session.close();
  await rm(workspace);
}

/** As the window does it: find sheet, columns and dataset, then import. */
async function importInto(session: WorkspaceSession, path: string, rows: number): Promise<void> {
  const selection = { path };
  const plan = proposedPlan(selection, await inspectSource(selection));
  const { batch } = await runImport(session, plan, unattended);
  if (batch.inserted !== rows) throw new Error(`${batch.inserted} of ${rows} rows were imported.`);
}
