import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import { QuotabenchError } from '@shared/model/error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, type WorkBook } from 'xlsx';
import { temporaryWorkspace } from '../workspace/temporary-workspace.fixture';
import type { Table, TableCell } from './table';
import { writeTable } from './write-table';

const workspace = temporaryWorkspace();

const columns = [
  { heading: 'Name', format: 'general' },
  { heading: 'Day', format: 'date' },
  { heading: 'Amount', format: 'money' },
  { heading: 'Share', format: 'percent' },
] as const;

function tableOf(rows: readonly (readonly TableCell[])[], chunk = 3): Table {
  const chunks = function* () {
    for (let start = 0; start < rows.length; start += chunk) yield rows.slice(start, start + chunk);
  };
  return { name: 'Rows', columns, total: rows.length, chunks: { [Symbol.iterator]: chunks } };
}

function pathOf(name: string): string {
  return join(workspace.folder, name);
}

async function writtenWorkbook(table: Table): Promise<WorkBook> {
  const path = pathOf('out.xlsx');
  await writeTable(table, { path, format: 'xlsx', locale: 'en-GB' }, unattended);
  return read(readFileSync(path), { cellNF: true });
}

describe('a workbook', () => {
  it('holds numbers, dates and percentages as such, each in its format', async () => {
    const book = await writtenWorkbook(tableOf([['Anna', '2026-11-23', 1234.5, 0.25]]));
    const sheet = book.Sheets.Rows;
    // Day 46349 of Excel's calendar is 2026-11-23: https://support.microsoft.com/office/e36c0c8c-4104-49da-ab83-82328b832349.
    expect(sheet?.B2).toMatchObject({ t: 'n', v: 46_349, z: 'm/d/yy' });
    expect(sheet?.C2).toMatchObject({ t: 'n', v: 1234.5, z: '#,##0.00' });
    expect(sheet?.D2).toMatchObject({ t: 'n', v: 0.25, z: '0.0%' });
    expect(sheet?.['!autofilter']).toEqual({ ref: 'A1:D2' });
  });

  it('holds every text and number as it is', async () => {
    // What no XML can hold, a lone half of a surrogate pair, is left out.
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const row = fc.tuple(text, fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const sheet = (await writtenWorkbook(tableOf(rows))).Sheets.Rows;
        const found = rows.map((_, index) => [
          sheet?.[`A${index + 2}`]?.v ?? '',
          sheet?.[`C${index + 2}`]?.v,
        ]);
        expect(found).toEqual(rows.map(([name, , amount]) => [name, amount + 0]));
      }),
      { numRuns: 40 },
    );
  });

  it('takes a formula for the text that it is', async () => {
    const sheet = (await writtenWorkbook(tableOf([['=1+1', null, null, null]]))).Sheets.Rows;
    expect(sheet?.A2).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet?.A2?.f).toBeUndefined();
  });

  it('refuses a text that no cell can hold, and names its column', async () => {
    const writing = writtenWorkbook(tableOf([['x'.repeat(32_768), null, null, null]]));
    await expect(writing).rejects.toMatchObject({
      code: 'exportTextTooLong',
      parameters: { column: 'Name', length: 32_768 },
    });
  });
});

describe('the file that is there', () => {
  it.each(['xlsx', 'csv'] as const)(
    'stays when an export to .%s is cancelled, and nothing is left beside it',
    async (format) => {
      const path = pathOf(`out.${format}`);
      writeFileSync(path, 'before');
      const cancelled = {
        ...unattended,
        breathe: () => Promise.reject(new QuotabenchError('cancelled')),
      };
      const before = readdirSync(workspace.folder);
      const rows = Array.from({ length: 10 }, () => ['Anna', null, 1, null]);
      const writing = writeTable(tableOf(rows), { path, format, locale: 'en-GB' }, cancelled);
      await expect(writing).rejects.toThrow(/cancelled/);
      expect(readFileSync(path, 'utf8')).toBe('before');
      expect(readdirSync(workspace.folder)).toEqual(before);
    },
  );

  it('may not be a folder, nor lie in one that is not there', async () => {
    mkdirSync(pathOf('folder.csv'));
    const write = (path: string) =>
      writeTable(tableOf([]), { path, format: 'csv', locale: 'en-GB' }, unattended);
    await expect(write(pathOf('folder.csv'))).rejects.toThrow(/pathIsFolder/);
    await expect(write(pathOf('nowhere/out.csv'))).rejects.toThrow(/workspaceFolderMissing/);
  });
});
