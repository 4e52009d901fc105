import type { CellValue, DatasetId } from '@shared/model/dataset';
import { KpiReader } from '../src/main/database/kpi/kpi-reader';
import { editRows } from '../src/main/database/rows/edit-rows';
import type { WorkspaceSession } from '../src/main/workspace/workspace-session';
import { emptyWorkspace } from './empty-workspace';

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
