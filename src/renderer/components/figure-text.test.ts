import { describe, expect, it } from 'vitest';
import { readClipboardTable } from './clipboard-table';
import { clipboardText } from './figure-text';

const table = {
  columns: [
    { heading: 'Rep', format: 'general' },
    { heading: 'Bookings', format: 'money' },
    { heading: 'Attainment', format: 'percent' },
  ],
  rows: [
    ['Kari\tNordmann', 1_234_567.5, 0.07],
    ['Ola', null, { value: 41.5, format: 'decimal' }],
  ],
} as const;

describe('a table on the clipboard', () => {
  it('has its headings, numbers without thousands separators and percentages as such', () => {
    expect(readClipboardTable(clipboardText(table, 'en-GB'))).toEqual([
      ['Rep', 'Bookings', 'Attainment'],
      ['Kari\tNordmann', '1234567.5', '7%'],
      ['Ola', '', '41.5'],
    ]);
  });

  it('writes decimals as the locale does', () => {
    expect(readClipboardTable(clipboardText(table, 'nb-NO'))[1]).toEqual([
      'Kari\tNordmann',
      '1234567,5',
      '7%',
    ]);
  });
});
