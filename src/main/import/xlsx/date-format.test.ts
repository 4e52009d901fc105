import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { unpackEntry, zipEntries } from '../zip-archive';
import { showsDates } from './date-format';
import { attributesOf } from './xml-text';

const corpus = resolve(import.meta.dirname, '../../../../test/corpus');

function formatsOf(name: string): readonly string[] {
  const bytes = readFileSync(resolve(corpus, name));
  const entry = zipEntries(bytes)?.find((found) => found.name === 'xl/styles.xml');
  const xml = entry === undefined ? '' : (unpackEntry(bytes, entry)?.toString('utf8') ?? '');
  return Array.from(xml.matchAll(/<numFmt\s[^>]*>/g), ([tag]) => attributesOf(tag).get('formatCode') ?? '');
}

describe('a format', () => {
  it.each([
    ['dd.mm.yyyy', true],
    ['[$-414]d. mmmm yyyy;@', true],
    ['[h]:mm:ss', true],
    ['h:mm AM/PM', true],
    ['yyyy\\-mm\\-dd', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0.00 "kr. denne dag"', false],
    ['[Red]#,##0;[Blue]-#,##0', false],
    ['_-* #,##0.00\\ _k_r_-;\\-* #,##0.00\\ _k_r_-', false],
    ['0.0%', false],
    ['@', false],
  ])('%s shows dates: %s', (format, shows) => {
    expect(showsDates(format)).toBe(shows);
    expect(XLSX.SSF.is_date(format)).toBe(shows);
  });

  it('of any workbook of the corpus shows dates where SheetJS finds that it does', () => {
    const formats = new Set(
      readdirSync(corpus)
        .filter((name) => /\.xls[xm]$/.test(name))
        .flatMap(formatsOf),
    );
    expect(formats.size).toBeGreaterThan(20);
    for (const format of formats)
      expect([format, showsDates(format)]).toEqual([format, XLSX.SSF.is_date(format)]);
  });
});
