import type { DatasetId } from '@shared/model/dataset';
import type { Connection, SqlRow, SqlValue } from './connection';

/** Tables whose rows people change, so that each change can be undone. */
export type RecordedTable =
  | DatasetId
  | 'targets'
  | 'scenarios'
  | 'workspace_setting'
  | 'extra_column'
  | 'import_batch'
  | 'import_reject';

/** One row before and after; null where it did not exist. */
interface RowChange {
  readonly kind: 'row';
  readonly table: RecordedTable;
  readonly key: SqlValue;
  readonly before: SqlRow | null;
  readonly after: SqlRow | null;
}

/** Rows with neighbouring ids that were inserted at once. `rows` holds them while the insertion is undone. */
interface InsertedRange {
  readonly kind: 'range';
  readonly table: RecordedTable;
  readonly columns: readonly string[];
  readonly firstId: number;
  readonly lastId: number;
  rows: readonly SqlValue[][] | null;
}

export type Change = RowChange | InsertedRange;

/** Changes in the order in which they were made. */
export type ChangeSet = readonly Change[];

function keyColumn(table: RecordedTable): string {
  return table === 'workspace_setting' ? 'key' : 'id';
}

function readRow(connection: Connection, table: RecordedTable, key: SqlValue): SqlRow | null {
  return connection.first(`SELECT * FROM ${table} WHERE ${keyColumn(table)} = ?`, [key]);
}

function insertStatement(table: RecordedTable, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

/**
 * Writes rows and keeps what each looked like before and after. Column names come from declarations, never from outside;
 * values are bound.
 */
export class ChangeRecorder {
  private readonly recorded: Change[] = [];

  constructor(private readonly connection: Connection) {}

  /** Gives the new row's id. Columns that are left out take their default. */
  insert(table: RecordedTable, values: SqlRow): number {
    const columns = Object.keys(values);
    this.connection.run(insertStatement(table, columns), Object.values(values));
    const key =
      table === 'workspace_setting'
        ? (values.key ?? null)
        : this.connection.number('SELECT last_insert_rowid()');
    this.recorded.push({
      kind: 'row',
      table,
      key,
      before: null,
      after: readRow(this.connection, table, key),
    });
    return typeof key === 'number' ? key : 0;
  }

  /** @returns false when there is no such row. */
  update(table: RecordedTable, key: SqlValue, values: SqlRow): boolean {
    const before = readRow(this.connection, table, key);
    if (before === null) return false;
    const columns = Object.keys(values);
    if (columns.every((column) => before[column] === values[column])) return true;
    const assignments = columns.map((column) => `${column} = ?`).join(', ');
    this.connection.run(`UPDATE ${table} SET ${assignments} WHERE ${keyColumn(table)} = ?`, [
      ...Object.values(values),
      key,
    ]);
    this.recorded.push({ kind: 'row', table, key, before, after: readRow(this.connection, table, key) });
    return true;
  }

  /** @returns false when there is no such row. */
  remove(table: RecordedTable, key: SqlValue): boolean {
    const before = readRow(this.connection, table, key);
    if (before === null) return false;
    this.connection.run(`DELETE FROM ${table} WHERE ${keyColumn(table)} = ?`, [key]);
    this.recorded.push({ kind: 'row', table, key, before, after: null });
    return true;
  }

  /** Inserts many rows under neighbouring new ids; `columns` does not name `id`. Much faster than one `insert` a row. */
  insertMany(table: RecordedTable, columns: readonly string[], rows: Iterable<readonly SqlValue[]>): number {
    const firstId = this.connection.number(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`);
    const sql = insertStatement(table, ['id', ...columns]);
    let nextId = firstId;
    for (const row of rows) {
      this.connection.run(sql, [nextId, ...row]);
      nextId += 1;
    }
    if (nextId > firstId) {
      this.recorded.push({
        kind: 'range',
        table,
        columns: ['id', ...columns],
        firstId,
        lastId: nextId - 1,
        rows: null,
      });
    }
    return nextId - firstId;
  }

  changes(): ChangeSet {
    return this.recorded;
  }
}

/** Takes a change set back. Foreign keys are looked at when all of it is done. */
export function revertChanges(connection: Connection, changes: ChangeSet): void {
  applyTogether(connection, () => {
    for (const change of [...changes].reverse()) revert(connection, change);
  });
}

/** Makes a change set that was taken back once more. */
export function repeatChanges(connection: Connection, changes: ChangeSet): void {
  applyTogether(connection, () => {
    for (const change of changes) repeat(connection, change);
  });
}

function applyTogether(connection: Connection, work: () => void): void {
  connection.transaction(() => {
    connection.script('PRAGMA defer_foreign_keys = ON');
    work();
  });
}

function revert(connection: Connection, change: Change): void {
  if (change.kind === 'row') {
    writeRow(connection, change.table, change.key, change.before);
    return;
  }
  const bounds = [change.firstId, change.lastId];
  change.rows = connection.tuples(
    `SELECT ${change.columns.join(', ')} FROM ${change.table} WHERE id BETWEEN ? AND ? ORDER BY id`,
    bounds,
  );
  connection.run(`DELETE FROM ${change.table} WHERE id BETWEEN ? AND ?`, bounds);
}

function repeat(connection: Connection, change: Change): void {
  if (change.kind === 'row') {
    writeRow(connection, change.table, change.key, change.after);
    return;
  }
  const sql = insertStatement(change.table, change.columns);
  for (const row of change.rows ?? []) connection.run(sql, row);
  change.rows = null;
}

function writeRow(connection: Connection, table: RecordedTable, key: SqlValue, row: SqlRow | null): void {
  connection.run(`DELETE FROM ${table} WHERE ${keyColumn(table)} = ?`, [key]);
  if (row !== null) connection.run(insertStatement(table, Object.keys(row)), Object.values(row));
}
