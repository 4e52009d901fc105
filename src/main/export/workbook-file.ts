import { columnLetters, escaped, headingXml, rowsInSheet, rowXml } from './sheet-xml';
import { cellFormat, cellValue, type Table, type TableCell } from './table';
import { stylesXml } from './workbook-styles';
import type { ZipFile } from './zip-file';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

interface Sheet {
  readonly name: string;
  /** The rows of the sheet with its headings. */
  readonly rows: number;
}

/**
 * Writes a table as an .xlsx workbook (ECMA-376): numbers and dates as such, headings bold, in view while scrolling and with a
 * filter, columns as wide as their first rows need. Rows beyond Excel's limit go on in further sheets.
 *
 * @param written is told after each chunk how many rows have been written.
 * @throws QuotabenchError `exportTextTooLong`, and what `written` and the file throw.
 */
export async function writeWorkbook(
  zip: ZipFile,
  table: Table,
  written: (rows: number) => Promise<void>,
): Promise<void> {
  const pages = new Pages(table, written);
  const sheets: Sheet[] = [];
  do {
    const number = sheets.length + 1;
    await zip.add(`xl/worksheets/sheet${number}.xml`, pages.sheetXml());
    sheets.push({ name: sheetName(table.name, number), rows: pages.rowsInPage });
  } while (!pages.isDone);
  await zip.add('xl/styles.xml', [stylesXml]);
  await zip.add('xl/workbook.xml', [workbookXml(sheets, table.columns.length)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelationsXml(sheets.length)]);
  await zip.add('_rels/.rels', [
    `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  await zip.add('[Content_Types].xml', [contentTypesXml(sheets.length)]);
  await zip.finish();
}

type Row = readonly TableCell[];

/** Hands the rows of a table out sheet by sheet. */
class Pages {
  private readonly chunks: Iterator<readonly Row[]>;
  private waiting: readonly Row[];
  private rowsWritten = 0;
  /** The rows of the sheet that was written last, with its headings. */
  rowsInPage = 0;

  constructor(
    private readonly table: Table,
    private readonly written: (rows: number) => Promise<void>,
  ) {
    this.chunks = table.chunks[Symbol.iterator]();
    this.waiting = this.nextChunk();
  }

  get isDone(): boolean {
    return this.waiting.length === 0;
  }

  async *sheetXml(): AsyncGenerator<string> {
    const { columns } = this.table;
    yield sheetStartXml(columnWidths(this.table, this.waiting)) + headingXml(columns);
    this.rowsInPage = 1;
    while (this.waiting.length > 0 && this.rowsInPage < rowsInSheet) {
      const rows = this.waiting.slice(0, rowsInSheet - this.rowsInPage);
      const first = this.rowsInPage + 1;
      yield rows.map((row, index) => rowXml(first + index, row, columns)).join('');
      this.rowsInPage += rows.length;
      this.rowsWritten += rows.length;
      this.waiting = rows.length < this.waiting.length ? this.waiting.slice(rows.length) : this.nextChunk();
      await this.written(this.rowsWritten);
    }
    yield `</sheetData><autoFilter ref="${filterRange(columns.length, this.rowsInPage)}"/></worksheet>`;
  }

  /** The next rows; none when there are no more. */
  private nextChunk(): readonly Row[] {
    for (;;) {
      const next = this.chunks.next();
      if (next.done) return [];
      if (next.value.length > 0) return next.value;
    }
  }
}

function sheetStartXml(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

const sampledRows = 200;
const narrowest = 8;
const widest = 60;

/** In characters. The arrow of the filter takes two. */
function columnWidths({ columns }: Table, rows: readonly Row[]): number[] {
  return columns.map((column, index) => {
    const cells = rows.slice(0, sampledRows).map((row) => row[index] ?? null);
    const lengths = cells.map((cell) => lengthOf(cell, cellFormat(cell, column) === 'date'));
    return Math.min(widest, Math.max(narrowest, column.heading.length + 3, ...lengths.map((n) => n + 1)));
  });
}

function lengthOf(cell: TableCell, isDate: boolean): number {
  const value = cellValue(cell);
  if (value === null) return 0;
  if (isDate) return 'dd.mm.yyyy'.length;
  if (typeof value === 'string') return value.length;
  const whole = String(Math.trunc(value)).length;
  return whole + Math.floor(whole / 3) + '.00'.length;
}

function filterRange(columns: number, rows: number): string {
  return `A1:${columnLetters(Math.max(0, columns - 1))}${rows}`;
}

/** A name that Excel takes: at most 31 characters, some not among them. */
function sheetName(name: string, number: number): string {
  const suffix = number === 1 ? '' : ` (${number})`;
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31 - suffix.length) + suffix;
}

function workbookXml(sheets: readonly Sheet[], columns: number): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // Excel knows a filter's range by this hidden name.
  const filters = sheets.map(({ name, rows }, index) => {
    const range = `$A$1:$${columnLetters(Math.max(0, columns - 1))}$${rows}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escaped(name.replaceAll("'", "''"))}'!${range}</definedName>`;
  });
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${listed.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

function workbookRelationsXml(sheets: number): string {
  const listed = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/>`;
  return `${declaration}<Relationships xmlns="${packageRelationships}">${listed.join('')}${styles}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['/xl/workbook.xml', `${type}.sheet.main+xml`],
    ['/xl/styles.xml', `${type}.styles+xml`],
    ...Array.from({ length: sheets }, (_, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${type}.worksheet+xml`,
    ]),
  ];
  const overrides = parts.map(
    ([part, contentType]) => `<Override PartName="${part}" ContentType="${contentType}"/>`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
