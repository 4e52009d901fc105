import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedStrings } from './shared-strings';
import { SheetScan } from './sheet-scan';

const parts = {
  strings:
    SharedStrings.in(
      Buffer.from('<sst><si><t>Ann &amp; Co</t></si><si/><si><r><t>B</t></r><r><t>o</t></r></si></sst>'),
    ) ?? SharedStrings.none,
  formats: [
    { isDate: false, currency: -1 },
    { isDate: true, currency: -1 },
  ],
  currencies: [],
  date1904: false,
};

function scanned(xml: string, cuts: readonly number[] = []) {
  const bytes = Buffer.from(xml);
  const scan = new SheetScan(parts);
  const places = [
    0,
    ...[...cuts].map((cut) => cut % bytes.length).sort((one, other) => one - other),
    bytes.length,
  ];
  for (let at = 1; at < places.length; at += 1) {
    if (!scan.take(Buffer.from(bytes.subarray(places[at - 1], places[at])))) return null;
  }
  const sheet = scan.finish();
  return (
    sheet && {
      rows: Array.from({ length: sheet.rows.length }, (_, row) => sheet.rows.row(row)),
      merges: sheet.merges,
    }
  );
}

const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="x"><dimension ref="A1:C4"/><cols><col min="1"/></cols><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;

const all = sheet(
  '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
    '<row r="2"><c r="A2"><f>1+1</f><v>2.50</v></c><c r="B2" s="1"><v>46000</v></c><c r="C2" t="b"><v>1</v></c></row>' +
    '<row r="3"/><row r="5" ht="12"><c/><c t="inlineStr"><is><t>x &lt; y</t></is></c><c r="Z5" t="str"><v>æ/&gt;</v></c></row>' +
    '<row r="6"><c r="A6" s="1"/><c r="B6"><v/></c></row>',
);

describe('the cells of a sheet', () => {
  it('are those of its XML', () => {
    const { rows = [], merges } = scanned(all) ?? {};
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual(['Ann & Co', null, 'Bo']);
    expect(rows[1]).toEqual([2.5, expect.objectContaining({ date: '2025-12-09' }), true]);
    expect(rows.slice(2, 4)).toEqual([[], []]);
    expect(rows[4]?.filter((cell) => cell !== null)).toEqual(['x < y', 'æ/>']);
    expect(rows[4]?.indexOf('x < y')).toBe(1);
    expect(merges).toEqual([{ firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 1 }]);
  });

  it('are the same wherever the bytes are cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 30 }), (cuts) => {
        expect(scanned(all, cuts)).toEqual(scanned(all));
      }),
    );
  });

  it('are left to the general reader where the form is another', () => {
    expect(scanned(sheet('<row r="2"><c r="A2"/></row><row r="1"/>'))).toBeNull();
    expect(scanned(sheet('<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'))).toBeNull();
    expect(scanned(sheet('<row><c r="A1"><v>1</v></c><!-- x --></row>'))).toBeNull();
    expect(scanned('<x:worksheet/>')).toBeNull();
    expect(scanned(all.slice(0, 300))).toBeNull();
  });
});
