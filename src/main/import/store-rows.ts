import type { ImportPlan } from '@shared/ipc/import';
import {
  type CellValue,
  columnOf,
  type DatasetId,
  datasets,
  type EntityId,
  type FieldDefinition,
} from '@shared/model/dataset';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ChangeRecorder } from '../database/change-set';
import type { Connection, SqlRow, SqlValue } from '../database/connection';
import { EntityNames } from '../database/rows/entity-names';
import { valueOfColumn } from '../database/rows/row-columns';
import type { ReadRow } from './read-rows';

export interface StoreCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** A row that is to be stored: a new one, or the id of the one that it updates. */
interface PendingRow {
  readonly id: number | null;
  values: Record<string, CellValue>;
  extra: Record<string, CellValue> | null;
}

const entityIds: readonly DatasetId[] = ['reps', 'products', 'customers'];

/** Writes the rows of a plan: new ones are inserted, those that the key finds are updated where they differ. */
export function storeRows(
  connection: Connection,
  recorder: ChangeRecorder,
  plan: ImportPlan,
  rows: readonly ReadRow[],
  batch: number,
): StoreCounts {
  const store = new RowStore(connection, recorder, plan, batch);
  const inserts: PendingRow[] = [];
  let updated = 0;
  let unchanged = 0;
  for (const row of rows) {
    const outcome = store.take(row, inserts);
    if (outcome === 'updated') updated += 1;
    if (outcome === 'unchanged') unchanged += 1;
  }
  const inserted = store.insert(inserts);
  store.keepOverwritten();
  return { inserted, updated, unchanged };
}

class RowStore {
  private readonly names: EntityNames;
  private readonly key: readonly FieldDefinition[];
  /** Rows that are there already, by key. */
  private readonly existing: ReadonlyMap<string, number>;
  /** Rows of this import that wait to be inserted, by key. */
  private readonly waiting = new Map<string, PendingRow>();
  private readonly fields: readonly FieldDefinition[];
  /** Rows that were updated: id, and what differs before and after, as JSON. */
  private readonly overwritten: SqlValue[][] = [];

  constructor(
    private readonly connection: Connection,
    private readonly recorder: ChangeRecorder,
    private readonly plan: ImportPlan,
    private readonly batch: number,
  ) {
    this.names = new EntityNames(connection, recorder, batch);
    this.fields = datasets[plan.dataset].fields;
    this.key = keyOf(plan);
    this.existing = this.key.length === 0 ? new Map() : this.readKeys();
  }

  take(row: ReadRow, inserts: PendingRow[]): 'waiting' | 'updated' | 'unchanged' {
    const key = this.keyOfValues(row.values);
    const id = key === null ? undefined : this.existing.get(key);
    if (id !== undefined) return this.update(id, row) ? 'updated' : 'unchanged';
    const twin = key === null ? undefined : this.waiting.get(key);
    if (twin) {
      twin.values = { ...twin.values, ...filled(row.values) };
      twin.extra = row.extra === null ? twin.extra : { ...twin.extra, ...row.extra };
      return 'updated';
    }
    const pending = { id: null, values: { ...row.values }, extra: row.extra };
    if (key !== null) this.waiting.set(key, pending);
    inserts.push(pending);
    return 'waiting';
  }

  insert(pending: readonly PendingRow[]): number {
    const columns = [...this.fields.map(columnOf), ...this.derivedColumns(), 'extra', 'batch_id'];
    const { plan, fields, batch } = this;
    const stored = (field: FieldDefinition, value: CellValue) => this.storedValue(field, value);
    function* tuples(): Generator<SqlValue[]> {
      for (const { values, extra } of pending) {
        const cells: SqlValue[] = fields.map((field) => stored(field, values[field.id] ?? null));
        if (plan.dataset === 'opportunities') cells.push(outcomeOfStage(String(values.stage)));
        cells.push(extra === null ? null : JSON.stringify(extra), batch);
        yield cells;
      }
    }
    return this.recorder.insertMany(plan.dataset, columns, tuples());
  }

  /** @returns whether the row differed. */
  private update(id: number, { values, given, extra }: ReadRow): boolean {
    const columns: Record<string, SqlValue> = {};
    for (const field of this.fields) {
      const value = values[field.id] ?? null;
      // An empty cell of an update does not wipe out what is known.
      if (given.includes(field.id) && value !== null)
        columns[columnOf(field)] = this.storedValue(field, value);
    }
    if (this.plan.dataset === 'opportunities' && values.stage)
      columns.outcome = outcomeOfStage(String(values.stage));
    const before = this.connection.first(`SELECT * FROM ${this.plan.dataset} WHERE id = ?`, [id]);
    if (before === null) return false;
    if (extra !== null) columns.extra = mergedExtra(before.extra, extra);
    if (Object.entries(columns).every(([column, value]) => before[column] === value)) return false;
    const after = { ...columns, batch_id: this.batch };
    const differing = Object.keys(after).filter((column) => before[column] !== columns[column]);
    this.overwritten.push([
      this.batch,
      id,
      JSON.stringify(pick(before, differing)),
      JSON.stringify(pick(after, differing)),
    ]);
    this.recorder.update(this.plan.dataset, id, after);
    return true;
  }

  /** Keeps what was overwritten, so that the import can be undone when the session has forgotten it. */
  keepOverwritten(): void {
    this.recorder.insertMany('import_change', ['batch_id', 'row_id', 'before', 'after'], this.overwritten);
  }

  private derivedColumns(): readonly string[] {
    return this.plan.dataset === 'opportunities' ? ['outcome'] : [];
  }

  private storedValue(field: FieldDefinition, value: CellValue): SqlValue {
    if (field.type.kind !== 'reference' || value === null) return value;
    return this.names.findOrCreate(field.type.entity, String(value));
  }

  private readKeys(): ReadonlyMap<string, number> {
    const { dataset } = this.plan;
    const columns = this.key.map((field) => `${valueOfColumn(dataset, field.id).sql} AS ${field.id}`);
    const rows = this.connection.rows(
      `SELECT t.id AS row_id, ${columns.join(', ')} FROM ${dataset} t ORDER BY t.id DESC`,
    );
    return new Map(
      rows.flatMap((row) => {
        const key = this.keyOfValues(row as Record<string, CellValue>);
        return key === null ? [] : [[key, Number(row.row_id)] as const];
      }),
    );
  }

  /** Null where a part of the key is empty: such a row is always new. */
  private keyOfValues(values: Readonly<Record<string, CellValue>>): string | null {
    if (this.key.length === 0) return null;
    const parts = this.key.map((field) => values[field.id] ?? null);
    if (parts.includes(null)) return null;
    return JSON.stringify(parts.map((part) => (typeof part === 'string' ? part.trim().toLowerCase() : part)));
  }
}

/** Reps, products and customers are known by their name; for other datasets the plan says the key. */
function keyOf({ dataset, key }: ImportPlan): readonly FieldDefinition[] {
  const ids = key.length === 0 && entityIds.includes(dataset as EntityId) ? ['name'] : key;
  return datasets[dataset].fields.filter(({ id }) => ids.includes(id));
}

function pick(row: SqlRow, columns: readonly string[]): SqlRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

function filled(values: Readonly<Record<string, CellValue>>): Record<string, CellValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function mergedExtra(before: SqlValue | undefined, extra: Readonly<Record<string, CellValue>>): string {
  const known = before ? (JSON.parse(String(before)) as Record<string, CellValue>) : {};
  return JSON.stringify({ ...known, ...extra });
}
