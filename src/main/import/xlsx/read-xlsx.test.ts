import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { readModelled } from '../read-workbook';
import type { SheetRows } from '../sheet-rows';
import { zipEntries } from '../zip-archive';
import { readXlsx } from './read-xlsx';

const corpus = resolve(import.meta.dirname, '../../../../test/corpus');

function read(bytes: Buffer) {
  return readXlsx(bytes, zipEntries(bytes) ?? [], unattended);
}

/** Rows without trailing blanks, and lines that end as XML reads them, which SheetJS leaves as they stand. */
function comparable(rows: SheetRows | undefined) {
  return Array.from({ length: rows?.length ?? 0 }, (_, at) => {
    const row = rows?.row(at) ?? [];
    const cells = Array.from(row, (cell) =>
      typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n') : (cell ?? null),
    );
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
}

describe('the reader of .xlsx', () => {
  it.each(readdirSync(corpus).filter((name) => /\.xls[xm]$/.test(name)))(
    'gives the cells of %s that SheetJS gives, or leaves the file to it',
    async (name) => {
      const bytes = readFileSync(resolve(corpus, name));
      const ours = await read(bytes);
      if (ours === null) return;
      const theirs = readModelled(name, bytes);
      expect(ours.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual(
        theirs.sheets.map((sheet) => [sheet.name, sheet.hidden]),
      );
      for (const [index, sheet] of ours.sheets.entries()) {
        expect(comparable(sheet.rows)).toEqual(comparable(theirs.sheets[index]?.rows));
      }
    },
  );

  it('reads most of the corpus itself', async () => {
    const names = readdirSync(corpus).filter((name) => /\.xls[xm]$/.test(name));
    const contents = await Promise.all(names.map((name) => read(readFileSync(resolve(corpus, name)))));
    const own = contents.filter((content) => content !== null);
    expect(own.length).toBeGreaterThan(names.length * 0.9);
  });

  it('gives back every text and number that was written', async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
        const book = XLSX.utils.book_new();
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { dense: true }), 'Sheet');
        const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
        const ours = await read(bytes);
        expect(comparable(ours?.sheets[0]?.rows)).toEqual(
          comparable(readModelled('x.xlsx', bytes).sheets[0]?.rows),
        );
      }),
      { numRuns: 50 },
    );
  });
});
