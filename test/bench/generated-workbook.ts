import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateOfDayNumber, dayNumber } from '@shared/model/calendar-date';
import * as XLSX from 'xlsx';
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

/** Writes an .xlsx of orders: as many rows as asked below one of headings, twelve columns of text, dates and numbers. */
export async function writeWorkbook(folder: string, rows: number): Promise<string> {
  const random = seededRandom(11);
  const oneOf = (count: number): number => Math.floor(random() * count) + 1;
  const table: (string | number | Date)[][] = [headings];
  for (let row = 0; row < rows; row += 1) {
    const [quantity, price] = [oneOf(9), 90 + oneOf(80)];
    table.push([
      `O${Math.floor(row / 2)}`,
      new Date(`${dateOfDayNumber(dayNumber(firstDay) + Math.floor(random() * 730))}T00:00:00Z`),
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
    ]);
  }
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(table, { dense: true, UTC: true });
  XLSX.utils.book_append_sheet(book, sheet, 'Orders');
  const path = join(folder, `bench-${rows}.xlsx`);
  await writeFile(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
  return path;
}
