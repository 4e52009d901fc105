import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';

/** What a zip file without its 64-bit extension can address. */
const largest = 0xffffffff;

/** A part, or the file as a whole, is larger than a zip file can say. */
export class ZipTooLarge extends Error {}

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
}

/**
 * Writes a zip file part by part, each from a stream, so that no part has to be in memory whole. Layout: PKWARE's APPNOTE.TXT
 * 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export class ZipFile {
  private readonly entries: Entry[] = [];
  private position = 0;

  /** @param file open for writing, and empty. */
  constructor(private readonly file: FileHandle) {}

  /** @throws ZipTooLarge. */
  async add(partName: string, text: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const name = Buffer.from(partName, 'utf8');
    const offset = this.position;
    // Sizes and checksum are known only when the part has been written: then the header is written once more.
    await this.write(localHeader({ name, offset, checksum: 0, packed: 0, unpacked: 0 }));
    const start = this.position;
    const sums = { checksum: 0, unpacked: 0 };
    await pipeline(Readable.from(counted(text, sums)), createDeflateRaw(), async (packed) => {
      for await (const bytes of packed) await this.write(bytes as Buffer);
    });
    const entry: Entry = { name, offset, packed: this.position - start, ...sums };
    if (entry.unpacked > largest || this.position > largest) throw new ZipTooLarge();
    const header = localHeader(entry);
    await this.file.write(header, 0, header.length, offset);
    this.entries.push(entry);
  }

  /** Writes the directory, without which no program finds the parts. */
  async finish(): Promise<void> {
    const start = this.position;
    for (const entry of this.entries) await this.write(directoryHeader(entry));
    await this.write(endOfDirectory(this.entries.length, this.position - start, start));
  }

  private async write(bytes: Buffer): Promise<void> {
    await this.file.write(bytes, 0, bytes.length, this.position);
    this.position += bytes.length;
  }
}

async function* counted(
  text: Iterable<string> | AsyncIterable<string>,
  sums: { checksum: number; unpacked: number },
): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece, 'utf8');
    sums.checksum = crc32(bytes, sums.checksum);
    sums.unpacked += bytes.length;
    yield bytes;
  }
}

const versionNeeded = 20;
const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980, the first date that a zip file can say: the same content gives the same bytes. */
const fixedDate = 0x21;

function localHeader({ name, checksum, packed, unpacked }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(versionNeeded, 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(fixedDate, 12);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(unpacked, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryHeader({ name, offset, checksum, packed, unpacked }: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(versionNeeded, 4);
  header.writeUInt16LE(versionNeeded, 6);
  header.writeUInt16LE(utf8Names, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt16LE(fixedDate, 14);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(unpacked, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/** The remainders of all bytes by the polynomial of ISO 3309, bits reversed. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/** Node has a CRC-32 of its own only from version 20.15 on. */
function crc32(bytes: Buffer, before: number): number {
  let sum = ~before;
  for (const byte of bytes) sum = (sum >>> 8) ^ (remainders[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}
