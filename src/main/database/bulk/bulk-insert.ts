import type { Connection, SqlValue } from '../connection';
import { PageFile } from './page-tree';
import { TableImage } from './table-image';
import { type IndexShape, shapeOf, type TableShape } from './table-shape';

/** Fewer rows are inserted one by one sooner than a database is made of them. */
const fewRows = 2000;
/** A database of fewer rows would be too small for its cost. */
const leastRowsOfImage = 150_000;
/** With its indexes a table takes hardly more than so many times what its rows take. */
const indexedShare = 2.5;
/** In a table that is so many times longer than what comes, indexes are not made anew. */
const longerTable = 4;

/**
 * Inserts many rows under neighbouring new ids. In a transaction in steps they go in as whole pages (`TableImage`), otherwise by
 * one statement a row.
 */
export class BulkInsert {
  readonly firstId: number;
  private nextId: number;
  private readonly sql: string;
  /** Null where rows go in one by one. */
  private shape: TableShape | null;
  /** Those that are made anew when all rows are in. */
  private readonly indexes: readonly IndexShape[];
  /** Of each column of the shape, where its value stands in what is given; −1 for none. */
  private readonly places: readonly number[];
  private readonly stored: SqlValue[];
  private waiting: (readonly SqlValue[])[] = [];
  private readonly file = new PageFile();
  private image: TableImage | null = null;
  private hasDropped = false;
  private readonly rowsOfImage: number;

  /**
   * @param columns those that are given, without `id`.
   * @param expected about how many rows will come.
   * @param firstId of ids that are all free; behind all others where it is not given.
   */
  constructor(
    private readonly connection: Connection,
    private readonly table: string,
    columns: readonly string[],
    private readonly expected: number,
    firstId?: number,
  ) {
    this.firstId = firstId ?? connection.number(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`);
    this.nextId = this.firstId;
    const marks = ['?', ...columns.map(() => '?')];
    this.sql = `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (${marks.join(', ')})`;
    const shape =
      expected > fewRows && connection.roomForStaged > 0 ? shapeOf(connection, table, columns) : null;
    const rows = shape === null ? 0 : connection.number(`SELECT count(*) FROM ${table}`);
    this.places = shape?.columns.map((column) => columns.indexOf(column)) ?? [];
    this.stored = this.places.map(() => null);
    // Keys that come in order fill the pages of an empty index well, and tear those of another apart.
    this.indexes = rows > 0 ? (shape?.indexes ?? []) : [];
    if (shape === null || rows > expected * longerTable) this.shape = null;
    else this.shape = rows > 0 ? { ...shape, indexes: [] } : shape;
    const images = Math.max(1, connection.roomForStaged - 1);
    this.rowsOfImage =
      rows > 0 ? Math.max(leastRowsOfImage, Math.ceil((expected * 1.02) / images)) : Number.POSITIVE_INFINITY;
  }

  get lastId(): number {
    return this.nextId - 1;
  }

  /** @param values in the order of the columns; they are not kept. */
  add(values: readonly SqlValue[]): void {
    const id = this.nextId;
    this.nextId += 1;
    if (this.shape === null) this.insertOne(id, values);
    else if (this.image !== null) this.addToImage(this.image, id, values);
    else {
      this.waiting.push([...values]);
      if (this.waiting.length === fewRows) this.beginImage(this.shape);
    }
  }

  /** Sees to it that all rows are in the database. */
  finish(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const [at, values] of waiting.entries()) this.insertOne(this.nextId - waiting.length + at, values);
    if (this.image !== null) this.takeImage(this.image);
    this.image = null;
    if (this.hasDropped) for (const { sql } of this.indexes) this.connection.script(sql);
  }

  private beginImage(shape: TableShape): void {
    const { waiting } = this;
    this.waiting = [];
    for (const { name } of this.indexes) this.connection.script(`DROP INDEX ${name}`);
    this.hasDropped = true;
    const image = new TableImage(shape, this.file);
    this.image = image;
    for (const [at, values] of waiting.entries()) {
      this.addToImage(image, this.nextId - waiting.length + at, values);
    }
    const ofImage = Math.min(this.expected, this.rowsOfImage);
    this.file.reserve((this.file.pages * indexedShare * ofImage) / fewRows);
  }

  private addToImage(image: TableImage, id: number, values: readonly SqlValue[]): void {
    const { places, stored } = this;
    for (let column = 0; column < places.length; column += 1) {
      const place = places[column] as number;
      stored[column] = place < 0 ? null : (values[place] as SqlValue);
    }
    if (!image.add(id, stored)) this.insertOne(id, values);
    if (image.length < this.rowsOfImage) return;
    this.takeImage(image);
    if (this.connection.roomForStaged === 0) this.shape = null;
    this.image = this.shape === null ? null : new TableImage(this.shape, this.file);
  }

  private takeImage(image: TableImage): void {
    if (image.length > 0) this.connection.takeRows(this.table, image.finish());
  }

  private insertOne(id: number, values: readonly SqlValue[]): void {
    this.connection.run(this.sql, [id, ...values]);
  }
}
