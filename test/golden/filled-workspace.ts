import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatasetId } from '@shared/model/dataset';
import Papa from 'papaparse';
import { onTestFinished } from 'vitest';
import type { SqlValue } from '../../src/main/database/connection';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';

/** A dataset's rows as they are stored, by column. */
export type Rows = Partial<Record<DatasetId, readonly Readonly<Record<string, SqlValue>>[]>>;

/** A workspace of its own for one test, filled in the order of the datasets given. */
export async function filledWorkspace(rows: Rows): Promise<WorkspaceSession> {
  const folder = mkdtempSync(join(tmpdir(), 'quotabench-golden-'));
  const session = await WorkspaceSession.create(join(folder, 'golden.qbench'));
  onTestFinished(() => {
    session.close();
    rmSync(folder, { recursive: true });
  });
  session.change({ code: 'import', parameters: {} }, (recorder) => {
    for (const [dataset, given] of Object.entries(rows)) {
      const columns = [...new Set(given.flatMap((row) => Object.keys(row)))];
      const tuples = given.map((row) => columns.map((column) => row[column] ?? null));
      recorder.insertMany(dataset as DatasetId, columns, tuples);
    }
  });
  return session;
}

export function readText(path: string): string {
  return readFileSync(join(import.meta.dirname, 'data', path), 'utf8');
}

/** The rows of a CSV file under their headings; cells are text. */
export function readCsv(path: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(readText(path), { header: true, skipEmptyLines: true }).data;
}

/** A row's id is its position among the distinct names, as `filledWorkspace` numbers them. */
export function idsOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index + 1]));
}
