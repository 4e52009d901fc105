import type { JobControl } from '@shared/ipc/operation';
import type { Command as Program } from 'commander';
import { WorkspaceSession } from '../main/workspace/workspace-session';
import { progressBar, type Terminal } from './terminal';

/** One command: declares itself to commander and carries itself out. */
export interface Command {
  register(program: Program, terminal: Terminal): void;
}

export interface JsonOption {
  readonly json?: true;
}

/** An argument that makes no sense; the sentence names it. Ends with exit code 2. */
export class BadArgument extends Error {}

/**
 * Works on a workspace and closes it again. What `work` changed is saved once at the end; when it fails the file stays as it was.
 * @throws QuotabenchError those of `WorkspaceSession.open` and `save`.
 */
export async function withWorkspace<Result>(
  path: string,
  work: (session: WorkspaceSession) => Promise<Result> | Result,
): Promise<Result> {
  const session = await WorkspaceSession.open(path);
  try {
    const result = await work(session);
    if (session.unsaved) await session.save();
    return result;
  } finally {
    session.close();
  }
}

/** Shows the progress of long work on the terminal. */
export async function withProgress<Result>(
  terminal: Terminal,
  label: string,
  work: (job: JobControl) => Promise<Result>,
): Promise<Result> {
  const bar = progressBar(terminal, label);
  try {
    return await work({ progress: (done, total) => bar.show(done, total), breathe: async () => undefined });
  } finally {
    bar.end();
  }
}
