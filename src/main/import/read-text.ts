import { basename, extname } from 'node:path';
import { QuotabenchError } from '@shared/model/error';
import Papa from 'papaparse';
import { type SourceCell, type SourceFile, withoutEmptyEnd } from './source-sheet';

export interface TextOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
}

const delimiters = [',', ';', '\t', '|'];

/** Stands for columns that are held apart by any number of blanks. */
const blanks = ' ';

/**
 * Reads a text file of separated values. Encoding and delimiter are judged from the content where they are not given.
 * @throws QuotabenchError `sourceNotText`, `unknownEncoding`.
 */
export function readText(path: string, bytes: Buffer, options: TextOptions): SourceFile {
  const file = basename(path);
  const encoding = options.encoding ?? detectEncoding(bytes, file);
  const text = decode(bytes, encoding);
  const delimiter = options.delimiter ?? detectDelimiter(text);
  const rows = (delimiter === blanks ? splitAtBlanks(text) : splitAt(text, delimiter)).map((row) =>
    row.map((cell): SourceCell => (cell.trim() === '' ? null : cell)),
  );
  const name = basename(path, extname(path));
  return {
    path,
    sheets: [{ name, hidden: false, rows: withoutEmptyEnd(rows) }],
    encoding,
    delimiter,
    hasMacros: false,
  };
}

function splitAt(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false }).data;
}

function splitAtBlanks(text: string): string[][] {
  return text.split(/\r\n|\n|\r/).map((line) => (line.trim() === '' ? [] : line.trim().split(/\s+/)));
}

/** @throws QuotabenchError `unknownEncoding`. */
function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    throw new QuotabenchError('unknownEncoding', { encoding }, { cause: error });
  }
}

/**
 * By byte order mark, else UTF-8 where the bytes are valid in it, else UTF-16 where every other byte is zero, else
 * Windows-1252, which is what Excel in Western Europe writes.
 * @throws QuotabenchError `sourceNotText` where the bytes are none of these.
 */
function detectEncoding(bytes: Buffer, file: string): string {
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
  if (even + odd > 0 || controls > sample.length / 100) throw new QuotabenchError('sourceNotText', { file });
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const sampledLines = 100;

/** The delimiter that cuts the first lines into the same number of columns most often, and into the most columns. */
function detectDelimiter(text: string): string {
  const sample = text.slice(0, 200_000);
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, {
      delimiter,
      preview: sampledLines,
      skipEmptyLines: 'greedy',
    });
    return { delimiter, score: regularity(data.map((row) => row.length)) };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.score > 0) return best.delimiter;
  const words = splitAtBlanks(sample)
    .filter((row) => row.length > 0)
    .slice(0, sampledLines)
    .map((row) => row.length);
  const evenlySplit = words.length >= 2 && words.every((count) => count === words[0] && count >= 3);
  return evenlySplit ? blanks : ',';
}

/** 0 where there is one column; higher the more rows have the commonest width and the wider that is. */
function regularity(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    if (width > 1) best = Math.max(best, (count / widths.length) ** 2 * Math.log2(width + 1));
  }
  return best;
}
