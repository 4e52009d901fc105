import { basename } from 'node:path';
import type { CurrencyMark } from '@shared/format/currency-mark';
import { QuotabenchError } from '@shared/model/error';
import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import { currencyOfFormat } from './currency-format';
import { decodeText, eightBitEncoding } from './decode-text';
import { openDocumentMarks, type SheetMarks } from './open-document-marks';
import { mostCells, refuseBeyondLimits } from './refuse-beyond-limits';
import { refuseCircularSectors } from './refuse-circular-sectors';
import { dateOfSerial } from './serial-date';
import { ListedRows, placeOf, type SheetRows } from './sheet-rows';
import {
  BeyondLimits,
  DateCell,
  ErrorCell,
  type MergedCells,
  mostColumns,
  mostRows,
  type ReadFile,
  type SourceCell,
  type SourceSheet,
} from './source-sheet';
import { TookTooLong, withinTime } from './within-time';
import { largestModelledBytes, refuseLarger, refuseLimits, sizeOf } from './workbook-limits';
import { unpackEntry, type ZipEntry, zipEntries } from './zip-archive';

// Texts of BIFF5 and older files are in the code page of their time.
XLSX.set_cptable(codepages);

/** Names of the error codes of BIFF cells ([MS-XLS] 2.5.10). */
const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/**
 * Reads a workbook that the reader of our own leaves, by SheetJS, which takes every .xlsx, .xlsb, .xls, .ods, .fods and tables in HTML
 * as well. Formulas give the values that they had when the file was saved; macros are ignored.
 * @throws QuotabenchError `sourceProtected`, `sourceDamaged`, `sourceTooLarge`, `sourceUnending`.
 */
export function readWorkbook(path: string, bytes: Buffer): ReadFile {
  const entries = isZip(bytes) ? zipEntries(bytes) : null;
  if (entries !== null) {
    refuseLarger(path, sizeOf(entries), largestModelledBytes);
    refuseLyingSizes(path, bytes, entries);
  }
  refuseLarger(path, bytes.length, largestModelledBytes);
  return withinLimits(path, () => {
    refuseBeyondLimits(bytes, entries);
    if (isCompoundFile(bytes)) refuseCircularSectors(bytes);
    return readModelled(path, bytes, marksOf(bytes, entries));
  });
}

function withinLimits<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    refuseLimits(path, error);
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).equals(Buffer.from('PK'));
}

function isCompoundFile(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
}

/** SheetJS unpacks whatever comes, so each part is seen to unpack to no more than the directory states. */
function refuseLyingSizes(path: string, bytes: Buffer, entries: readonly ZipEntry[]): void {
  for (const entry of entries) {
    if (entry.size === 0 || unpackEntry(bytes, entry) !== null) continue;
    throw new QuotabenchError('sourceDamaged', { file: basename(path), detail: entry.name });
  }
}

/** Reads a workbook of any format by SheetJS. */
export function readModelled(path: string, bytes: Buffer, marks: readonly SheetMarks[] = []): ReadFile {
  const workbook = parse(path, bytes);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.flatMap((name, index): SourceSheet[] => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return [];
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 || marks[index]?.hidden === true;
    const hiddenRows = marks[index]?.hiddenRows ?? hiddenRowsOf(sheet);
    // A damaged file may leave a sheet without a name, whatever the library's types say.
    const title = String(name ?? '');
    return [
      {
        name: title,
        hidden,
        rows: rowsOf(sheet, date1904, marks[index]?.currencies),
        merges: mergesOf(sheet),
        hiddenRows,
      },
    ];
  });
  return { path, sheets, encoding: null, delimiter: null, hasMacros: workbook.vbaraw !== undefined };
}

function hiddenRowsOf(sheet: XLSX.WorkSheet): ReadonlySet<number> {
  const hidden = new Set<number>();
  // The list is mostly holes, and a damaged file can make it thousands of millions long: only what is there is gone through.
  for (const [at, row] of Object.entries(sheet['!rows'] ?? [])) {
    if (row?.hidden && Number(at) < mostRows) hidden.add(Number(at));
  }
  return hidden;
}

/** Of OpenDocument, packed or flat; none for other formats. */
function marksOf(bytes: Buffer, entries: readonly ZipEntry[] | null): readonly SheetMarks[] {
  const content = entries?.find(({ name }) => name === 'content.xml');
  if (content) return openDocumentMarks(unpackEntry(bytes, content)?.toString('latin1') ?? '');
  const isFlat = entries === null && /<office:document[\s>]/.test(bytes.toString('latin1', 0, 4096));
  return isFlat ? openDocumentMarks(bytes.toString('latin1')) : [];
}

