import { isAscii } from 'node:buffer';
import type { JobControl } from '@shared/ipc/operation';
import { CellStore } from './cell-store';
import { decodeText } from './decode-text';
import { mostColumns } from './source-sheet';
import { TextTable } from './text-table';

const [lineFeed, carriageReturn, quote, lastBlank, lastAscii] = [0x0a, 0x0d, 0x22, 0x20, 0x7f];

/** Encodings in which delimiters and line ends are bytes that stand for nothing else. */
const plainEncodings = /^(utf-?8|windows-?125\d|iso-?8859-?\d+|latin-?1|ascii)$/i;

const breathEvery = 20_000;

/**
 * Reads the lines of a text file from its bytes where no cell is quoted, which nearly all large ones are: each different text becomes
 * a string once.
 * @returns null for text of any other form: quotes, mixed line ends, another encoding, or too many columns.
 * @throws QuotabenchError `cancelled`.
 */
export async function scanLines(
  bytes: Buffer,
  encoding: string,
  delimiter: string,
  job: JobControl,
): Promise<CellStore | null> {
  const mark = delimiter.charCodeAt(0);
  if (delimiter.length !== 1 || mark > lastAscii || !plainEncodings.test(encoding) || bytes.includes(quote))
    return null;
  // All of these encodings are ASCII where they can be.
  const own = new TextTable((text) => (isAscii(text) ? text.toString('latin1') : decodeText(text, encoding)));
  const store = new CellStore(noTexts, own, { onlyTexts: true });
  const endsInReturn = bytes.includes(carriageReturn);
  const ends = endsOfCells(mark);
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let row = 0; at < bytes.length; row += 1) {
    if (row % breathEvery === 0) {
      job.progress(row, at === 0 ? null : Math.round((row * bytes.length) / at));
      await job.breathe();
    }
    store.beginRow(row);
    at = takeLine(bytes, at, ends, mark, endsInReturn, store, own);
    if (at < 0) return null;
  }
  return store;
}

/** By byte, 1 for those that end a cell. */
function endsOfCells(mark: number): Uint8Array {
  const ends = new Uint8Array(256);
  for (const byte of [mark, lineFeed, carriageReturn]) ends[byte] = 1;
  return ends;
}

const noTexts = { at: () => '' };

/** Gives the place behind the line's end; −1 where the line is of another form. */
function takeLine(
  bytes: Buffer,
  from: number,
  ends: Uint8Array,
  mark: number,
  endsInReturn: boolean,
  store: CellStore,
  texts: TextTable,
): number {
  let start = from;
  let column = 0;
  let at = from;
  for (;;) {
    while (at < bytes.length && ends[bytes[at] as number] === 0) at += 1;
    takeCell(bytes, start, at, column, store, texts);
    const byte = bytes[at];
    if (byte !== mark) {
      if (byte !== carriageReturn) return endsInReturn && byte === lineFeed ? -1 : at + 1;
      return bytes[at + 1] === lineFeed ? at + 2 : -1;
    }
    at += 1;
    start = at;
    column += 1;
    if (column >= mostColumns) return -1;
  }
}

/** Cells of nothing but blanks are empty. */
function takeCell(
  bytes: Buffer,
  from: number,
  to: number,
  column: number,
  store: CellStore,
  texts: TextTable,
): void {
  let first = from;
  while (first < to && (bytes[first] as number) <= lastBlank) first += 1;
  if (first === to) return;
  const mayBeBlank = (bytes[first] as number) > lastAscii;
  if (mayBeBlank && texts.at(texts.placeOf(bytes, from, to)).trim() === '') return;
  store.addText(column, bytes, from, to);
}
