import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ImportBatch } from '@shared/ipc/import';
import { unattended } from '@shared/ipc/operation';
import { proposedPlan } from '@shared/ipc/proposed-plan';
import type { DatasetId } from '@shared/model/dataset';
import Papa from 'papaparse';
import type { SqlValue } from '../../src/main/database/connection';
import { emptyWorkspace } from '../../src/main/database/kpi/kpi-workspace.fixture';
import { inspectSource } from '../../src/main/import/inspect-source';
import { runImport } from '../../src/main/import/run-import';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';

/** A dataset's rows as they are stored, by column. */
export type Rows = Partial<Record<DatasetId, readonly Readonly<Record<string, SqlValue>>[]>>;

const data = join(import.meta.dirname, 'data');

/**
 * Imports one of the data files as the importer itself understands it, but for the columns that are given a field here.
 * @param path below `data`, or absolute.
 */
export async function importFile(
  session: WorkspaceSession,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<ImportBatch> {
  const selection = { path: resolve(data, path) };
  const plan = proposedPlan(selection, await inspectSource(selection));
  const columns = plan.columns.map((column) => ({
    ...column,
    field: fields[column.heading] ?? column.field,
  }));
  const { batch } = await runImport(session, { ...plan, columns }, unattended);
  return batch;
}

/** A workspace of its own for one test, filled in the order of the datasets given. */
export async function filledWorkspace(rows: Rows): Promise<WorkspaceSession> {
  const session = await emptyWorkspace();
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
  return readFileSync(join(data, path), 'utf8');
}

/** The rows of a CSV file under their headings; cells are text. */
export function readCsv(path: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(readText(path), { header: true, skipEmptyLines: true }).data;
}

/** A row's id is its position among the distinct names, as `filledWorkspace` numbers them. */
export function idsOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index + 1]));
}
