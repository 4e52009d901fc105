import type { SqlValue } from '../connection';
import { IndexedColumn } from './indexed-column';
import { longestKey, longestRow, type PageFile, pageSize, rowCellLength, TreeWriter } from './page-tree';
import { RecordWriter, varintLength, writeVarint } from './record-writer';
import type { TableShape } from './table-shape';

/** No key of an index is longer that a person would look for. */
const longestIndexedText = 1000;

/**
 * A SQLite database of one table with its indexes, written page by page. SQLite takes its rows over many times faster than one
 * statement a row would bring them in, as rows and keys are in order and in the form in which they are stored.
 */
export class TableImage {
  private readonly record = new RecordWriter();
  private readonly rows: TreeWriter;
  private readonly indexed = new Map<number, IndexedColumn>();
  private readonly ids: number[] = [];

  /** @param file without pages. */
  constructor(
    private readonly shape: TableShape,
    private readonly file: PageFile,
  ) {
    file.allocate();
    this.rows = new TreeWriter(this.file, 'table');
    for (const { columns } of shape.indexes) {
      for (const column of columns) {
        if (!this.indexed.has(column)) this.indexed.set(column, new IndexedColumn());
      }
    }
  }

  /** How many rows it holds. */
  get length(): number {
    return this.ids.length;
  }

  /**
   * Adds a row; ids rise from row to row.
   * @param values in the order of the shape's columns.
   * @returns false for a row that is too long to be written in bulk, or has a value that its column does not store as it is; then
   * it is not added.
   */
  add(id: number, values: readonly SqlValue[]): boolean {
    const { record, rows, indexed } = this;
    if (!this.isPlain(values)) return false;
    record.clear();
    // The id stands before the record, and an empty cell in its place.
    record.add(null);
    for (let column = 0; column < values.length; column += 1) record.add(values[column] as SqlValue);
    const { length } = record;
    if (length > longestRow) return false;
    const { bytes, at } = rows.roomForRow(rowCellLength(length, id));
    rows.takeRow(id, record.copyTo(bytes, writeVarint(bytes, writeVarint(bytes, at, length), id)));
    for (const [column, keys] of indexed) keys.add(values[column] as SqlValue);
    this.ids.push(id);
    return true;
  }

  private isPlain(values: readonly SqlValue[]): boolean {
    const { isText, isRequired } = this.shape;
    for (let column = 0; column < isText.length; column += 1) {
      const value = values[column];
      if (value === null ? isRequired[column] : (typeof value === 'string') !== isText[column]) return false;
    }
    for (const column of this.indexed.keys()) {
      const value = values[column];
      if (typeof value === 'string' && value.length > longestIndexedText) return false;
    }
    return true;
  }

  /** The bytes of the database's file. */
  finish(): Uint8Array<ArrayBuffer> {
    const { file, shape } = this;
    const roots = [this.rows.finish(), ...shape.indexes.map(({ columns }) => this.writeIndex(columns))];
    this.writeSchema(roots);
    writeHeader(file.page(1), file.pages);
    return file.handOver();
  }

  private writeIndex(columns: readonly number[]): number {
    const { record, ids } = this;
    const tree = new TreeWriter(this.file, 'index');
    const keys = columns.map((column) => this.indexed.get(column) as IndexedColumn);
    const order = keys.reduceRight<Uint32Array>(
      (rows, key) => key.sorted(rows),
      new Uint32Array(ids.length).map((_, row) => row),
    );
    const last = order.length - 1;
    // One column after the other is gone through for what lies scattered in it, which is many times faster than a row after the other.
    const codes = keys.map((key) => key.codesOf(order));
    const orderedIds = new Float64Array(order.length);
    for (let place = 0; place <= last; place += 1) orderedIds[place] = ids[order[place] as number] as number;
    const write = (bytes: Uint8Array, at: number) =>
      record.copyTo(bytes, writeVarint(bytes, at, record.length));
    for (let place = 0; place <= last; place += 1) {
      if (place > 0 && isSameKey(codes, place)) record.backToMark();
      else {
        record.clear();
        for (const [at, key] of keys.entries()) record.add(key.valueOf(codes[at]?.[place] as number));
        record.mark();
      }
      record.add(orderedIds[place] as number);
      const { length } = record;
      if (length > longestKey) throw new RangeError('A key of an index is too long to be written in bulk.');
      tree.addKey(varintLength(length) + length, place === last, write);
    }
    return tree.finish();
  }

  /** The table of tables on the first page, behind the header of the file. */
  private writeSchema(roots: readonly number[]): void {
    const { name, sql, indexes } = this.shape;
    const entries = [
      ['table', name, name, roots[0] ?? 0, sql],
      ...indexes.map((index, at) => ['index', index.name, name, roots[at + 1] ?? 0, index.sql]),
    ];
    const page = this.file.page(1);
    const view = new DataView(page.buffer, page.byteOffset, page.length);
    let content = pageSize;
    for (const [at, entry] of entries.entries()) {
      this.record.clear();
      for (const value of entry) this.record.add(value);
      const { length } = this.record;
      content -= rowCellLength(length, at + 1);
      this.record.copyTo(page, writeVarint(page, writeVarint(page, content, length), at + 1));
      view.setUint16(108 + 2 * at, content);
    }
    page[100] = 0x0d;
    view.setUint16(103, entries.length);
    view.setUint16(105, content);
  }
}

/** Whether a key is that of the place before. */
function isSameKey(codes: readonly Uint32Array[], place: number): boolean {
  for (let at = 0; at < codes.length; at += 1) {
    const ofColumn = codes[at] as Uint32Array;
    if (ofColumn[place] !== ofColumn[place - 1]) return false;
  }
  return true;
}

/** Section 1.3 of the file format. */
function writeHeader(page: Uint8Array, pages: number): void {
  const view = new DataView(page.buffer, page.byteOffset, page.length);
  page.set(new TextEncoder().encode('SQLite format 3\0'));
  view.setUint16(16, pageSize);
  page.set([1, 1, 0, 64, 32, 32], 18);
  view.setUint32(24, 1);
  view.setUint32(28, pages);
  view.setUint32(40, 1);
  // Schema format 4, and UTF-8.
  view.setUint32(44, 4);
  view.setUint32(56, 1);
  view.setUint32(92, 1);
  view.setUint32(96, 3_045_000);
}
