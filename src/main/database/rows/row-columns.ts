import { type Column, extraColumnPrefix } from '@shared/ipc/rows';
import { columnOf, type DatasetId, datasets, type FieldDefinition } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import type { Connection, SqlValue } from '../connection';

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

export function isText(dataset: DatasetId, columnId: string): boolean {
  if (extraNameOf(columnId) !== null) return true;
  const { kind } = fieldOf(dataset, columnId).type;
  return (
    kind === 'text' || kind === 'email' || kind === 'choice' || kind === 'reference' || kind === 'period'
  );
}

/** Text without the difference between capitals and small letters; SQLite's own `lower` knows A to Z alone. */
export function foldedSql(sql: string): string {
  return `lower(replace(replace(replace(replace(replace(${sql}, 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö'))`;
}

/** The same folding for a value that is bound. */
export function folded(text: string): string {
  return text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[ÆØÅÄÖ]/g, (letter) => letter.toLowerCase());
}

/** A key that sorts text as Norwegians do: without regard to capitals, and æ, ø, å last in this order. */
export function collatedSql(sql: string): string {
  return `replace(replace(replace(${foldedSql(sql)}, 'ä', 'æ'), 'ö', 'ø'), 'å', 'ÿ')`;
}
