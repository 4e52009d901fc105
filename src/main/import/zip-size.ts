/** Signatures and layout: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16. */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endOfDirectoryLength = 22;
const longestComment = 0xffff;

/**
 * The size of everything in a zip file once unpacked, as its directory states; null where there is no directory to be found.
 * Cheap to ask before unpacking.
 */
export function unpackedSize(bytes: Buffer): number | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const entries = bytes.readUInt16LE(end + 10);
  let offset = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (offset + 46 > bytes.length || bytes.readUInt32LE(offset) !== directoryEntry) return null;
    total += bytes.readUInt32LE(offset + 24);
    offset +=
      46 +
      bytes.readUInt16LE(offset + 28) +
      bytes.readUInt16LE(offset + 30) +
      bytes.readUInt16LE(offset + 32);
  }
  return total;
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endOfDirectoryLength - longestComment);
  for (let offset = bytes.length - endOfDirectoryLength; offset >= first; offset -= 1) {
    if (bytes.readUInt32LE(offset) === endOfDirectory) return offset;
  }
  return null;
}
