import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import { proposedPlan } from '@shared/ipc/proposed-plan';
import { QuotabenchError } from '@shared/model/error';
import { inspectSource } from '../../src/main/import/inspect-source';
import { runImport } from '../../src/main/import/run-import';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { mutate } from './mutate';

/** Larger ones would only make it slower. */
const largestBytes = 200_000;

/** The files that are damaged. */
export function corpusFiles(corpus: string): readonly string[] {
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|txt)$/i.test(entry.name))
    .map(({ parentPath, name }) => resolve(parentPath, name))
    .filter((path) => statSync(path).size <= largestBytes)
    .sort();
}

/**
 * Damages one of the files as the seed decides, and imports it. Whatever it is, it is imported or refused with a reason, and a
 * refusal leaves the workspace as it was.
 * @returns what went wrong, or null.
 */
export async function importDamaged(
  session: WorkspaceSession,
  folder: string,
  files: readonly string[],
  seed: number,
): Promise<string | null> {
  const original = files[seed % files.length] ?? '';
  const path = join(folder, `damaged${extname(original)}`);
  writeFileSync(path, mutate(readFileSync(original), seed));
  const before = session.revision;
  try {
    const plan = proposedPlan({ path }, await inspectSource({ path }));
    await runImport(session, plan, unattended);
    session.undo();
    return null;
  } catch (error) {
    if (!(error instanceof QuotabenchError))
      return `${original}: ${error instanceof Error ? error.stack : error}`;
    if (error.code === 'unexpected') return `${original}: ${error.message}`;
    return session.revision === before
      ? null
      : `${original}: refused (${error.code}), yet something was changed`;
  }
}
