import type { Connection } from '../connection';

/** What the pages of a table and its indexes are written by. */
export interface TableShape {
  readonly name: string;
  readonly sql: string;
  /** All columns but the first, which is the row's id. */
  readonly columns: readonly string[];
  /** Of each column, whether it stores text; the others store numbers. */
  readonly isText: readonly boolean[];
  readonly isRequired: readonly boolean[];
  readonly indexes: readonly IndexShape[];
}

export interface IndexShape {
  readonly name: string;
  readonly sql: string;
  /** Positions in `columns`. */
  readonly columns: readonly number[];
}

/**
 * The shape of a table whose rows can be written in bulk: its first column is its integer key, columns that are not given have no
 * default, and its indexes are over plain columns and allow the same twice. Null for other tables.
 */
export function shapeOf(connection: Connection, table: string, given: readonly string[]): TableShape | null {
  const columns = connection.rows(
    'SELECT name, type, pk, dflt_value, "notnull" AS required FROM pragma_table_info(?)',
    [table],
  );
  const [id, ...others] = columns;
  const known = new Set(given);
  if (id?.name !== 'id' || id.pk !== 1 || String(id.type).toUpperCase() !== 'INTEGER') return null;
  if (others.some(({ name, dflt_value }) => dflt_value !== null && !known.has(String(name)))) return null;
  const types = others.map(({ type }) => String(type).toUpperCase());
  if (!types.every((type) => ['TEXT', 'REAL', 'INTEGER'].includes(type))) return null;
  const names = others.map(({ name }) => String(name));
  const indexes = indexesOf(connection, table, names);
  const sql = connection.first("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", [table]);
  const hasTriggers =
    connection.number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", [table]) >
    0;
  if (indexes === null || sql === null || hasTriggers) return null;
  return {
    name: table,
    sql: String(sql.sql),
    columns: names,
    isText: types.map((type) => type === 'TEXT'),
    isRequired: others.map(({ required }) => required === 1),
    indexes,
  };
}

function indexesOf(
  connection: Connection,
  table: string,
  columns: readonly string[],
): readonly IndexShape[] | null {
  const shapes: IndexShape[] = [];
  const indexes = connection.rows(
    `SELECT i.name, i."unique" AS is_unique, i.partial, s.sql
     FROM pragma_index_list(?) AS i JOIN sqlite_schema AS s ON s.name = i.name ORDER BY i.seq`,
    [table],
  );
  for (const { name, is_unique, partial, sql } of indexes) {
    const keys = connection.rows(
      'SELECT name, "desc" AS descending, coll FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno',
      [name ?? null],
    );
    const places = keys.map((key) => columns.indexOf(String(key.name)));
    const isPlain =
      is_unique === 0 &&
      partial === 0 &&
      sql !== null &&
      places.every((place) => place >= 0) &&
      keys.every(({ descending, coll }) => descending === 0 && coll === 'BINARY');
    if (!isPlain) return null;
    shapes.push({ name: String(name), sql: String(sql), columns: places });
  }
  return shapes;
}
