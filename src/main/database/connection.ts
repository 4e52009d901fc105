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

/** The memory grows by itself in steps that are not much smaller. */
const leastRoom = 4_000_000;

/** Of pages, in kB. */
const usualCache = 2000;
const largeCache = 64_000;

/** SQLite has room for ten. */
const mostStaged = 9;

/** A database beside the main one, by the name of its file within sql.js. */
interface StagedDatabase extends Database {
  readonly filename: string;
}

/** Bytes that sql.js keeps as they are: it would make a copy of others by `slice`. */
class GivenBytes extends Uint8Array<ArrayBuffer> {
  override slice(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.buffer, this.byteOffset + start, end - start);
  }
}

/** Ends a rehearsal. */
class Rehearsed extends Error {}

/**
 * One SQLite database in memory. Values are always bound; statements are prepared once and kept. Beside SQLite's own functions
 * queries may use `text_key` and `mixed_key`: see `text-key.ts`. The schema never does, so that any SQLite program can open the file.
 */
export class Connection {
  private readonly statements = new Map<string, Statement>();
  private depth = 0;
  private checksReferences = true;
  private readonly staged: StagedDatabase[] = [];

  private constructor(private database: Database) {
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

  /**
   * Takes over all rows of a table from another database, which is let go when the transaction ends. SQLite copies rows and keys
   * as they are where both tables are declared alike and references are not checked, as in `transactionInSteps`.
   * @param bytes the content of a SQLite file, given away.
   */
  takeRows(table: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (this.staged.length >= mostStaged) throw new Error('No more databases can be taken over at once.');
    const staged = this.opened(bytes);
    const name = `staged_${this.staged.length}`;
    this.staged.push(staged);
    this.run(`ATTACH ? AS ${name}`, [staged.filename]);
    // Should it fail, all is rolled back: no need to keep how each page was before it.
    this.script(`INSERT OR ROLLBACK INTO main.${table} SELECT * FROM ${name}.${table}`);
  }

  /** How many more times `takeRows` can be called in this transaction. */
  get roomForStaged(): number {
    return this.checksReferences ? 0 : mostStaged - this.staged.length;
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
      this.rollBack(savepoint);
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  /**
   * A transaction that leads to a state in which the database was before. Rows named rows that exist then, so that is not checked
   * again.
   */
  restoration<Result>(work: () => Result): Result {
    if (this.depth > 0) throw new Error('A restoration cannot be part of a transaction.');
    this.beginUnchecked();
    try {
      return this.transaction(work);
    } finally {
      this.endUnchecked();
    }
  }

  /**
   * A transaction for work that takes long and lets others have their turn meanwhile: they must not touch the database. That rows
   * name rows that exist is not checked, so that whoever inserts them has to see to it.
   * @param room about how many bytes the database will grow by.
   */
  async transactionInSteps<Result>(work: () => Promise<Result>, room = 0): Promise<Result> {
    if (this.depth > 0) throw new Error('A transaction in steps cannot be part of another.');
    this.makeRoom(room);
    this.beginUnchecked();
    this.script('BEGIN');
    this.depth = 1;
    try {
      const result = await work();
      this.script('COMMIT');
      return result;
    } catch (error) {
      this.rollBack('level_0');
      throw error;
    } finally {
      this.depth = 0;
      this.endUnchecked();
    }
  }

  private beginUnchecked(): void {
    this.checkReferences(false);
    // So large that pages which are filled step by step are written once, at the end.
    this.script(`PRAGMA cache_size = -${largeCache}`);
  }

  private endUnchecked(): void {
    this.letGoOfStaged();
    this.checkReferences(true);
    this.script(`PRAGMA cache_size = -${usualCache}`);
  }

  /** Does the work of a transaction in steps, which is always rolled back. */
  async rehearseInSteps<Result>(work: () => Promise<Result>): Promise<Result> {
    const outcome: { result?: Result } = {};
    try {
      await this.transactionInSteps(async () => {
        outcome.result = await work();
        throw new Rehearsed();
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
    }
    return outcome.result as Result;
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
    const length = this.number('PRAGMA page_count') * this.number('PRAGMA page_size');
    this.statements.clear();
    const bytes = this.database.export();
    this.configure();
    return bytes.subarray(0, length);
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private configure(): void {
    this.database.exec('PRAGMA foreign_keys = ON;');
    this.database.create_function('text_key', (value: unknown) => textKey(value));
    this.database.create_function('mixed_key', (value: unknown) => mixedKey(value));
  }

  /**
   * sql.js holds the file in one piece of memory, which it would copy again and again to let it grow. SQLite does not mind that the
   * file is longer than its pages, and cuts it at the end of the transaction.
   */
  private makeRoom(room: number): void {
    if (room < leastRoom) return;
    const bytes = this.bytes();
    const longer = new Uint8Array(bytes.length + room);
    longer.set(bytes);
    this.statements.clear();
    this.database.close();
    this.database = this.opened(longer);
    this.configure();
  }

  private opened(bytes: Uint8Array<ArrayBuffer>): StagedDatabase {
    const given = new GivenBytes(bytes.buffer, bytes.byteOffset, bytes.length);
    return new (this.database.constructor as new (bytes: Uint8Array) => StagedDatabase)(given);
  }

  /** The outermost level is rolled back as a whole, which leaves the bytes of the database as they were. */
  private rollBack(savepoint: string): void {
    if (savepoint !== 'level_0') {
      this.database.exec(`ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
      return;
    }
    try {
      this.database.exec('ROLLBACK');
    } catch (error) {
      // Some failures have rolled back all by themselves.
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }

  private checkReferences(checks: boolean): void {
    this.checksReferences = checks;
    this.database.exec(`PRAGMA foreign_keys = ${checks ? 'ON' : 'OFF'}`);
  }

  private letGoOfStaged(): void {
    for (const [at, staged] of this.staged.entries()) {
      this.database.exec(`DETACH staged_${at}`);
      staged.close();
    }
    this.staged.length = 0;
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
