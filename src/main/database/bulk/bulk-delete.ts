import type { Connection } from '../connection';

/** Fewer rows are taken out of the indexes sooner than these are made anew. */
const fewRows = 20_000;

/**
 * Deletes the rows between two ids, both inclusive. A whole table is emptied without a look at its rows, as far as references are not
 * checked; where most of many rows go, the indexes are made anew over those that stay, as each key is looked for otherwise.
 */
export function deleteBetween(connection: Connection, table: string, firstId: number, lastId: number): void {
  const between = [firstId, lastId];
  const going = connection.number(`SELECT count(*) FROM ${table} WHERE id BETWEEN ? AND ?`, between);
  const staying = connection.number(`SELECT count(*) FROM ${table}`) - going;
  if (staying === 0) {
    connection.run(`DELETE FROM ${table}`);
    return;
  }
  const indexes =
    going >= fewRows && going > staying
      ? connection.rows(
          "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
          [table],
        )
      : [];
  for (const { name } of indexes) connection.script(`DROP INDEX ${name}`);
  connection.run(`DELETE FROM ${table} WHERE id BETWEEN ? AND ?`, between);
  for (const { sql } of indexes) connection.script(String(sql));
}
