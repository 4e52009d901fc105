import type { DatasetId } from '@shared/model/dataset';
import { deleteBetween } from './bulk/bulk-delete';
import { BulkInsert } from './bulk/bulk-insert';
import type { Connection, SqlRow, SqlValue } from './connection';

/** Tables whose rows people change, so that each change can be undone. */
export type RecordedTable =
  | DatasetId
  | 'targets'
  | 'own_kpi'
  | 'target_changes'
  | 'scenarios'
  | 'incentive_plans'
  | 'workspace_setting'
  | 'extra_column'
  | 'import_batch'
  | 'import_change'
  | 'import_template'
  | 'import_reject';

/** One row before and after; null where it did not exist. */
interface RowChange {
  readonly kind: 'row';
  readonly table: RecordedTable;
  readonly key: SqlValue;
  readonly before: SqlRow | null;
  readonly after: SqlRow | null;
}

/** Rows with neighbouring ids that were inserted or deleted at once; columns that are not named took their default. */
export interface RangeChange {
  readonly kind: 'range';
  readonly table: RecordedTable;
  /** 1 where they came, −1 where they went. */
  readonly sign: 1 | -1;
  readonly columns: readonly string[];
  readonly firstId: number;
  readonly lastId: number;
  /** The rows while they are not in the database, each with its id first; else null. */
  rows: readonly SqlValue[][] | null;
}

export type Change = RowChange | RangeChange;

/** An insertion of many rows that is under way. */
export interface RangeInsertion {
  /** @param values in the order of the columns; they are not kept. */
  add(values: readonly SqlValue[]): void;
  /** Gives the number of rows. */
  finish(): number;
}

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
 * values are bound. No table that is recorded may cascade: rows would change unseen.
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
    const changed = differences(before, values);
    if (Object.keys(changed).length === 0) return true;
    updateRow(this.connection, table, key, changed);
    this.recorded.push({ kind: 'row', table, key, before, after: readRow(this.connection, table, key) });
    return true;
  }

  /**
   * Changes a row that has just been read, which spares two readings of it.
   * @param values in the form in which their columns store them.
   */
  overwrite(table: DatasetId, before: SqlRow, values: SqlRow): void {
    const changed = differences(before, values);
    if (Object.keys(changed).length === 0) return;
    const key = before.id ?? null;
    updateRow(this.connection, table, key, changed);
    this.recorded.push({ kind: 'row', table, key, before, after: { ...before, ...changed } });
  }

  /** @returns false when there is no such row. */
  remove(table: RecordedTable, key: SqlValue): boolean {
    const before = readRow(this.connection, table, key);
    if (before === null) return false;
    this.connection.run(`DELETE FROM ${table} WHERE ${keyColumn(table)} = ?`, [key]);
    this.recorded.push({ kind: 'row', table, key, before, after: null });
    return true;
  }

  /**
   * Deletes rows that there are. Those with neighbouring ids go at once, much faster than by one `remove` a row.
   * @param ids in rising order.
   */
  removeMany(table: Exclude<RecordedTable, 'workspace_setting'>, ids: readonly number[]): void {
    const columns = this.connection
      .tuples('SELECT name FROM pragma_table_info(?)', [table])
      .map(([name]) => String(name));
    for (const [firstId, lastId] of runsOf(ids)) {
      if (firstId === lastId) {
        this.remove(table, firstId);
        continue;
      }
      const range = { kind: 'range', table, sign: -1, columns, firstId, lastId } as const;
      this.recorded.push({ ...range, rows: takeRange(this.connection, range) });
    }
  }

  /** Inserts many rows under neighbouring new ids; `columns` does not name `id`. Much faster than one `insert` a row. */
  insertMany(table: RecordedTable, columns: readonly string[], rows: Iterable<readonly SqlValue[]>): number {
    const insertion = this.openRange(table, columns, 0);
    for (const row of rows) insertion.add(row);
    return insertion.finish();
  }

  /**
   * Begins to insert many rows one after the other, as `insertMany` does. Until it is finished no other row may be inserted into
   * the table.
   * @param expected about how many rows will come.
   */
  openRange(table: RecordedTable, columns: readonly string[], expected: number): RangeInsertion {
    const insert = new BulkInsert(this.connection, table, columns, expected);
    return {
      add: (values) => insert.add(values),
      finish: () => {
        insert.finish();
        const { firstId, lastId } = insert;
        if (lastId >= firstId)
          this.recorded.push({
            kind: 'range',
            table,
            sign: 1,
            columns: ['id', ...columns],
            firstId,
            lastId,
            rows: null,
          });
        return lastId - firstId + 1;
      },
    };
  }

  changes(): ChangeSet {
    return this.recorded;
  }
}

