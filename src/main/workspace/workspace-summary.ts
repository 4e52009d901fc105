import type { DateRange } from '@shared/ipc/workspace';
import { type DatasetId, datasetIds } from '@shared/model/dataset';
import type { ChangeSet, RecordedTable } from '../database/change-set';
import type { Connection } from '../database/connection';
import { type DataRevisions, rowsGained, type UsedColumns } from '../database/data-revisions';

/** The dates by which a workspace's data reach from the first to the last day. Each has an index, so that its ends are found at once. */
const datedColumns: readonly { readonly table: DatasetId; readonly column: string }[] = [
  { table: 'orders', column: 'ordered_on' },
  { table: 'opportunities', column: 'created_on' },
  { table: 'opportunities', column: 'closed_on' },
  { table: 'leads', column: 'created_on' },
  { table: 'activities', column: 'date' },
];

/** How many rows each dataset has and which days they span, kept up with changes at a cost that does not grow with the workspace. */
export class WorkspaceSummary {
  private readonly counted: Map<RecordedTable, number>;
  private range: { readonly revision: number; readonly value: DateRange | null } | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly revisions: DataRevisions,
  ) {
    this.counted = new Map(
      datasetIds.map((id) => [id, connection.number(`SELECT count(*) FROM ${id}`)] as const),
    );
  }

  /** @param direction 1 for changes made, −1 for changes taken back. */
  note(changes: ChangeSet, direction: 1 | -1): void {
    for (const [table, rows] of rowsGained(changes)) {
      this.counted.set(table, (this.counted.get(table) ?? 0) + direction * rows);
    }
  }

  get counts(): Record<DatasetId, number> {
    const entries = datasetIds.map((id) => [id, this.counted.get(id) ?? 0] as const);
    return Object.fromEntries(entries) as Record<DatasetId, number>;
  }

  /** First and last date in orders, deals, leads and activities; null where there is none. */
  get dataRange(): DateRange | null {
    const used: readonly UsedColumns[] = datedColumns.map(({ table, column }) => ({
      table,
      columns: [column],
    }));
    const revision = this.revisions.ofColumns(used);
    if (this.range?.revision !== revision) this.range = { revision, value: this.readRange() };
    return this.range.value;
  }

  private readRange(): DateRange | null {
    // One end at a time: SQLite looks both up in the index only when they are asked for apart.
    const ends = datedColumns.flatMap(({ table, column }) => [
      this.connection.first(`SELECT min(${column}) AS day FROM ${table}`)?.day,
      this.connection.first(`SELECT max(${column}) AS day FROM ${table}`)?.day,
    ]);
    const days = ends.filter((day): day is string => typeof day === 'string').sort();
    const [from, to] = [days[0], days.at(-1)];
    return from !== undefined && to !== undefined ? { from, to } : null;
  }
}
