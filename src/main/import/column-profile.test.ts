import { unattended } from '@shared/ipc/operation';
import { describe, expect, it } from 'vitest';
import { profileColumns } from './column-profile';
import { locateTable } from './locate-table';
import { scanLines } from './scan-lines';
import { ListedRows } from './sheet-rows';
import type { SourceSheet } from './source-sheet';

/** More rows than are needed to see what a column holds. */
const rows = 21_000;

/** Dates that say nothing of their order but for one at the end, empty cells, and words for nothing. */
const lines = Array.from({ length: rows }, (_, row) => [
  `O${row}`,
  row === rows - 1 ? '25/04/2026' : `0${(row % 9) + 1}/04/2026`,
  row % 3 === 0 ? '' : row % 3 === 1 ? 'n/a' : 'North',
  row % 2 === 0 ? '1,5' : '12',
]);
const headings = ['Order number', 'Order date', 'Region', 'Amount'];

function profilesOf(sheet: SourceSheet) {
  const area = locateTable(sheet, {});
  if (area === null) throw new Error('no table');
  return profileColumns(sheet, area);
}

describe('the profile of a long column', () => {
  it('is judged by all its cells, and is the same however the sheet holds them', async () => {
    const bytes = Buffer.from([headings, ...lines].map((line) => line.join(';')).join('\n'));
    const scanned = await scanLines(bytes, 'utf-8', ';', unattended);
    if (scanned === null) throw new Error('not scanned');
    const listed = new ListedRows([headings, ...lines.map((line) => line.map((cell) => cell || null))]);
    const [byCode, byCell] = [scanned, listed].map((sheetRows) =>
      profilesOf({ name: 'Orders', hidden: false, rows: sheetRows }),
    );
    expect(byCode).toEqual(byCell);
    expect(byCode?.map(({ filled }) => filled)).toEqual([rows, rows, rows / 3, rows]);
    expect(byCode?.[1]?.dateOrders).toEqual({ onlyDayFirst: 1, onlyMonthFirst: 0, withMeridiem: 0 });
  });
});
