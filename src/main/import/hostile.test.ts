import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { QuotabenchError } from '@shared/model/error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectSource } from './inspect-source';

const corpus = resolve(import.meta.dirname, '../../../test/corpus/hostile');
/** Far more than any of these needs on a slow machine, far less than a file that hangs. */
const patience = 60_000;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-hostile-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function outcomeOf(path: string): Promise<string> {
  try {
    await inspectSource({ path });
    return 'read';
  } catch (error) {
    if (error instanceof QuotabenchError) return error.code;
    throw error;
  }
}

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a workbook that claims more cells than there are', () => {
  it.each([
    ['rows-repeated.ods', 'sourceDamaged'],
    ['cols-repeated.ods', 'sourceDamaged'],
    ['both-repeated.ods', 'sourceDamaged'],
    ['prefixed-far-row.xlsx', 'sourceDamaged'],
    ['prefixed-far-col.xlsx', 'sourceDamaged'],
    ['slk.slk', 'sourceDamaged'],
    ['html-colspan.xls', 'read'],
    ['xml2003-far.xls', 'sheetEmpty'],
    ['blank-repeated.ods', 'read'],
    // It hides a row that no sheet has.
    ['far-hidden-row.xlsb', 'read'],
    ['row-beyond-all.xlsb', 'sourceDamaged'],
  ])('%s is done with in time', { timeout: patience }, async (name, outcome) => {
    expect(await outcomeOf(join(corpus, name))).toBe(outcome);
  });

  const spreadsheetMl = (rows: string) =>
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${rows}</Table></Worksheet></Workbook>`;
  const cellIn = (column: number) =>
    `<Row><Cell ss:Index="${column}"><Data ss:Type="String">x</Data></Cell></Row>`;

  it.each([
    ['one column that no sheet has', cellIn(900_000_000)],
    ['the last column in each of many rows', cellIn(16_384).repeat(5000)],
  ])('%s is refused', { timeout: patience }, async (name, rows) => {
    expect(await outcomeOf(write(`${name}.xls`, spreadsheetMl(rows)))).toBe('sourceDamaged');
  });
});

describe('a sheet without a name', () => {
  it('is read', { timeout: patience }, async () => {
    const cell = (text: string) =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const row = `<table:table-row>${cell('Name')}${cell('Team')}</table:table-row>`;
    const content = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:x="1">${row}${row}</table:table></office:spreadsheet></office:body></office:document>`;
    expect(await outcomeOf(write('nameless.fods', content))).toBe('read');
  });
});

describe('a damaged workbook that leads its reader in circles', () => {
  it.each([
    ['damaged-directory.xlsx', 'sourceUnending'],
    // Its chain of sectors leads back into itself, which fills memory before time is up.
    ['damaged-records.xls', 'sourceDamaged'],
  ])('%s is given up', { timeout: patience }, async (name, outcome) => {
    expect(await outcomeOf(join(corpus, name))).toBe(outcome);
  });
});

describe('a text file made to take forever', () => {
  const amounts = (cell: string) => `Date,Customer,Amount\n${`2026-01-01,A,${cell}\n`.repeat(20)}`;

  it.each([
    ['blanks in a date', `Date,Customer,Amount\n${`2026-01-01${' '.repeat(50_000)}x,A,1\n`.repeat(20)}`],
    ['points in a number', amounts(`${'1.'.repeat(20_000)}x`)],
    ['digits without end', amounts('9'.repeat(100_000))],
    ['blanks before a per cent sign', amounts(`1${' '.repeat(100_000)}x`)],
    ['brackets in a heading', `Date,${'('.repeat(100_000)},Amount\n2026-01-01,A,1\n`],
    [
      'as many columns as there can be',
      `${Array.from({ length: 16_000 }, (_, at) => `Customer name ${at}`).join(',')}\n${'a,'.repeat(15_999)}a\n`,
    ],
    [
      'thousands of columns that may be quarters',
      `Date,Customer,Amount,${Array.from({ length: 16_000 }, (_, at) => `Q${at}`).join(',')}\n${`2026-01-01,A,5,${'1,'.repeat(15_999)}1\n`.repeat(20)}`,
    ],
    ['nothing but quotation marks', '"'.repeat(2_000_000)],
  ])('%s', { timeout: patience }, async (name, content) => {
    expect(await outcomeOf(write(`${name}.csv`, content))).not.toBe('unexpected');
  });
});

describe('a zip file that unpacks to more than it says', () => {
  it('is refused', { timeout: patience }, async () => {
    const bomb = deflateRawSync(Buffer.alloc(400_000_000, 0x20));
    expect(await outcomeOf(write('bomb.xlsx', zipOf('xl/workbook.xml', bomb, 1000)))).toBe('sourceDamaged');
  });

  it('is refused though it says so', { timeout: patience }, async () => {
    const bomb = deflateRawSync(Buffer.alloc(400_000_000, 0x20));
    expect(await outcomeOf(write('bomb.xlsx', zipOf('xl/workbook.xml', bomb, 400_000_000)))).toBe(
      'sourceTooLarge',
    );
  });
});

/** A zip file of one deflated entry, laid out as in PKWARE's APPNOTE 6.3.10, 4.3. */
function zipOf(name: string, packed: Buffer, statedSize: number): Buffer {
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(statedSize, 22);
  local.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(statedSize, 24);
  entry.writeUInt16LE(title.length, 28);
  const start = local.length + title.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + title.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, title, packed, entry, title, end]);
}
