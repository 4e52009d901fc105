import { type FieldReading, readField, rulesOf } from '@shared/format/read-field';
import {
  type CellValue,
  columnOf,
  type DatasetId,
  datasets,
  type EntityId,
  type FieldDefinition,
} from '@shared/model/dataset';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ErrorDescription } from '@shared/model/error';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlValue } from '../connection';
import { EntityNames, nameKey } from './entity-names';
import { readExtraCell, readExtraCells, registerExtraColumn, writeExtraCells } from './extra-cells';
import { followName } from './follow-name';
import { recordStage } from './record-stage';
import { extraNameOf, fieldOf, valueOfColumn } from './row-columns';
import { brokenRule, brokenRuleOver, completed, type FieldValues, orderAmount } from './row-rules';

export interface TypedCell {
  readonly field: string;
  readonly value: CellValue;
}

export interface Refusal<Cell extends TypedCell = TypedCell> {
  readonly cell: Cell;
  readonly reason: ErrorDescription;
}

/** Cells that were read and are to be written, by field. */
type GoodCells<Cell> = Map<string, { readonly cell: Cell; readonly value: CellValue }>;

interface ReadCells<Cell extends TypedCell> {
  readonly good: GoodCells<Cell>;
  readonly extra: readonly Cell[];
  readonly refused: Refusal<Cell>[];
}

export type InsertOutcome =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly refused: readonly Refusal[] };

/** Writes typed cells into rows of one dataset: read by field and locale, checked, with what follows from them. */
export class RowEditor {
  private readonly names: EntityNames;

  constructor(
    private readonly connection: Connection,
    private readonly recorder: ChangeRecorder,
    private readonly dataset: DatasetId,
    private readonly locale: string,
  ) {
    this.names = new EntityNames(connection, recorder);
  }

  /**
   * Writes cells of one row together, so that a rule over several of them looks at the row as it will be. Cells that are refused
   * stay as they were.
   * @returns how many cells are not what they were, and the refused ones.
   */
  edit<Cell extends TypedCell>(
    id: number,
    cells: readonly Cell[],
  ): { readonly changed: number; readonly refused: readonly Refusal<Cell>[] } {
    const row = this.read(id);
    if (row === null) {
      const reason: ErrorDescription = { code: 'rowMissing', parameters: { id, dataset: this.dataset } };
      return { changed: 0, refused: cells.map((cell) => ({ cell, reason })) };
    }
    const { good, extra, refused } = this.readCells(cells, id);
    refused.push(...this.dropBroken(row.values, good));
    const after = this.withConsequences(row.values, good);
    const changed = [...good].filter(([field, { value }]) => !this.isSame(field, row.values[field], value));
    const columns = this.columnsOf(
      after,
      datasets[this.dataset].fields.filter(
        ({ id: field }) => !this.isSame(field, row.values[field], after[field]),
      ),
    );
    const written = this.writeExtra(row.extra, extra);
    this.recorder.update(this.dataset, id, { ...columns, extra: written.extra });
    this.renamed(id, row.values.name, after.name);
    if (this.dataset === 'opportunities') recordStage(this.connection, this.recorder, row.values, after);
    return { changed: changed.length + written.changed, refused };
  }

  /** Adds a row, or gives every cell that is at fault. */
  insert(given: FieldValues): InsertOutcome {
    const fields = datasets[this.dataset].fields;
    const typed = Object.entries(given).map(([field, value]) => ({ field, value }));
    const missing = fields
      .filter(({ id }) => !(id in given))
      .map((field): TypedCell => ({ field: field.id, value: null }));
    const { good, extra, refused } = this.readCells([...typed, ...missing], null);
    const row = Object.fromEntries([...good].map(([field, { value }]) => [field, value]));
    const broken = refused.length === 0 ? brokenRule(this.dataset, row) : null;
    if (broken !== null) {
      const cell = { field: broken.field, value: given[broken.field] ?? null };
      refused.push({ cell, reason: broken.reason });
    }
    if (refused.length > 0) return { ok: false, refused };
    const columns = this.columnsOf(completed(this.dataset, row), fields);
    const id = this.recorder.insert(this.dataset, { ...columns, extra: this.writeExtra(null, extra).extra });
    const entity = this.entity();
    if (entity !== null) this.names.note(entity, null, String(row.name), id);
    return { ok: true, id };
  }

  /** The row's values as people see them, references as names, and its extra cells as stored. */
  private read(id: number): { readonly values: FieldValues; readonly extra: SqlValue } | null {
    const columns = datasets[this.dataset].fields.map(
      (field) => `${valueOfColumn(this.dataset, field.id).sql} AS ${field.id}`,
    );
    const row = this.connection.first(
      `SELECT t.extra AS row_extra, ${columns.join(', ')} FROM ${this.dataset} t WHERE t.id = ?`,
      [id],
    );
    if (row === null) return null;
    const { row_extra, ...values } = row;
    return { values: values as FieldValues, extra: row_extra ?? null };
  }

