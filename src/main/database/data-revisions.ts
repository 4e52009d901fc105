import type { Change, ChangeSet, RecordedTable } from './change-set';

/** Columns of a table that something was worked out from. */
export interface UsedColumns {
  readonly table: RecordedTable;
  readonly columns: readonly string[];
}

/**
 * Knows at which revision of the workspace each column of each table last changed, so that what was worked out from some columns
 * is worked out anew only when one of these has changed. Rows that come or go change all columns of their table.
 */
export class DataRevisions {
  private readonly tables = new Map<RecordedTable, number>();
  private readonly rows = new Map<RecordedTable, number>();
  private readonly cells = new Map<string, number>();

  /** Takes note of changes that were made, undone or redone. */
  note(changes: ChangeSet, revision: number): void {
    for (const change of changes) {
      this.tables.set(change.table, revision);
      const columns = changedColumns(change);
      if (columns === null) this.rows.set(change.table, revision);
      else for (const column of columns) this.cells.set(`${change.table}.${column}`, revision);
    }
  }

  /** The last revision at which anything in the tables changed; 0 where nothing has. */
  ofTables(tables: readonly RecordedTable[]): number {
    return Math.max(0, ...tables.map((table) => this.tables.get(table) ?? 0));
  }

  /** The last revision at which any of the columns changed; 0 where none has. */
  ofColumns(used: readonly UsedColumns[]): number {
    const revisions = used.flatMap(({ table, columns }) => [
      this.rows.get(table) ?? 0,
      ...columns.map((column) => this.cells.get(`${table}.${column}`) ?? 0),
    ]);
    return Math.max(0, ...revisions);
  }
}

/** Null where the row came or went. */
function changedColumns(change: Change): readonly string[] | null {
  if (change.kind === 'range' || change.before === null || change.after === null) return null;
  const { before, after } = change;
  return Object.keys(after).filter((column) => before[column] !== after[column]);
}

/** By how many rows a change set makes each table longer; negative where it makes it shorter. */
export function rowsGained(changes: ChangeSet): ReadonlyMap<RecordedTable, number> {
  const gained = new Map<RecordedTable, number>();
  for (const change of changes) {
    const rows =
      change.kind === 'range'
        ? change.sign * (change.lastId - change.firstId + 1)
        : Number(change.after !== null) - Number(change.before !== null);
    gained.set(change.table, (gained.get(change.table) ?? 0) + rows);
  }
  return gained;
}
