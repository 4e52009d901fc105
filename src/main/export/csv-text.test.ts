import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-text';

describe('a line of a text file', () => {
  it('has commas and decimal points in English', () => {
    expect(csvLine(['Oslo', 1234.5, null, '2026-11-23', -7], 'en-GB')).toBe('Oslo,1234.5,,2026-11-23,-7\r\n');
  });

  it('has semicolons and decimal commas in Norwegian', () => {
    expect(csvLine(['Bodø, Norge', 1234.5, null], 'nb-NO')).toBe('Bodø, Norge;1234,5;\r\n');
  });

  it('quotes what would end a field', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', ' blank '], 'en-GB')).toBe(
      '"a,b","say ""hi""","two\nlines"," blank "\r\n',
    );
  });

  it('carries no formulas', () => {
    const texts = ['=HYPERLINK("http://x")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1'];
    const [written] = Papa.parse<string[]>(csvLine(texts, 'en-GB')).data;
    expect(written).toEqual(texts.map((text) => `'${text}`));
  });

  it('is read back as it was written', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r]/.test(value));
    const cell = fc.oneof(text, fc.integer());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2 }), (cells) => {
        const [read] = Papa.parse<string[]>(csvLine(cells, 'nb-NO'), {
          delimiter: ';',
          newline: '\r\n',
        }).data;
        expect(read).toEqual(cells.map(String));
      }),
    );
  });
});
