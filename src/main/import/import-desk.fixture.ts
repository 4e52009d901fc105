import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ImportPlan, SourceSelection } from '@shared/ipc/import';
import { type JobControl, unattended } from '@shared/ipc/operation';
import { proposedPlan } from '@shared/ipc/proposed-plan';
import { QuotabenchError } from '@shared/model/error';
import { type TemporaryWorkspace, temporaryWorkspace } from '../workspace/temporary-workspace.fixture';
import { inspectSource } from './inspect-source';
import { runImport } from './run-import';

const tests = resolve(import.meta.dirname, '../../../test');
/** Where the data sets stand that have answers from elsewhere. */
export const golden = join(tests, 'golden/data');
/** Where the awkward files stand. */
export const corpus = join(tests, 'corpus');

type FileContent = readonly string[] | readonly [string | Buffer];

/** A workspace for each test of a file, and what tests of importing do with it. */
export interface ImportDesk extends TemporaryWorkspace {
  /** Writes a file of these lines, or of these bytes, beside the workspace; returns its path. */
  write(name: string, ...content: FileContent): string;
  /** Imports as the inspection proposes, but for what is changed. */
  importFile(
    selection: SourceSelection,
    change?: Partial<ImportPlan>,
    job?: JobControl,
  ): ReturnType<typeof runImport>;
  tuples(sql: string): unknown[][];
}

/** The plan that the inspection proposes. */
export async function planFor(selection: SourceSelection): Promise<ImportPlan> {
  return proposedPlan(selection, await inspectSource(selection));
}

/** The code of what the work throws, or `done`; other errors than the product's own are thrown on. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof QuotabenchError) return error.code;
    throw error;
  }
  return 'done';
}

export function importDesk(): ImportDesk {
  const workspace = temporaryWorkspace();
  return Object.assign(workspace, {
    write: (name: string, ...content: FileContent) => {
      const path = join(workspace.folder, name);
      const [first] = content;
      writeFileSync(path, Buffer.isBuffer(first) ? first : content.join('\n'));
      return path;
    },
    importFile: async (
      selection: SourceSelection,
      change: Partial<ImportPlan> = {},
      job: JobControl = unattended,
    ) => runImport(workspace.session, { ...(await planFor(selection)), ...change }, job),
    tuples: (sql: string) => workspace.session.connection.tuples(sql).map((row) => [...row]),
  });
}
