import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** Signatures and layout: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const endOfDirectoryLength = 22;
const longestComment = 0xffff;
/** Stands in the directory where the true number is in a ZIP64 record. */
const inZip64 = 0xffffffff;

export interface ZipEntry {
  readonly name: string;
  /** 0 where it is stored as it is, 8 where it is deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  /** As the directory states it. */
  readonly size: number;
  readonly offset: number;
}

/** The entries of a zip file by its directory; null where there is none to be found, or one of the ZIP64 kind. */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return null;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const entry = {
      name: bytes.toString('utf8', at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if ([entry.packedSize, entry.size, entry.offset].includes(inZip64)) return null;
    entries.push(entry);
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endOfDirectoryLength - longestComment);
  for (let at = bytes.length - endOfDirectoryLength; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  }
  return null;
}

/**
 * The content of an entry; null where it is damaged, encrypted, packed in an unusual way, or larger than the directory states:
 * no file unpacks to more than it was let in for.
 */
export function unpackEntry(bytes: Buffer, entry: ZipEntry): Buffer | null {
  const packed = packedBytes(bytes, entry);
  if (packed === null || entry.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch {
    return null;
  }
}

const pieceSize = 1 << 20;

/** The same piece by piece, unpacked beside what is done with them; null ends it where `unpackEntry` gives null. */
export async function* unpackInPieces(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer | null> {
  const packed = packedBytes(bytes, entry);
  if (packed === null) yield null;
  else if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += pieceSize) yield packed.subarray(at, at + pieceSize);
  } else {
    const inflate = createInflateRaw({ chunkSize: pieceSize });
    inflate.end(packed);
    let size = 0;
    try {
      for await (const piece of inflate) {
        size += (piece as Buffer).length;
        if (size > Math.max(entry.size, 1)) break;
        yield piece as Buffer;
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
      size = Number.POSITIVE_INFINITY;
    }
    if (size > Math.max(entry.size, 1)) yield null;
  }
}

/** Whether an error is one of zlib. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function packedBytes(bytes: Buffer, { offset, method, encrypted, packedSize }: ZipEntry): Buffer | null {
  if (encrypted || offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localHeader) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedSize > bytes.length || (method !== 0 && method !== 8)) return null;
  return bytes.subarray(start, start + packedSize);
}