/** Takes a change set back, the last change first, so that each step on the way is a state in which the database once was. */
export function revertChanges(connection: Connection, changes: ChangeSet): void {
  move(connection, [...changes].reverse(), -1);
}

/** Makes a change set that was taken back once more. */
export function repeatChanges(connection: Connection, changes: ChangeSet): void {
  move(connection, changes, 1);
}

/** Ranges hold other rows only when all has succeeded. */
function move(connection: Connection, changes: ChangeSet, direction: 1 | -1): void {
  const held = new Map<RangeChange, RangeChange['rows']>();
  connection.restoration(() => {
    for (const change of changes) {
      if (change.kind === 'row') {
        const [from, to] = direction === 1 ? [change.before, change.after] : [change.after, change.before];
        writeRow(connection, change, from, to);
      } else if (change.sign === direction) {
        putRange(connection, change);
        held.set(change, null);
      } else held.set(change, takeRange(connection, change));
    }
  });
  for (const [range, rows] of held) range.rows = rows;
}

/** The first and last of neighbouring numbers. */
function runsOf(rising: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const id of rising) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === id - 1) last[1] = id;
    else runs.push([id, id]);
  }
  return runs;
}

/** Reads the rows of a range and deletes them. */
function takeRange(
  connection: Connection,
  { table, columns, firstId, lastId }: Pick<RangeChange, 'table' | 'columns' | 'firstId' | 'lastId'>,
): readonly SqlValue[][] {
  const where = 'WHERE id BETWEEN ? AND ?';
  const rows = connection.tuples(`SELECT ${columns.join(', ')} FROM ${table} ${where} ORDER BY id`, [
    firstId,
    lastId,
  ]);
  deleteBetween(connection, table, firstId, lastId);
  return rows;
}

function putRange(connection: Connection, { table, columns, firstId, rows }: RangeChange): void {
  const [, ...others] = columns;
  const insert = new BulkInsert(connection, table, others, rows?.length ?? 0, firstId);
  for (const [, ...values] of rows ?? []) insert.add(values);
  insert.finish();
}

/** Brings one row from one state to another; null is a row that is not there. */
function writeRow(
  connection: Connection,
  { table, key }: RowChange,
  from: SqlRow | null,
  to: SqlRow | null,
): void {
  if (to === null) connection.run(`DELETE FROM ${table} WHERE ${keyColumn(table)} = ?`, [key]);
  else if (from === null) connection.run(insertStatement(table, Object.keys(to)), Object.values(to));
  else updateRow(connection, table, key, differences(from, to));
}

function updateRow(connection: Connection, table: RecordedTable, key: SqlValue, values: SqlRow): void {
  const assignments = Object.keys(values).map((column) => `${column} = ?`);
  connection.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE ${keyColumn(table)} = ?`, [
    ...Object.values(values),
    key,
  ]);
}

/** The cells of `to` that `from` has otherwise. */
function differences(from: SqlRow, to: SqlRow): SqlRow {
  return Object.fromEntries(Object.entries(to).filter(([column, value]) => from[column] !== value));
}
