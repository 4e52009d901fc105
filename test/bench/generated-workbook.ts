import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dateOfDayNumber, dayNumber } from '@shared/model/calendar-date';
import * as XLSX from 'xlsx';
import { ZipFile } from 'yazl';
import { firstDay } from './generated-workspace';
import { seededRandom } from './random';

const headings = [
  'Order number',
  'Order date',
  'Customer',
  'Rep',
  'Product',
  'Quantity',
  'Unit price',
  'Discount',
  'Amount',
  'Cost',
  'Campaign',
  'Remark',
];
export const columns = headings.length;

/** An order's cells under the headings, its date as `YYYY-MM-DD`. */
type Order = readonly (string | number)[];
const dateColumn = 1;

/** As many orders as asked, the same each time. */
function* orders(rows: number): Generator<Order> {
  const random = seededRandom(11);
  const oneOf = (count: number): number => Math.floor(random() * count) + 1;
  for (let row = 0; row < rows; row += 1) {
    const [quantity, price] = [oneOf(9), 90 + oneOf(80)];
    yield [
      `O${Math.floor(row / 2)}`,
      dateOfDayNumber(dayNumber(firstDay) + Math.floor(random() * 730)),
      `Customer ${oneOf(2000)}`,
      `Rep ${oneOf(200)}`,
      `Product ${oneOf(50)}`,
      quantity,
      price,
      oneOf(20),
      quantity * price,
      quantity * 60,
      `Campaign ${oneOf(12)}`,
      row % 10 === 0 ? 'Urgent' : 'Ordinary',
    ];
  }
}

/** Writes an .xlsx of orders by SheetJS: as many rows as asked below one of headings, twelve columns of text, dates and numbers. */
export async function writeWorkbook(folder: string, rows: number): Promise<string> {
  const table: (string | number | Date)[][] = [headings];
  for (const order of orders(rows)) {
    table.push(
      order.map((cell, column) => (column === dateColumn ? new Date(`${String(cell)}T00:00:00Z`) : cell)),
    );
  }
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(table, { dense: true, UTC: true });
  XLSX.utils.book_append_sheet(book, sheet, 'Orders');
  const path = join(folder, `bench-${rows}.xlsx`);
  await writeFile(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
  return path;
}

/** Writes the same lines of text, separated by commas. */
export async function writeLines(folder: string, rows: number): Promise<string> {
  const path = join(folder, `bench-${rows}.csv`);
  await pipeline(Readable.from(inPieces(lines(rows))), createWriteStream(path));
  return path;
}

function* lines(rows: number): Generator<string> {
  yield `${headings.join(',')}\n`;
  for (const order of orders(rows)) yield `${order.join(',')}\n`;
}

/**
 * Writes an .xlsx of the same orders as Excel does, with texts in a table of their own, piece by piece: SheetJS could not write one of
 * Excel's full length.
 */
export async function writeLargeWorkbook(folder: string, rows: number): Promise<string> {
  const path = join(folder, `bench-large-${rows}.xlsx`);
  const texts = new Map<string, number>();
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(fixedParts)) zip.addBuffer(Buffer.from(declaration + xml), name);
  const written = pipeline(zip.outputStream, createWriteStream(path));
  const sheet = Readable.from(inPieces(sheetXml(rows, texts)));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  sheet.on('end', () => {
    zip.addReadStream(Readable.from(inPieces(textsXml(texts))), 'xl/sharedStrings.xml');
    zip.end();
  });
  await written;
  return path;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

const dayZero = dayNumber('1899-12-30');

function* sheetXml(rows: number, texts: Map<string, number>): Generator<string> {
  const placeOf = (text: string): number => {
    const place = texts.get(text) ?? texts.size;
    texts.set(text, place);
    return place;
  };
  const textCell = (column: number, row: number, text: string) =>
    `<c r="${String.fromCharCode(65 + column)}${row}" t="s"><v>${placeOf(text)}</v></c>`;
  yield `${declaration}<worksheet xmlns="${main}"><dimension ref="A1:L${rows + 1}"/><sheetData><row r="1">${headings.map((heading, column) => textCell(column, 1, heading)).join('')}</row>`;
  let row = 1;
  for (const order of orders(rows)) {
    row += 1;
    const cells = order.map((cell, column) => {
      if (column === dateColumn)
        return `<c r="B${row}" s="1"><v>${dayNumber(String(cell)) - dayZero}</v></c>`;
      if (typeof cell === 'string') return textCell(column, row, cell);
      return `<c r="${String.fromCharCode(65 + column)}${row}"><v>${cell}</v></c>`;
    });
    yield `<row r="${row}" spans="1:12">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function* textsXml(texts: ReadonlyMap<string, number>): Generator<string> {
  yield `${declaration}<sst xmlns="${main}" uniqueCount="${texts.size}">`;
  for (const text of texts.keys()) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

const pieceLength = 100_000;

/** Joins short texts: a stream hands over one at a time. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
