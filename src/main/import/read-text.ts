import { basename, extname } from 'node:path';
import type { JobControl } from '@shared/ipc/operation';
import { QuotabenchError } from '@shared/model/error';
import Papa from 'papaparse';
import { decodeText, detectEncoding } from './decode-text';
import { scanLines } from './scan-lines';
import { ListedRows, type SheetRows } from './sheet-rows';
import { mostColumns, type ReadFile, type SourceCell } from './source-sheet';

export interface TextOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
}

const delimiters = [',', ';', '\t', '|'];

/** Stands for columns that are held apart by any number of blanks. */
const blanks = ' ';

/**
 * Reads a text file of separated values. Encoding and delimiter are judged from the content where they are not given.
 * @throws QuotabenchError `sourceNotText`, `sourceNotTable`, `sourceTooWide`, `quoteNotClosed`, `unknownEncoding`.
 */
export async function readText(
  path: string,
  bytes: Buffer,
  options: TextOptions,
  job: JobControl,
): Promise<ReadFile> {
  const file = basename(path);
  const encoding = options.encoding ?? detectEncoding(bytes);
  if (encoding === null) throw new QuotabenchError('sourceNotText', { file });
  const delimiter =
    options.delimiter ?? detectDelimiter(decodeText(bytes.subarray(0, sampledBytes), encoding));
  const isPlain = delimiter !== blanks && !mayBeJson(bytes);
  const rows =
    (isPlain ? await scanLines(bytes, encoding, delimiter, job) : null) ??
    parsedRows(file, decodeText(bytes, encoding), delimiter);
  const name = basename(path, extname(path));
  return { path, sheets: [{ name, hidden: false, rows }], encoding, delimiter, hasMacros: false };
}

/** Enough for the lines that the delimiter is judged by; cut at no more than the middle of a character. */
const sampledBytes = 800_000;

function mayBeJson(bytes: Buffer): boolean {
  return /^[^!-~]*[{[]/.test(bytes.toString('latin1', 0, 1000));
}

function parsedRows(file: string, text: string, delimiter: string): SheetRows {
  if (isJson(text)) throw new QuotabenchError('sourceNotTable', { file });
  const split = delimiter === blanks ? splitAtBlanks(text) : splitAt(text, delimiter, file);
  const row = split.findIndex((cells) => cells.length > mostColumns) + 1;
  if (row > 0) throw new QuotabenchError('sourceTooWide', { file, row, limit: mostColumns });
  return new ListedRows(
    split.map((cells) => cells.map((cell): SourceCell => (cell.trim() === '' ? null : cell))),
  );
}

/** Excel's own line that names the delimiter: `sep=;`. */
const delimiterLine = /^\ufeff?sep=(.)\r?\n/i;

/** @throws QuotabenchError `quoteNotClosed`: the rest of the file would be one cell. */
function splitAt(text: string, delimiter: string, file: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) throw new QuotabenchError('quoteNotClosed', { file, row: (open.row ?? 0) + 1 });
  return data;
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function splitAtBlanks(text: string): string[][] {
  return text.split(/\r\n|\n|\r/).map((line) => (line.trim() === '' ? [] : line.trim().split(/\s+/)));
}

const sampledLines = 100;

/** The delimiter that cuts the first lines into the same number of columns most often, and into the most columns. */
function detectDelimiter(text: string): string {
  const named = delimiterLine.exec(text)?.[1];
  if (named !== undefined) return named;
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
