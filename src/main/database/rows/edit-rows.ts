import { type FieldReading, readField, rulesOf } from '@shared/format/read-field';
import { type CellProblem, extraColumnPrefix } from '@shared/ipc/rows';
import {
  type CellValue,
  columnOf,
  type DatasetId,
  datasets,
  type FieldDefinition,
} from '@shared/model/dataset';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ErrorDescription } from '@shared/model/error';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlValue } from '../connection';
import { EntityNames } from './entity-names';
import { extraNameOf, fieldOf, valueOfColumn } from './row-columns';
import { brokenRule, completed, type FieldValues, orderAmount } from './row-rules';

export interface CellEdit {
  readonly id: number;
  readonly field: string;
  readonly value: CellValue;
}

export interface RowEdits {
  readonly dataset: DatasetId;
  /** BCP 47, by which typed text is read. */
  readonly locale: string;
  readonly edits: readonly CellEdit[];
  readonly inserts: readonly FieldValues[];
}

export interface EditOutcome {
  /** Cells that were written, those of new rows not counted. */
  readonly changed: number;
  readonly insertedIds: number[];
  readonly problems: CellProblem[];
}

/**
 * Changes cells and adds rows as one step that can be undone. What is good goes in; each bad cell is left as it was, each bad
 * new row is left out, and both come back with the reason.
 * @throws QuotabenchError `unknownField`.
 */
export function editRows(
  session: WorkspaceSession,
  { dataset, locale, edits, inserts }: RowEdits,
): EditOutcome {
  return session.change(labelOf(edits.length, inserts.length), (recorder) => {
    const editor = new RowEditor(session.connection, recorder, dataset, locale);
    const problems: CellProblem[] = [];
    const insertedIds: number[] = [];
    let changed = 0;
    for (const [index, { id, field, value }] of edits.entries()) {
      const refusal = editor.edit(id, field, value);
      if (refusal === null) changed += 1;
      else problems.push({ index, kind: 'edit', field, value, reason: refusal });
    }
    for (const [index, row] of inserts.entries()) {
      const inserted = editor.insert(row);
      if (typeof inserted === 'number') insertedIds.push(inserted);
      else problems.push({ index, kind: 'insert', value: row[inserted.field] ?? null, ...inserted });
    }
    return { changed, insertedIds, problems };
  });
}

function labelOf(edits: number, inserts: number) {
  if (inserts === 0) return { code: 'editCell', parameters: { count: edits } };
  if (edits === 0) return { code: 'insertRows', parameters: { count: inserts } };
  return { code: 'editRows', parameters: { count: edits } };
}

class RowEditor {
  private readonly names: EntityNames;

  constructor(
    private readonly connection: Connection,
    private readonly recorder: ChangeRecorder,
    private readonly dataset: DatasetId,
    private readonly locale: string,
  ) {
    this.names = new EntityNames(connection, recorder);
  }

  /** Gives the reason where the value is refused. */
  edit(id: number, columnId: string, value: CellValue): ErrorDescription | null {
    const row = this.read(id);
    if (row === null) return { code: 'rowMissing', parameters: { id, dataset: this.dataset } };
    const extraName = extraNameOf(columnId);
    if (extraName !== null) {
      this.recorder.update(this.dataset, id, { extra: this.extraWith(id, extraName, value) });
      return null;
    }
    const field = fieldOf(this.dataset, columnId);
    const reading = this.readCell(field, value);
    if (!reading.ok) return reading.reason;
    const changed = this.consequences(row, { ...row, [field.id]: reading.value });
    const refusal =
      this.nameRefusal(field, reading.value, id) ?? brokenRule(this.dataset, changed)?.reason ?? null;
    if (refusal === null) this.recorder.update(this.dataset, id, this.columnsOf(changed));
    return refusal;
  }

  /** Gives the new row's id, or the field that is at fault. */
  insert(given: FieldValues): number | { readonly field: string; readonly reason: ErrorDescription } {
    const row: Record<string, CellValue> = {};
    for (const field of datasets[this.dataset].fields) {
      const value = given[field.id] ?? null;
      const reading = this.readCell(field, value);
      if (!reading.ok) return { field: field.id, reason: reading.reason };
      const taken = this.nameRefusal(field, reading.value, null);
      if (taken) return { field: field.id, reason: taken };
      row[field.id] = reading.value;
    }
    const broken = brokenRule(this.dataset, row);
    if (broken) return broken;
    const extra = Object.entries(given).filter(
      ([id, value]) => id.startsWith(extraColumnPrefix) && value !== null,
    );
    return this.recorder.insert(this.dataset, {
      ...this.columnsOf(completed(this.dataset, row)),
      extra:
        extra.length === 0
          ? null
          : JSON.stringify(
              Object.fromEntries(extra.map(([id, value]) => [id.slice(extraColumnPrefix.length), value])),
            ),
    });
  }

  private readCell(field: FieldDefinition, value: CellValue): FieldReading {
    const reading = readField(field.type, value, rulesOf(this.locale));
    if (reading.ok && reading.value === null && field.required) {
      return { ok: false, reason: { code: 'cellRequired', parameters: {} } };
    }
    return reading;
  }

  private read(id: number): FieldValues | null {
    const columns = datasets[this.dataset].fields.map(
      (field) => `${valueOfColumn(this.dataset, field.id).sql} AS ${field.id}`,
    );
    const row = this.connection.first(`SELECT ${columns.join(', ')} FROM ${this.dataset} t WHERE t.id = ?`, [
      id,
    ]);
    return row as FieldValues | null;
  }

  /** An amount that was quantity × unit price − discount stays so when one of these changes. */
  private consequences(before: FieldValues, after: FieldValues): FieldValues {
    const reckoned =
      this.dataset === 'orders' && before.amount !== null && before.amount === orderAmount(before);
    const amount = reckoned && after.amount === before.amount ? orderAmount(after) : null;
    return completed(this.dataset, amount === null ? after : { ...after, amount });
  }

  private nameRefusal(field: FieldDefinition, value: CellValue, id: number | null): ErrorDescription | null {
    const { dataset } = this;
    if (field.id !== 'name' || (dataset !== 'reps' && dataset !== 'products' && dataset !== 'customers'))
      return null;
    const owner = this.connection.first(`SELECT id FROM ${dataset} WHERE name = ?`, [value]);
    if (owner === null || owner.id === id) return null;
    return { code: 'nameTaken', parameters: { name: String(value) } };
  }

  private columnsOf(row: FieldValues): Record<string, SqlValue> {
    const columns: Record<string, SqlValue> = {};
    for (const field of datasets[this.dataset].fields) {
      const value = row[field.id] ?? null;
      columns[columnOf(field)] =
        field.type.kind === 'reference' && value !== null
          ? this.names.findOrCreate(field.type.entity, String(value))
          : value;
    }
    if (this.dataset === 'opportunities') columns.outcome = outcomeOfStage(String(row.stage));
    return columns;
  }

  private extraWith(id: number, name: string, value: CellValue): string | null {
    const row = this.connection.first(`SELECT extra FROM ${this.dataset} WHERE id = ?`, [id]);
    const cells = new Map(
      Object.entries(row?.extra ? (JSON.parse(String(row.extra)) as Record<string, CellValue>) : {}),
    );
    if (value === null || value === '') cells.delete(name);
    else cells.set(name, value);
    return cells.size === 0 ? null : JSON.stringify(Object.fromEntries(cells));
  }
}
