import { varintLength, writeVarint } from './record-writer';

/** Large pages hold nearly every row whole and need few levels above them. */
export const pageSize = 32_768;

/** Pages that are made room for before they are written: half a gigabyte. */
const mostReserved = 16_384;

/** What an entry of a tree may take, so that no part of it lies on another page: sections 1.6 and 2.1 of the file format. */
export const longestRow = pageSize - 35;
export const longestKey = Math.floor(((pageSize - 12) * 64) / 255) - 23;

/** The pages of a database file as they are written one after the other, and of the next when they have been given away. */
export class PageFile {
  private bytes = new Uint8Array(pageSize * 16);
  private count = 0;

  /** Makes room for so many pages at once; what is not needed of it is never touched, and costs nothing. */
  reserve(pages: number): void {
    const reserved = Math.min(Math.ceil(pages), mostReserved) * pageSize;
    if (reserved > this.bytes.length) this.growTo(reserved);
  }

  /** Gives the number of a new page, 1 for the first. */
  allocate(): number {
    this.count += 1;
    if (this.count * pageSize > this.bytes.length) this.growTo(this.bytes.length * 2);
    return this.count;
  }

  private growTo(length: number): void {
    const larger = new Uint8Array(length);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  page(number: number): Uint8Array {
    return this.bytes.subarray((number - 1) * pageSize, number * pageSize);
  }

  get pages(): number {
    return this.count;
  }

  /** Gives all pages away; the next file begins in memory of its own, as much of it. */
  handOver(): Uint8Array<ArrayBuffer> {
    const pages = this.bytes.subarray(0, this.count * pageSize);
    this.bytes = new Uint8Array(this.bytes.length);
    this.count = 0;
    return pages;
  }
}

/** The types of pages: a leaf has the flag, and the page above leaves does not. */
const leaf = 0x08;
const leafHeader = 8;
const innerHeader = 12;

/** Cells of one page, collected from its beginning to be put at its end. */
class CellBlock {
  readonly bytes = new Uint8Array(pageSize + 64);
  private offsets = new Uint16Array(pageSize / 4);
  count = 0;
  used = 0;

  fits(length: number, header: number): boolean {
    return header + 2 * (this.count + 1) + this.used + length <= pageSize;
  }

  /** The cell is what was written from `used` up to `end`. */
  take(end: number): void {
    this.offsets[this.count] = this.used;
    this.count += 1;
    this.used = end;
  }

  /** Takes the last cell out again and gives its bytes. */
  pop(): Uint8Array {
    this.count -= 1;
    const from = this.offsets[this.count] ?? 0;
    const cell = this.bytes.slice(from, this.used);
    this.used = from;
    return cell;
  }

  writeTo(page: Uint8Array, type: number, rightmost: number | null, start = 0): void {
    const header = rightmost === null ? leafHeader : innerHeader;
    const content = pageSize - this.used;
    const view = new DataView(page.buffer, page.byteOffset, page.length);
    page[start] = type;
    view.setUint16(start + 3, this.count);
    view.setUint16(start + 5, content);
    if (rightmost !== null) view.setUint32(start + 8, rightmost);
    for (let index = 0; index < this.count; index += 1) {
      view.setUint16(start + header + 2 * index, content + (this.offsets[index] ?? 0));
    }
    page.set(this.bytes.subarray(0, this.used), content);
    this.count = 0;
    this.used = 0;
  }
}

/** A page below and what stands between it and the next one: the cell without the four bytes of the page's number. */
interface Child {
  readonly page: number;
  readonly divider: Uint8Array;
}

/**
 * Builds a table or index from entries in their order, as a tree of pages filled to the brim: sections 1.6 and 2.3 of the file format.
 */
export class TreeWriter {
  private readonly cells = new CellBlock();
  private readonly children: Child[] = [];
  private lastRowId = 0;

  /** @param kind `table`: 5 and 13 are the types of its pages; `index`: 2 and 10. */
  constructor(
    private readonly file: PageFile,
    private readonly kind: 'table' | 'index',
  ) {}

  /** Where the next cell of so many bytes is to be written. */
  roomForRow(length: number): { readonly bytes: Uint8Array; readonly at: number } {
    const { cells } = this;
    if (!cells.fits(length, leafHeader)) {
      const divider = new Uint8Array(9);
      const end = writeVarint(divider, 0, this.lastRowId);
      this.endLeaf(divider.subarray(0, end));
    }
    return { bytes: cells.bytes, at: cells.used };
  }

  takeRow(rowId: number, end: number): void {
    this.lastRowId = rowId;
    this.cells.take(end);
  }

  /** @param isLast whether no key follows: a page without keys must not end the tree. */
  addKey(length: number, isLast: boolean, write: (bytes: Uint8Array, at: number) => number): void {
    const { cells } = this;
    if (!cells.fits(length, leafHeader)) {
      if (!isLast) {
        const divider = new Uint8Array(length);
        write(divider, 0);
        this.endLeaf(divider);
        return;
      }
      this.endLeaf(cells.pop());
    }
    cells.take(write(cells.bytes, cells.used));
  }

  /** Writes what is left; gives the root page's number. */
  finish(): number {
    const type = this.kind === 'table' ? 5 : 2;
    let last = this.file.allocate();
    this.cells.writeTo(this.file.page(last), type | leaf, null);
    let level: Child[] = this.children;
    while (level.length > 0) {
      const above: Child[] = [];
      last = this.writeLevel(level, last, type, above);
      level = above;
    }
    return last;
  }

  private endLeaf(divider: Uint8Array): void {
    const page = this.file.allocate();
    this.cells.writeTo(this.file.page(page), (this.kind === 'table' ? 5 : 2) | leaf, null);
    this.children.push({ page, divider });
  }

  /** Writes the pages above some pages; gives the number of the last of them. */
  private writeLevel(children: readonly Child[], last: number, type: number, above: Child[]): number {
    const { cells, file } = this;
    for (const [index, { page, divider }] of children.entries()) {
      const isLast = index === children.length - 1;
      const end = 4 + divider.length;
      if (!cells.fits(end, innerHeader) && !isLast) {
        const number = file.allocate();
        cells.writeTo(file.page(number), type, page);
        above.push({ page: number, divider });
        continue;
      }
      if (!cells.fits(end, innerHeader)) this.endInner(type, above);
      new DataView(cells.bytes.buffer).setUint32(cells.used, page);
      cells.bytes.set(divider, cells.used + 4);
      cells.take(cells.used + end);
    }
    const number = file.allocate();
    cells.writeTo(file.page(number), type, last);
    return number;
  }

  /** Ends a page with its last cell as what stands between it and the next. */
  private endInner(type: number, above: Child[]): void {
    const { cells, file } = this;
    const cell = cells.pop();
    const rightmost = new DataView(cell.buffer, cell.byteOffset).getUint32(0);
    const number = file.allocate();
    cells.writeTo(file.page(number), type, rightmost);
    above.push({ page: number, divider: cell.slice(4) });
  }
}

/** The bytes of a table's cell around its record. */
export function rowCellLength(record: number, rowId: number): number {
  return varintLength(record) + varintLength(rowId) + record;
}
