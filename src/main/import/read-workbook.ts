import { basename } from 'node:path';
import { calendarDate } from '@shared/model/calendar-date';
import { QuotabenchError } from '@shared/model/error';
import * as XLSX from 'xlsx';
import {
  DateCell,
  ErrorCell,
  lengthUpToLast,
  type SourceCell,
  type SourceFile,
  type SourceSheet,
} from './source-sheet';
import { unpackedSize } from './zip-size';

/** What a workbook may unpack to: more than Excel's largest sheets hold, less than would exhaust the machine. */
export const largestUnpackedBytes = 1_500_000_000;

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
 * Reads a workbook of any format that SheetJS knows: .xlsx, .xlsm, .xlsb, .xls, .ods, .fods and tables in HTML. Formulas give
 * the values that they had when the file was saved; macros are ignored.
 * @throws QuotabenchError `sourceProtected`, `sourceDamaged`, `sourceTooLarge`.
 */
export function readWorkbook(path: string, bytes: Buffer): SourceFile {
  refuseBombs(path, bytes);
  const workbook = parse(path, bytes);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.flatMap((name, index): SourceSheet[] => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return [];
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [{ name, hidden, rows: rowsOf(sheet, date1904) }];
  });
  return { path, sheets, encoding: null, delimiter: null, hasMacros: workbook.vbaraw !== undefined };
}

function refuseBombs(path: string, bytes: Buffer): void {
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) return;
  const size = unpackedSize(bytes);
  if (size !== null && size > largestUnpackedBytes) {
    throw new QuotabenchError('sourceTooLarge', {
      file: basename(path),
      limit: `${largestUnpackedBytes / 1e9} GB`,
    });
  }
}

function parse(path: string, bytes: Buffer): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      bookVBA: /\.xlsm$/i.test(path),
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const file = basename(path);
    if (/password|encrypted file|encryption scheme/i.test(detail))
      throw new QuotabenchError('sourceProtected', { file }, { cause: error });
    throw new QuotabenchError('sourceDamaged', { file, detail }, { cause: error });
  }
}

type DenseRows = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

function rowsOf(sheet: XLSX.WorkSheet, date1904: boolean): readonly (readonly SourceCell[])[] {
  const data = (sheet['!data'] ?? []) as DenseRows;
  const formats = new Map<string, boolean>();
  const isDate = (format: string): boolean => {
    const known = formats.get(format);
    if (known !== undefined) return known;
    const found = XLSX.SSF.is_date(format);
    formats.set(format, found);
    return found;
  };
  const rows = Array.from(data, (row) => Array.from(row ?? [], (cell) => cellOf(cell, isDate, date1904)));
  return rows.slice(
    0,
    lengthUpToLast(rows, (row) => row.some((cell) => cell !== null)),
  );
}

function cellOf(
  cell: XLSX.CellObject | undefined,
  isDate: (format: string) => boolean,
  date1904: boolean,
): SourceCell {
  if (cell === undefined || cell.v === undefined) return null;
  switch (cell.t) {
    case 'n': {
      const value = Number(cell.v);
      return typeof cell.z === 'string' && isDate(cell.z) ? (dateOfSerial(value, date1904) ?? value) : value;
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

/**
 * The day of a serial date number: days since 1899-12-30 (with the 29 February 1900 that Lotus invented counted as Excel
 * does), or since 1904-01-01. Null for a time of day alone and for numbers outside Excel's calendar.
 */
export function dateOfSerial(serial: number, date1904: boolean): DateCell | null {
  const parts = XLSX.SSF.parse_date_code(serial, { date1904 });
  if (!parts || parts.m < 1 || parts.m > 12 || parts.d < 1 || (serial < 1 && !date1904)) return null;
  return new DateCell(calendarDate(parts.y, parts.m, parts.d));
}
