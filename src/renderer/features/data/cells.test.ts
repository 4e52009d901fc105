import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellCount, clamped, edgesOf, isInside, totalsOf } from '../../components/cell-range';
import { readClipboardTable, writeClipboardTable } from '../../components/clipboard-table';

describe('the clipboard', () => {
  it('gives back every table that was put on it', () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, (rows) => {
        // A last row of one empty cell is written as nothing, and so is no row.
        fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''));
        expect(readClipboardTable(writeClipboardTable(rows))).toEqual(rows);
      }),
    );
  });

  it('reads what Excel writes: a line end after the last row, cells with line ends in quotation marks', () => {
    expect(readClipboardTable('a\t"b\r\nc ""d"""\r\n1\t2\r\n')).toEqual([
      ['a', 'b\r\nc "d"'],
      ['1', '2'],
    ]);
  });

  it('leaves quotation marks that belong to the text', () => {
    expect(readClipboardTable('"a" b\tc')).toEqual([['"a" b', 'c']]);
  });
});

describe('a selection of cells', () => {
  it('has the same edges from whichever corner it was drawn', () => {
    const edges = { top: 1, bottom: 4, left: 0, right: 2 };
    expect(edgesOf({ anchor: { row: 4, column: 0 }, end: { row: 1, column: 2 } })).toEqual(edges);
    expect(cellCount(edges)).toBe(12);
    expect(isInside({ row: 2, column: 2 }, edges)).toBe(true);
    expect(isInside({ row: 5, column: 2 }, edges)).toBe(false);
  });

  it('stays within the grid', () => {
    expect(clamped({ row: -1, column: 9 }, 10, 5)).toEqual({ row: 0, column: 4 });
  });

  it('is summed without drift, its texts counted', () => {
    expect(totalsOf([0.1, 0.2, 0.3, 'x', null, ''])).toEqual({
      filled: 4,
      numbers: 3,
      sum: 0.6,
      mean: 0.6 / 3,
    });
    expect(totalsOf(['x']).mean).toBeNull();
  });
});
