import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import { temporaryWorkspace } from '../workspace/temporary-workspace.fixture';
import { writeFigurePicture, writeFigureTable } from './figure-file';

const workspace = temporaryWorkspace();
const table = {
  name: 'Steps: Quota attainment',
  columns: [
    { heading: 'Lever', format: 'general' },
    { heading: 'Adds', format: 'percent' },
  ],
  rows: [
    ['=1+1', 0.125],
    ['Prices', { value: 1234.5, format: 'money' }],
  ],
} as const;

describe('a table of the screen', () => {
  it('is saved with numbers as numbers, each in its format', async () => {
    const path = join(workspace.folder, 'figure.xlsx');
    await writeFigureTable(table, { path, format: 'xlsx', locale: 'en-GB' });
    const sheet = read(readFileSync(path), { cellNF: true }).Sheets[
      'Steps: Quota attainment'.replace(':', ' ')
    ];
    expect(sheet?.A2).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet?.B2).toMatchObject({ t: 'n', v: 0.125, z: '0.0%' });
    expect(sheet?.B3).toMatchObject({ t: 'n', v: 1234.5, z: '#,##0.00' });
  });

  it('carries no formula into a text file', async () => {
    const path = join(workspace.folder, 'figure.csv');
    await writeFigureTable(table, { path, format: 'csv', locale: 'nb-NO' });
    expect(readFileSync(path, 'utf8')).toBe("\uFEFFLever;Adds\r\n'=1+1;0,125\r\nPrices;1234,5\r\n");
  });
});

describe('a picture of the screen', () => {
  it('is written byte by byte', async () => {
    const path = join(workspace.folder, 'figure.png');
    await writeFigurePicture(path, Uint8Array.of(137, 80, 78, 71));
    expect([...readFileSync(path)]).toEqual([137, 80, 78, 71]);
  });
});
