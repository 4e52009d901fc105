import { decimalSeparatorOf } from '@shared/format/parse-number';
import { cellValue, type TableCell } from './table';

/** By the byte order mark Excel knows that the file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** How a program would read a text as a formula: https://owasp.org/www-community/attacks/CSV_Injection. */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * One line of a text file as the spreadsheet programs of a locale open it: fields by comma, or by semicolon where the comma stands
 * before decimals; dates as `YYYY-MM-DD`; numbers without thousands separators. Text that could be taken for a formula begins
 * with an apostrophe.
 * @param locale BCP 47.
 */
export function csvLine(cells: readonly TableCell[], locale: string): string {
  const point = decimalSeparatorOf(locale);
  const delimiter = point === ',' ? ';' : ',';
  return `${cells.map((cell) => csvField(cell, point, delimiter)).join(delimiter)}\r\n`;
}

function csvField(cell: TableCell, point: string, delimiter: string): string {
  const value = cellValue(cell);
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', point);
  const text = formulaStart.test(value) ? `'${value}` : value;
  const needsQuotes = /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
