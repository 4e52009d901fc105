import type { Connection } from './connection';

export interface DatabaseReport {
  readonly whole: boolean;
  /** The format of the schema, SQLite's `user_version`. */
  readonly format: number;
  /** What is wrong, in SQLite's words. */
  readonly problems: readonly string[];
}

const shownProblems = 20;

/** SQLite's own check of the file's structure, and a look at every foreign key. */
export function checkDatabase(connection: Connection): DatabaseReport {
  const structure = connection
    .tuples(`PRAGMA integrity_check(${shownProblems})`)
    .map(([message]) => String(message))
    .filter((message) => message !== 'ok');
  const keys = connection
    .rows('PRAGMA foreign_key_check')
    .slice(0, shownProblems)
    .map(({ table, rowid, parent }) => `row ${rowid} of ${table} names a row of ${parent} that is not there`);
  const problems = [...structure, ...keys];
  return { whole: problems.length === 0, format: connection.number('PRAGMA user_version'), problems };
}
