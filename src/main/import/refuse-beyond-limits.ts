import { BeyondLimits, mostColumns, mostRows } from './source-sheet';
import { unpackEntry, type ZipEntry } from './zip-archive';

/** So many cells are a sheet of a dozen columns and Excel's full length, twice over; empty ones before a filled one count too. */
export const mostCells = 25_000_000;

/**
 * The general reader makes room for whatever cells a file claims, so its claims are read first.
 * @throws BeyondLimits for cells beyond those of any sheet, or for more of them than can be read.
 */
export function refuseBeyondLimits(bytes: Buffer, entries: readonly ZipEntry[] | null): void {
  if (entries === null) {
    const beginning = bytes.subarray(0, 4096).toString('latin1');
    if (/^ID;P/i.test(beginning)) refuseSylk(bytes.toString('latin1'));
    else if (/<office:document[\s>]/.test(beginning)) refuseRepeated(bytes.toString('latin1'));
    return;
  }
  for (const entry of entries) {
    if (!/(^|\/)(content|sheet\w*)\.xml$/i.test(entry.name)) continue;
    const xml = unpackEntry(bytes, entry)?.toString('latin1') ?? '';
    if (entry.name.endsWith('content.xml')) refuseRepeated(xml);
    else refuseReferences(xml);
  }
}

/** References such as `A900000000` or `ZZZZ1`, in rows and cells of .xlsx. */
function refuseReferences(xml: string): void {
  if (/\sr=["'](?:[A-Za-z]{4,}|[A-Za-z]{0,3}\d{8,})/.test(xml)) throw new BeyondLimits();
}

/** Rows and columns of SYLK: `C;Y3;X1;K5`. */
function refuseSylk(text: string): void {
  for (const [, axis = '', number = ''] of text.matchAll(/;([XYCR])(\d{5,})/g)) {
    if (Number(number) > (axis === 'Y' || axis === 'R' ? mostRows : mostColumns)) throw new BeyondLimits();
  }
}

/** Cells and rows of OpenDocument that stand for many, except those that are empty. */
function refuseRepeated(xml: string): void {
  let rowRepeat = 1;
  let cells = 0;
  let total = 0;
  for (const [tag, closing, name] of xml.matchAll(/<(\/?)table:(table-row|table-cell)(?=[\s/>])[^>]*>/g)) {
    if (name === 'table-row') {
      total += rowRepeat * cells;
      cells = 0;
      rowRepeat = closing ? 1 : repeatOf(tag, 'rows');
    } else if (!closing && (!tag.endsWith('/>') || tag.includes('office:value'))) {
      const columns = repeatOf(tag, 'columns');
      if (columns > mostColumns || rowRepeat > mostRows) throw new BeyondLimits();
      cells += columns;
    }
    if (total + rowRepeat * cells > mostCells) throw new BeyondLimits();
  }
}

function repeatOf(tag: string, what: 'rows' | 'columns'): number {
  return Number(new RegExp(`number-${what}-repeated=["'](\\d+)`).exec(tag)?.[1] ?? 1);
}
