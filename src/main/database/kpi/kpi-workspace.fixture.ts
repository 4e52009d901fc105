import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import { onTestFinished } from 'vitest';
import { WorkspaceSession } from '../../workspace/workspace-session';
import { editRows } from '../rows/edit-rows';
import { KpiReader } from './kpi-reader';

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

/** Rows as they are typed: fields by id, reps, products and customers by name. */
export type TypedRows = Partial<
  Record<DatasetId, readonly Readonly<Record<string, CellValue | undefined>>[]>
>;

/** A workspace with these rows, and its KPIs. */
export async function kpiWorkspace(
  rows: TypedRows,
): Promise<{ readonly session: WorkspaceSession; readonly kpis: KpiReader }> {
  const session = await emptyWorkspace();
  for (const [dataset, inserts] of Object.entries(rows)) {
    const { problems } = editRows(session, {
      dataset: dataset as DatasetId,
      locale: 'en-GB',
      edits: [],
      inserts: inserts.map((row) =>
        Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value ?? null])),
      ),
    });
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }
  return { session, kpis: new KpiReader(session) };
}
