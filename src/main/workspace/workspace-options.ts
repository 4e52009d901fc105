import { type WorkspaceOptions, workspaceOptionsSchema } from '@shared/ipc/workspace';
import type { ChangeRecorder } from '../database/change-set';
import type { Connection } from '../database/connection';

const defaults: WorkspaceOptions = { currency: 'NOK', fiscalYearStart: 1, inactivityDays: 90, industry: '' };

/** Reads one of the workspace's stored settings: JSON, or null when it has never been set. */
export function readSetting(connection: Connection, key: string): unknown {
  const row = connection.first('SELECT value FROM workspace_setting WHERE key = ?', [key]);
  return row === null ? null : JSON.parse(String(row.value));
}

export function writeSetting(recorder: ChangeRecorder, key: string, value: unknown): void {
  const stored = JSON.stringify(value);
  if (!recorder.update('workspace_setting', key, { value: stored })) {
    recorder.insert('workspace_setting', { key, value: stored });
  }
}

export function readOptions(connection: Connection): WorkspaceOptions {
  const stored = workspaceOptionsSchema.partial().safeParse(readSetting(connection, 'options') ?? {});
  return { ...defaults, ...(stored.success ? stored.data : {}) };
}

export function writeOptions(recorder: ChangeRecorder, options: WorkspaceOptions): void {
  writeSetting(recorder, 'options', options);
}
