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
import type { ChangeRecorder, RangeInsertion } from '../database/change-set';
import type { Connection, SqlRow, SqlValue } from '../database/connection';
import { EntityNames } from '../database/rows/entity-names';
import { valueOfColumn } from '../database/rows/row-columns';
import type { ReadRow } from './read-rows';

export interface StoreCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

const entityIds: readonly DatasetId[] = ['reps', 'products', 'customers'];

/** What the store is to do and knows beforehand. */
export interface StoreOptions {
  readonly plan: ImportPlan;
  /** The fields that the sheet has a column for. */
  readonly given: ReadonlySet<string>;
  readonly batch: number;
  /** About how many rows will come. */
  readonly expected: number;
  /** Whether new rows are counted only, as in a rehearsal. */
  readonly countsOnly: boolean;
}

/** Columns in the order in which new rows are written: fields, then what follows from them, extra cells and batch. */
type StoredRow = SqlValue[];

/** Writes the rows of a plan: new ones are inserted, those that the key finds are updated where they differ. */
export class RowStore {
  private readonly names: EntityNames;
  private readonly key: readonly FieldDefinition[];
  /** Rows that are there already, by key. */
  private readonly existing: ReadonlyMap<string, number>;
  /** New rows wait to be inserted where rows of the same key may follow. */
  private readonly waiting: StoredRow[] = [];
  private readonly waitingByKey = new Map<string, StoredRow>();
  private readonly fields: readonly FieldDefinition[];
  /** Of each field, what it names. */
  private readonly entities: readonly (EntityId | null)[];
  private readonly insertion: RangeInsertion;
  private readonly stored: StoredRow;
  /** Rows that were updated: id, and what differs before and after, as JSON. */
  private readonly overwritten: SqlValue[][] = [];
  private inserted = 0;
  private updated = 0;
  private unchanged = 0;

  constructor(
    private readonly connection: Connection,
    private readonly recorder: ChangeRecorder,
    private readonly options: StoreOptions,
  ) {
    const { plan, batch, expected, countsOnly } = options;
    this.names = new EntityNames(connection, recorder, batch);
    this.fields = datasets[plan.dataset].fields;
    this.entities = this.fields.map(({ type }) => (type.kind === 'reference' ? type.entity : null));
    this.key = keyOf(plan);
    this.existing = this.key.length === 0 ? new Map() : this.readKeys();
    const columns = [...this.fields.map(columnOf), ...this.derivedColumns(), 'extra', 'batch_id'];
    this.stored = columns.map(() => null);
    this.insertion = countsOnly ? counting() : recorder.openRange(plan.dataset, columns, expected);
  }

  take(row: ReadRow): void {
    if (this.key.length === 0) {
      this.insert(this.storedRow(row, this.stored));
      return;
    }
    const key = this.keyOfValues(row.values);
    const id = key === null ? undefined : this.existing.get(key);
    const twin = key === null ? undefined : this.waitingByKey.get(key);
    if (id !== undefined) this.update(id, row);
    else if (twin !== undefined) this.merge(twin, row);
    else {
      const stored = this.storedRow(row, []);
      this.waiting.push(stored);
      if (key !== null) this.waitingByKey.set(key, stored);
    }
  }

  /** Inserts what waits; no more rows come. */
  finish(): StoreCounts {
    for (const row of this.waiting) this.insert(row);
    this.insertion.finish();
    // Kept so that the import can be undone when the session has forgotten it.
    this.recorder.insertMany('import_change', ['batch_id', 'row_id', 'before', 'after'], this.overwritten);
    const { inserted, updated, unchanged } = this;
    return { inserted, updated, unchanged };
  }

  private insert(row: StoredRow): void {
    this.insertion.add(row);
    this.inserted += 1;
  }

  private storedRow({ values, extra }: ReadRow, stored: StoredRow): StoredRow {
    const { fields } = this;
    let at = 0;
    for (; at < fields.length; at += 1) {
      const value = values[(fields[at] as FieldDefinition).id] ?? null;
      const entity = this.entities[at] as EntityId | null;
      stored[at] = entity === null || value === null ? value : this.names.findOrCreate(entity, String(value));
    }
    if (this.options.plan.dataset === 'opportunities') {
      stored[at] = outcomeOfStage(String(values.stage));
      at += 1;
    }
    stored[at] = extra;
    stored[at + 1] = this.options.batch;
    return stored;
  }

  /** What is filled in a later row of the same key counts. */
  private merge(twin: StoredRow, row: ReadRow): void {
    const later = this.storedRow(row, []);
    const extraAt = later.length - 2;
    for (let at = 0; at < extraAt; at += 1) twin[at] = later[at] ?? twin[at] ?? null;
    if (row.extra !== null) twin[extraAt] = mergedExtra(twin[extraAt], row.extra);
    this.updated += 1;
  }

  private update(id: number, row: ReadRow): void {
    if (this.updateIfOther(id, row)) this.updated += 1;
    else this.unchanged += 1;
  }

  /** @returns whether the row differed. */
  private updateIfOther(id: number, { values, extra }: ReadRow): boolean {
    const { plan, given, batch } = this.options;
    const columns: Record<string, SqlValue> = {};
    for (const field of this.fields) {
      const value = values[field.id] ?? null;
      // An empty cell of an update does not wipe out what is known.
      if (given.has(field.id) && value !== null) columns[columnOf(field)] = this.storedValue(field, value);
    }
    if (plan.dataset === 'opportunities' && values.stage)
      columns.outcome = outcomeOfStage(String(values.stage));
    const before = this.connection.first(`SELECT * FROM ${plan.dataset} WHERE id = ?`, [id]);
    if (before === null) return false;
    if (extra !== null) columns.extra = mergedExtra(before.extra, extra);
    if (Object.entries(columns).every(([column, value]) => before[column] === value)) return false;
    const after = { ...columns, batch_id: batch };
    const differing = Object.keys(after).filter((column) => before[column] !== columns[column]);
    this.overwritten.push([
      batch,
      id,
      JSON.stringify(pick(before, differing)),
      JSON.stringify(pick(after, differing)),
    ]);
    this.recorder.overwrite(plan.dataset, before, after);
    return true;
  }

  private derivedColumns(): readonly string[] {
    return this.options.plan.dataset === 'opportunities' ? ['outcome'] : [];
  }

  private storedValue(field: FieldDefinition, value: CellValue): SqlValue {
    if (field.type.kind !== 'reference' || value === null) return value;
    return this.names.findOrCreate(field.type.entity, String(value));
  }

  private readKeys(): ReadonlyMap<string, number> {
    const { dataset } = this.options.plan;
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

/** Both are JSON objects; the later one counts. */
function mergedExtra(before: SqlValue | undefined, extra: string): string {
  if (!before) return extra;
  const known = JSON.parse(String(before)) as Record<string, CellValue>;
  return JSON.stringify({ ...known, ...(JSON.parse(extra) as Record<string, CellValue>) });
}

function counting(): RangeInsertion {
  let count = 0;
  return {
    add: () => {
      count += 1;
    },
    finish: () => count,
  };
}