function mergesOf(sheet: XLSX.WorkSheet): readonly MergedCells[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r,
    lastRow: e.r,
    firstColumn: s.c,
    lastColumn: e.c,
  }));
}

/** A damaged file can lead the library in circles; a whole one is read many times faster. */
function longestSeconds(bytes: Buffer): number {
  return 5 + Math.ceil(bytes.length / 150_000);
}

function parse(path: string, bytes: Buffer): XLSX.WorkBook {
  const file = basename(path);
  const text = markupText(bytes);
  const options: XLSX.ParsingOptions = {
    type: text === null ? 'buffer' : 'string',
    dense: true,
    // Numbers and dates of HTML are texts, to be read by the locale of their column.
    raw: true,
    sheetRows: mostRows,
    cellDates: false,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
    bookVBA: /\.xlsm$/i.test(path),
  };
  try {
    return withinTime(longestSeconds(bytes), () => XLSX.read(text ?? bytes, options));
  } catch (error) {
    if (error instanceof TookTooLong)
      throw new QuotabenchError('sourceUnending', { file, seconds: error.seconds }, { cause: error });
    const detail = error instanceof Error ? error.message : String(error);
    if (/password|encrypted file|encryption scheme/i.test(detail))
      throw new QuotabenchError('sourceProtected', { file }, { cause: error });
    throw new QuotabenchError('sourceDamaged', { file, detail }, { cause: error });
  }
}

/** HTML and XML that name no encoding, as many systems write them, are read as text files are; null for all else. */
function markupText(bytes: Buffer): string | null {
  const beginning = bytes.subarray(0, 2048).toString('latin1');
  if (!/^\s*</.test(beginning) || /charset\s*=|encoding\s*=/i.test(beginning)) return null;
  return decodeText(bytes, eightBitEncoding(bytes));
}

type DenseRows = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

/** What is found out of a number format once. */
interface KnownFormat {
  readonly isDate: boolean;
  readonly currency: CurrencyMark | null;
}

/** Formats that show the currency which the reader's machine is set to; SheetJS has them in American form. */
const builtInCurrencies: ReadonlySet<string> = new Set(
  [5, 6, 7, 8, 37, 38, 39, 40, 41, 42, 43, 44].map((number) => XLSX.SSF.get_table()[number] ?? ''),
);

function formatOf(code: string): KnownFormat {
  const isDate = XLSX.SSF.is_date(code);
  return { isDate, currency: isDate || builtInCurrencies.has(code) ? null : currencyOfFormat(code) };
}

/** @param named currencies that cells say themselves, which is surer than what their format shows. */
function rowsOf(
  sheet: XLSX.WorkSheet,
  date1904: boolean,
  named: ReadonlyMap<number, string> = new Map(),
): SheetRows {
  const data = (sheet['!data'] ?? []) as DenseRows;
  if (data.length > mostRows) throw new BeyondLimits();
  const formats = new Map<string, KnownFormat>();
  const known = (code: string): KnownFormat => {
    const format = formats.get(code) ?? formatOf(code);
    formats.set(code, format);
    return format;
  };
  const currencies = new Map<number, CurrencyMark>();
  let room = mostCells;
  const rows = Array.from(data, (row = [], index) => {
    room -= row.length;
    if (row.length > mostColumns || room < 0) throw new BeyondLimits();
    const cells = new Array<SourceCell>(row.length).fill(null);
    // Rows of a damaged file may be mostly holes, which take long to be looked at one by one.
    for (const at of Object.keys(row)) {
      const column = Number(at);
      const cell = row[column];
      const format = cell?.t === 'n' && typeof cell.z === 'string' ? known(cell.z) : null;
      const own = named.get(placeOf(index, column));
      const currency = own === undefined ? format?.currency : { mark: own, currencies: [own] };
      if (cell?.t === 'n' && currency) currencies.set(placeOf(index, column), currency);
      cells[column] = cellOf(cell, format?.isDate === true, date1904);
    }
    return cells;
  });
  return new ListedRows(rows, currencies);
}

function cellOf(cell: XLSX.CellObject | undefined, isDate: boolean, date1904: boolean): SourceCell {
  if (cell === undefined || cell.v === undefined) return null;
  switch (cell.t) {
    case 'n': {
      const value = Number(cell.v);
      return isDate ? (dateOfSerial(value, date1904) ?? value) : value;
    }
    case 's':
      return String(cell.v) === '' ? null : String(cell.v);
    case 'b':
      return cell.v === true;
    case 'e':
      return new ErrorCell(errorNames[Number(cell.v)] ?? '#ERROR');
    case 'd':
      return new DateCell(new Date(cell.v as Date).toISOString().slice(0, 10));
    default:
      return null;
  }
}
