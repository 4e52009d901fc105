/**
 * Cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows; cells that hold a tab, a line end or
 * a quotation mark in quotation marks, these doubled.
 */
export function writeClipboardTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Reads what `writeClipboardTable` or a spreadsheet has put on the clipboard. A line end after the last row is no row. */
export function readClipboardTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, next } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    row.push(cell);
    const separator = text[next];
    at = next + 1;
    if (separator === '\t') continue;
    rows.push(row);
    row = [];
    if (separator === '\r' && text[at] === '\n') at += 1;
    if (separator === undefined || at >= text.length) break;
  }
  return rows;
}

interface ReadCell {
  readonly cell: string;
  /** Where the separator after the cell stands. */
  readonly next: number;
}

function readPlain(text: string, from: number): ReadCell {
  let next = from;
  while (next < text.length && text[next] !== '\t' && text[next] !== '\r' && text[next] !== '\n') next += 1;
  return { cell: text.slice(from, next), next };
}

/** A quotation mark that is not closed before a separator belongs to the text. */
function readQuoted(text: string, from: number): ReadCell {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const after = text[at + 1];
      const closes = after === undefined || after === '\t' || after === '\r' || after === '\n';
      return closes ? { cell, next: at + 1 } : readPlain(text, from);
    }
  }
  return readPlain(text, from);
}
