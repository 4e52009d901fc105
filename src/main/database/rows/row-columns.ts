import { type Column, extraColumnPrefix } from '@shared/ipc/rows';
import {
  columnOf,
  type DatasetId,
  datasets,
  type FieldDefinition,
  type FieldKind,
} from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import type { Connection, SqlValue } from '../connection';
import type { UsedColumns } from '../data-revisions';

/** A piece of SQL and the values that its placeholders stand for. */
export interface SqlPart {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** The columns of a dataset: its fields, then the extra columns in the order in which they came. */
export function columnsOf(connection: Connection, dataset: DatasetId): Column[] {
  const fields = datasets[dataset].fields.map(
    (field): Column => ({
      id: field.id,
      extraName: null,
      type: field.type,
      required: field.required === true,
    }),
  );
  const extras = connection
    .rows('SELECT name FROM extra_column WHERE dataset = ? ORDER BY id', [dataset])
    .map(
      ({ name }): Column => ({
        id: `${extraColumnPrefix}${String(name)}`,
        extraName: String(name),
        type: { kind: 'text' },
        required: false,
      }),
    );
  return [...fields, ...extras];
}

/** @throws QuotabenchError `unknownField`. */
export function fieldOf(dataset: DatasetId, id: string): FieldDefinition {
  const field = datasets[dataset].fields.find((candidate) => candidate.id === id);
  if (!field) throw new QuotabenchError('unknownField', { dataset, field: id });
  return field;
}

/** The heading of an extra column's id, or null for a field's. */
export function extraNameOf(columnId: string): string | null {
  return columnId.startsWith(extraColumnPrefix) ? columnId.slice(extraColumnPrefix.length) : null;
}

/**
 * The value of a column as people see it, for a row of the dataset's table under the alias `t`: names for references.
 * The heading of an extra column is bound, so that it may hold any character.
 * @throws QuotabenchError `unknownField`.
 */
export function valueOfColumn(dataset: DatasetId, columnId: string): SqlPart {
  const extraName = extraNameOf(columnId);
  if (extraName !== null) {
    return { sql: '(SELECT value FROM json_each(t.extra) WHERE key = ?)', parameters: [extraName] };
  }
  const field = fieldOf(dataset, columnId);
  if (field.type.kind !== 'reference') return { sql: `t.${columnOf(field)}`, parameters: [] };
  return { sql: `(SELECT name FROM ${field.type.entity} WHERE id = t.${columnOf(field)})`, parameters: [] };
}

/** Whether a column's cells are compared as text; those of an extra column are what they are, cell by cell. */
export function holdsText({ type }: FieldDefinition): boolean {
  return type.kind !== 'date' && !isNumeric(type);
}

export function isNumeric({ kind }: FieldKind): boolean {
  return kind === 'number' || kind === 'integer' || kind === 'money' || kind === 'percent';
}

/** The key by which the cells of a column are sorted, as SQL over the SQL of a cell. */
export function sortKeyOf(dataset: DatasetId, columnId: string): (cell: string) => string {
  if (extraNameOf(columnId) !== null) return (cell) => `mixed_key(${cell})`;
  return holdsText(fieldOf(dataset, columnId)) ? (cell) => `text_key(${cell})` : (cell) => cell;
}

/** What the value of a column depends on. */
export function columnsBehind(dataset: DatasetId, columnId: string): readonly UsedColumns[] {
  if (extraNameOf(columnId) !== null) return [{ table: dataset, columns: ['extra'] }];
  const field = fieldOf(dataset, columnId);
  const own: UsedColumns = { table: dataset, columns: [columnOf(field)] };
  return field.type.kind === 'reference' ? [own, { table: field.type.entity, columns: ['name'] }] : [own];
}
