import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetIds } from '@shared/model/dataset';
import { afterEach, beforeEach } from 'vitest';
import type { Connection } from '../database/connection';
import { WorkspaceSession } from './workspace-session';

export interface TemporaryWorkspace {
  readonly folder: string;
  session: WorkspaceSession;
}

/** A new, empty workspace in a folder of its own for each test of the file, with æ, ø, å and blanks in its path. */
export function temporaryWorkspace(): TemporaryWorkspace {
  const workspace = {} as { folder: string; session: WorkspaceSession };
  beforeEach(async () => {
    workspace.folder = mkdtempSync(join(tmpdir(), 'quotabench æ ø å '));
    workspace.session = await WorkspaceSession.create(join(workspace.folder, 'Salg på Sørøya.qbench'));
  });
  afterEach(() => {
    workspace.session.close();
    rmSync(workspace.folder, { recursive: true, force: true });
  });
  return workspace;
}

const tables = [
  ...datasetIds,
  'targets',
  'target_changes',
  'scenarios',
  'incentive_plans',
  'workspace_setting',
  'extra_column',
  'import_batch',
  'import_reject',
] as const;

/** Everything that a workspace holds, as text. */
export function dumpOf(connection: Connection): string {
  return JSON.stringify(tables.map((table) => [table, connection.rows(`SELECT * FROM ${table} ORDER BY 1`)]));
}