  /** @param id the row that the cells belong to; null for a new one. */
  private readCells<Cell extends TypedCell>(cells: readonly Cell[], id: number | null): ReadCells<Cell> {
    const good: GoodCells<Cell> = new Map();
    const extra: Cell[] = [];
    const refused: Refusal<Cell>[] = [];
    for (const cell of cells) {
      if (extraNameOf(cell.field) !== null) {
        extra.push(cell);
        continue;
      }
      const reading = this.readCell(fieldOf(this.dataset, cell.field), cell.value, id);
      if (reading.ok) good.set(cell.field, { cell, value: reading.value });
      else refused.push({ cell, reason: reading.reason });
    }
    return { good, extra, refused };
  }

  private readCell(field: FieldDefinition, typed: CellValue, id: number | null): FieldReading {
    const reading = readField(field.type, typed, rulesOf(this.locale));
    if (!reading.ok) return reading;
    if (reading.value === null && field.required) {
      return { ok: false, reason: { code: 'cellRequired', parameters: {} } };
    }
    const taken = this.nameRefusal(field, reading.value, id);
    return taken === null ? reading : { ok: false, reason: taken };
  }

  private nameRefusal(field: FieldDefinition, value: CellValue, id: number | null): ErrorDescription | null {
    const entity = this.entity();
    if (field.id !== 'name' || entity === null || value === null) return null;
    const owner = this.names.find(entity, String(value));
    if (owner === null || owner === id) return null;
    return { code: 'nameTaken', parameters: { name: String(value) } };
  }

  /** Takes the cells out that would break a rule over several fields, the last first, and gives them with the reason. */
  private dropBroken<Cell extends TypedCell>(row: FieldValues, good: GoodCells<Cell>): Refusal<Cell>[] {
    const refused: Refusal<Cell>[] = [];
    for (;;) {
      const after = this.withConsequences(row, good);
      const broken = brokenRuleOver(this.dataset, after, (field) => good.has(field));
      if (broken === null) return refused;
      const culprits = [...good].filter(([field]) => broken.fields.includes(field));
      const last = culprits.at(-1);
      if (!last) return refused;
      good.delete(last[0]);
      refused.push({ cell: last[1].cell, reason: broken.reason });
    }
  }

  /**
   * The row with the cells written. An order's amount that was quantity × unit price − discount stays so when one of these
   * changes; one that was given otherwise stays as it was given.
   */
  private withConsequences(before: FieldValues, good: GoodCells<TypedCell>): FieldValues {
    const after = { ...before, ...Object.fromEntries([...good].map(([field, { value }]) => [field, value])) };
    const inStep = this.dataset === 'orders' && !good.has('amount') && before.amount === orderAmount(before);
    const amount = inStep ? orderAmount(after) : null;
    return completed(this.dataset, amount === null ? after : { ...after, amount });
  }

  private isSame(fieldId: string, before: CellValue | undefined, after: CellValue | undefined): boolean {
    if (before === after) return true;
    const { kind } = fieldOf(this.dataset, fieldId).type;
    return (
      kind === 'reference' &&
      typeof before === 'string' &&
      typeof after === 'string' &&
      nameKey(before) === nameKey(after)
    );
  }

  private columnsOf(row: FieldValues, fields: readonly FieldDefinition[]): Record<string, SqlValue> {
    const columns: Record<string, SqlValue> = {};
    for (const field of fields) {
      const value = row[field.id] ?? null;
      columns[columnOf(field)] =
        field.type.kind === 'reference' && value !== null
          ? this.names.findOrCreate(field.type.entity, String(value))
          : value;
    }
    if (this.dataset === 'opportunities') columns.outcome = outcomeOfStage(String(row.stage));
    return columns;
  }

  private writeExtra(
    before: SqlValue,
    cells: readonly TypedCell[],
  ): { readonly extra: SqlValue; readonly changed: number } {
    if (cells.length === 0) return { extra: before, changed: 0 };
    const after = new Map(readExtraCells(before));
    let changed = 0;
    for (const { field, value } of cells) {
      const name = extraNameOf(field) ?? field;
      const known = after.get(name) ?? null;
      const read = readExtraCell(value, known, this.locale);
      if (read === known) continue;
      changed += 1;
      after.set(name, read);
      registerExtraColumn(this.connection, this.recorder, this.dataset, name);
    }
    return { extra: changed === 0 ? before : writeExtraCells(after), changed };
  }

  private entity(): EntityId | null {
    const { dataset } = this;
    return dataset === 'reps' || dataset === 'products' || dataset === 'customers' ? dataset : null;
  }

  private renamed(id: number, before: CellValue | undefined, after: CellValue | undefined): void {
    const entity = this.entity();
    if (entity === null || before === after) return;
    this.names.note(entity, String(before), String(after), id);
    followName(this.connection, this.recorder, { entity, before: String(before), after: String(after) });
  }
}
