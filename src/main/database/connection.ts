import initSqlJs, { type Database, type SqlJsStatic, type Statement } from 'sql.js';
import { mixedKey, textKey } from './text-key';

export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;
export type SqlParameters = readonly SqlValue[];

let engine: Promise<SqlJsStatic> | null = null;

function loadEngine(): Promise<SqlJsStatic> {
  engine ??= initSqlJs();
  return engine;
}

const keptStatements = 200;

/** Ends a rehearsal. */
class Rehearsed extends Error {}

/**
 * One SQLite database in memory. Values are always bound; statements are prepared once and kept. Beside SQLite's own functions
 * queries may use `text_key` and `mixed_key`: see `text-key.ts`. The schema never does, so that any SQLite program can open the file.
 */
export class Connection {
  private readonly statements = new Map<string, Statement>();
  private depth = 0;

  private constructor(private readonly database: Database) {
    this.configure();
  }

  static async create(): Promise<Connection> {
    const sql = await loadEngine();
    return new Connection(new sql.Database());
  }

  /** `bytes` is the content of a SQLite file. Whether it is one shows in the first query. */
  static async open(bytes: Uint8Array): Promise<Connection> {
    const sql = await loadEngine();
    return new Connection(new sql.Database(bytes));
  }

  run(sql: string, parameters: SqlParameters = []): void {
    const statement = this.prepare(sql);
    try {
      statement.run([...parameters]);
    } finally {
      statement.reset();
    }
  }

  /** Runs a script of several statements that takes no parameters. */
  script(sql: string): void {
    this.database.exec(sql);
  }

  rows(sql: string, parameters: SqlParameters = []): SqlRow[] {
    const found: SqlRow[] = [];
    const statement = this.bound(sql, parameters);
    try {
      while (statement.step()) found.push(statement.getAsObject() as SqlRow);
    } finally {
      statement.reset();
    }
    return found;
  }

  /** The rows as arrays in the order of the columns: less work than `rows` for large answers. */
  tuples(sql: string, parameters: SqlParameters = []): SqlValue[][] {
    const found: SqlValue[][] = [];
    const statement = this.bound(sql, parameters);
    try {
      while (statement.step()) found.push(statement.get() as SqlValue[]);
    } finally {
      statement.reset();
    }
    return found;
  }

  /** Hands over one row after the other and keeps none of them. */
  eachTuple(sql: string, parameters: SqlParameters, visit: (tuple: SqlValue[]) => void): void {
    const statement = this.bound(sql, parameters);
    try {
      while (statement.step()) visit(statement.get() as SqlValue[]);
    } finally {
      statement.reset();
    }
  }

  first(sql: string, parameters: SqlParameters = []): SqlRow | null {
    const statement = this.bound(sql, parameters);
    try {
      return statement.step() ? (statement.getAsObject() as SqlRow) : null;
    } finally {
      statement.reset();
    }
  }

  /** The first column of the first row as a number; 0 where it is empty. */
  number(sql: string, parameters: SqlParameters = []): number {
    const statement = this.bound(sql, parameters);
    try {
      return statement.step() ? Number(statement.get()[0] ?? 0) : 0;
    } finally {
      statement.reset();
    }
  }

  /** Whether a transaction is under way. */
  get inTransaction(): boolean {
    return this.depth > 0;
  }

  /** All or nothing. A transaction inside another becomes part of it, and is undone alone if it throws. */
  transaction<Result>(work: () => Result): Result {
    const savepoint = `level_${this.depth}`;
    this.run(`SAVEPOINT ${savepoint}`);
    this.depth += 1;
    try {
      const result = work();
      // The release of the outermost one fails where a deferred foreign key is not met.
      this.run(`RELEASE ${savepoint}`);
      return result;
    } catch (error) {
      this.database.exec(`ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  /** Does the work in a transaction that is always rolled back. */
  rehearse<Result>(work: () => Result): Result {
    const outcome: { result?: Result } = {};
    try {
      this.transaction(() => {
        outcome.result = work();
        throw new Rehearsed();
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
    }
    return outcome.result as Result;
  }

  /** The whole file's bytes. Kept statements are dropped, as sql.js closes and reopens the database for it. */
  bytes(): Uint8Array {
    if (this.depth > 0) throw new Error('A database cannot be written out in the middle of a transaction.');
    this.statements.clear();
    const bytes = this.database.export();
    this.configure();
    return bytes;
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private configure(): void {
    this.database.exec('PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;');
    this.database.create_function('text_key', (value: unknown) => textKey(value));
    this.database.create_function('mixed_key', (value: unknown) => mixedKey(value));
  }

  private bound(sql: string, parameters: SqlParameters): Statement {
    const statement = this.prepare(sql);
    statement.bind([...parameters]);
    return statement;
  }

  private prepare(sql: string): Statement {
    const kept = this.statements.get(sql);
    if (kept) return kept;
    if (this.statements.size >= keptStatements) this.dropOldest();
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }
  private dropOldest(): void {
    const [oldest] = this.statements;
    if (!oldest) return;
    const [sql, statement] = oldest;
    statement.free();
    this.statements.delete(sql);
  }
}
