import { dayNumber } from '@shared/model/calendar-date';
import { QuotabenchError } from '@shared/model/error';
import { type CellFormat, cellFormat, cellValue, type TableCell, type TableColumn } from './table';
import { cellStyles, headingStyle } from './workbook-styles';

/** Excel's limits: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3. */
export const rowsInSheet = 1_048_576;
const charactersInCell = 32_767;

/** The first day from which all programs count dates alike: Excel takes 1900 for a leap year. */
const firstDatedDay = '1900-03-01';
/** Excel's number for 1970-01-01. */
const epochNumber = 25_569;

/** `A`, `B`, … `Z`, `AA`: the letters of a column, 0 for the first. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/**
 * One row of a sheet in SpreadsheetML (ECMA-376, part 1, section 18.3.1).
 * @param number the row's number in the sheet, 1 for the first.
 * @throws QuotabenchError `exportTextTooLong`.
 */
export function rowXml(number: number, cells: readonly TableCell[], columns: readonly TableColumn[]): string {
  const written = columns.map((column, index) => {
    const cell = cells[index] ?? null;
    return cellXml(`${columnLetters(index)}${number}`, cellValue(cell), cellFormat(cell, column), column);
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

function cellXml(
  place: string,
  value: string | number | null,
  format: CellFormat,
  column: TableColumn,
): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return numberXml(place, value, format === 'date' ? 'general' : format);
  if (format === 'date' && value >= firstDatedDay) {
    return numberXml(place, dayNumber(value) + epochNumber, 'date');
  }
  if (value.length > charactersInCell) {
    const parameters = { length: value.length, limit: charactersInCell, column: column.heading };
    throw new QuotabenchError('exportTextTooLong', parameters);
  }
  return textXml(place, value);
}

function numberXml(place: string, value: number, format: CellFormat): string {
  return `<c r="${place}" s="${cellStyles[format]}"><v>${value}</v></c>`;
}

function textXml(place: string, text: string, style = 0): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

export function headingXml(columns: readonly TableColumn[]): string {
  const cells = columns.map(({ heading }, index) =>
    textXml(`${columnLetters(index)}1`, heading, headingStyle),
  );
  return `<row r="1">${cells.join('')}</row>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as it stands in the XML of a workbook. Characters that XML does not know are written `_x0001_` (ECMA-376, part 1, section
 * 22.9.2.19), and so is the underscore of text that looks like that itself.
 */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) =>
      character === '\t' || character === '\n' || character >= '\x7f'
        ? character
        : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
