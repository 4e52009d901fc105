import { grown } from '../../grown-array';
import type { SqlValue } from '../connection';

/**
 * Writes records as SQLite stores them: the file format of sqlite.org/fileformat2.html, section 2.1 for the form of a record and
 * 1.6 for its numbers of variable length. Texts are in UTF-8.
 */
export class RecordWriter {
  /** Bytes of the record's header without its length, and of its body. */
  private header = new Uint8Array(256);
  private body = new Uint8Array(4096);
  private view = new DataView(this.body.buffer);
  private headerLength = 0;
  private bodyLength = 0;
  /** How much of both was written when the mark was set. */
  private markedHeader = 0;
  private markedBody = 0;

  /** What is written up to here is what many records begin with. */
  mark(): void {
    this.markedHeader = this.headerLength;
    this.markedBody = this.bodyLength;
  }

  /** Takes off what was added since the mark was set. */
  backToMark(): void {
    this.headerLength = this.markedHeader;
    this.bodyLength = this.markedBody;
  }

  clear(): void {
    this.headerLength = 0;
    this.bodyLength = 0;
  }

  /** How many bytes the record takes. */
  get length(): number {
    const plain = this.headerLength + 1;
    return (plain < 128 ? plain : plain + 1) + this.bodyLength;
  }

  add(value: SqlValue): void {
    if (value === null) this.addType(0);
    else if (typeof value === 'number') this.addNumber(value);
    else if (typeof value === 'string') this.addText(value);
    else throw new TypeError('Records of bytes are not written in bulk.');
  }

  /** Copies the record to where there is room for it; gives the place behind it. */
  copyTo(target: Uint8Array, at: number): number {
    const { header, headerLength, body, bodyLength } = this;
    const size = headerLength + 1 < 128 ? headerLength + 1 : headerLength + 2;
    let to = writeVarint(target, at, size);
    for (let index = 0; index < headerLength; index += 1) target[to + index] = header[index] as number;
    to += headerLength;
    if (bodyLength > 300) target.set(body.subarray(0, bodyLength), to);
    else for (let index = 0; index < bodyLength; index += 1) target[to + index] = body[index] as number;
    return to + bodyLength;
  }

  private addNumber(value: number): void {
    this.makeRoom(8);
    const { view, body, bodyLength: at } = this;
    if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 47) {
      view.setFloat64(at, value);
      this.addType(7);
      this.bodyLength = at + 8;
    } else if (value === 0 || value === 1) this.addType(8 + Math.abs(value));
    else if (value >= -128 && value < 128) {
      body[at] = value;
      this.addType(1);
      this.bodyLength = at + 1;
    } else if (value >= -32_768 && value < 32_768) {
      view.setInt16(at, value);
      this.addType(2);
      this.bodyLength = at + 2;
    } else if (value >= -(2 ** 31) && value < 2 ** 31) {
      view.setInt32(at, value);
      this.addType(4);
      this.bodyLength = at + 4;
    } else {
      view.setInt16(at, Math.floor(value / 2 ** 32));
      view.setUint32(at + 2, value % 2 ** 32);
      this.addType(5);
      this.bodyLength = at + 6;
    }
  }

  private addText(text: string): void {
    this.makeRoom(text.length * 3);
    const { body, bodyLength: from } = this;
    const { length } = text;
    let index = 0;
    for (; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) break;
      body[from + index] = code;
    }
    const written = index === length ? length : encoder.encodeInto(text, body.subarray(from)).written;
    this.addType(13 + 2 * written);
    this.bodyLength = from + written;
  }

  private addType(type: number): void {
    if (this.headerLength + 9 > this.header.length) this.header = grown(this.header, this.headerLength + 9);
    this.headerLength = writeVarint(this.header, this.headerLength, type);
  }

  private makeRoom(bytes: number): void {
    if (this.bodyLength + bytes <= this.body.length) return;
    this.body = grown(this.body, this.bodyLength + bytes);
    this.view = new DataView(this.body.buffer);
  }
}

const encoder = new TextEncoder();

/** Writes a number of variable length, up to 2^53; gives the place behind it. */
export function writeVarint(target: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    target[at] = value;
    return at + 1;
  }
  const length = varintLength(value);
  let rest = value;
  for (let index = length - 1; index >= 0; index -= 1) {
    target[at + index] = (rest % 128) | (index === length - 1 ? 0 : 128);
    rest = Math.floor(rest / 128);
  }
  return at + length;
}

export function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) length += 1;
  return length;
}
