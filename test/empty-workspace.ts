import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WorkspaceSession } from '../src/main/workspace/workspace-session';

/** A workspace of its own for one test, in a folder that goes with it. */
export async function emptyWorkspace(): Promise<WorkspaceSession> {
  const folder = mkdtempSync(join(tmpdir(), 'quotabench-test-'));
  const session = await WorkspaceSession.create(join(folder, 'test.qbench'));
  onTestFinished(() => {
    session.close();
    rmSync(folder, { recursive: true });
  });
  return session;
}
