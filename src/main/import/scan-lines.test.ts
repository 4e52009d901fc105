import { unattended } from '@shared/ipc/operation';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { scanLines } from './scan-lines';

const cell = fc.oneof(
  fc.constantFrom('', ' ', 'Ærlig Øl', '1 234,50', '\u00a0', 'Rep 1', '2026-11-23', 'a  b '),
  fc.string({ unit: fc.constantFrom(...'ab1.;-æø ') }),
);

it('lines without quotes give the cells that papaparse gives, whatever ends them', async () => {
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, end, hasBom) => {
      const text = rows.map((cells) => cells.join('|')).join(end);
      const bytes = Buffer.from(`${hasBom ? '\ufeff' : ''}${text}`);
      const ours = await scanLines(bytes, 'utf-8', '|', unattended);
      const { data } = Papa.parse<string[]>(text, { delimiter: '|', newline: end });
      const filled = data.map((cells) => cells.map((one) => (one.trim() === '' ? null : one)));
      for (const [row, cells] of filled.entries()) {
        expect(cells.map((_, column) => ours?.cell(row, column) ?? null)).toEqual(cells);
      }
      const last = filled.map((cells) => cells.some((one) => one !== null)).lastIndexOf(true);
      expect(ours?.length).toBe(last + 1);
    }),
  );
});

it('lines with quotes or mixed ends are left to papaparse', async () => {
  expect(await scanLines(Buffer.from('a,"b"\n'), 'utf-8', ',', unattended)).toBeNull();
  expect(await scanLines(Buffer.from('a,b\r\nc,d\ne'), 'utf-8', ',', unattended)).toBeNull();
  expect(await scanLines(Buffer.from('a\rb'), 'utf-8', ',', unattended)).toBeNull();
});
