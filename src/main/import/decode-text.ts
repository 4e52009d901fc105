import { isUtf8 } from 'node:buffer';
import { QuotabenchError } from '@shared/model/error';
import iconv from 'iconv-lite';

/**
 * Text without its byte order mark. By iconv-lite, since the Windows-1252 of some versions of Node lacks the euro sign.
 * @throws QuotabenchError `unknownEncoding`.
 */
export function decodeText(bytes: Buffer, encoding: string): string {
  if (!iconv.encodingExists(encoding)) throw new QuotabenchError('unknownEncoding', { encoding });
  return iconv.decode(bytes, encoding);
}

/** By byte order mark, else UTF-16 where every other byte is zero, else as `eightBitEncoding` says; null for bytes that are no text. */
export function detectEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even === 0) return 'utf-16le';
  if (even > sample.length / 4 && odd === 0) return 'utf-16be';
  return even + odd > 0 || controls > sample.length / 100 ? null : eightBitEncoding(bytes);
}

/**
 * UTF-8 where the bytes are valid in it. Otherwise Windows-1252, which is what Excel in Western Europe writes, unless a byte is
 * the euro sign of ISO-8859-15 and none is a letter or sign that only Windows has.
 */
export function eightBitEncoding(bytes: Buffer): 'utf-8' | 'iso-8859-15' | 'windows-1252' {
  if (isUtf8(bytes)) return 'utf-8';
  const onlyInWindows = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  return bytes.includes(0xa4) && !onlyInWindows ? 'iso-8859-15' : 'windows-1252';
}
