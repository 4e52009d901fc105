import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpus, importDesk } from './import-desk.fixture';

const desk = importDesk();

/** What is stored of orders, as day and amount. */
function orders(): unknown[][] {
  return desk.tuples('SELECT ordered_on, amount FROM orders ORDER BY id');
}

const [fifth, sixth] = [5, 6].map((day) => `2026-01-0${day}`);

describe('orders of a workbook are read with the right day and amount', () => {
  const files: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
    [
      'title-and-totals.xlsx',
      [
        [fifth, 1000.5],
        [sixth, 2000],
      ],
    ],
    [
      'group-headings.xlsx',
      [
        [fifth, 100],
        [sixth, 200],
      ],
    ],
    [
      'date-1904.xlsx',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'date-1904.xls',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'hidden-sheet-first.xlsx',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'table-in-the-middle.xlsx',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'currency-format.xlsx',
      [
        [fifth, 1234.5],
        [sixth, 99],
      ],
    ],
    [
      'ordrer.xls',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'ordrer.xlsb',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'ordrer.ods',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'ordrer.fods',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'html-utf-8.xls',
      [
        [fifth, 1234.5],
        [sixth, 2000],
      ],
    ],
    [
      'html-windows-1252.xls',
      [
        [fifth, 1234.5],
        [sixth, 2000],
      ],
    ],
    [
      'tabs.xls',
      [
        [fifth, 1234.5],
        [sixth, 2],
      ],
    ],
    [
      'semicolons.xlsx',
      [
        [fifth, 1234.5],
        [sixth, 2],
      ],
    ],
    ['spreadsheetml.xls', [[fifth, 1234.5]]],
    ['workbook.csv', [[fifth, 5]]],
    [
      'inline-texts.xlsx',
      [
        [fifth, 1234.5],
        [sixth, 2],
      ],
    ],
    ['rich-texts.xlsx', [[fifth, 5]]],
    ['cells-without-references.xlsx', [[fifth, 5]]],
    ['iso-dates.xlsx', [[fifth, 2]]],
    ['prefixed-elements.xlsx', [[fifth, 5]]],
    ['absolute-target.xlsx', [[fifth, 5]]],
    ['other-part-name.xlsx', [[fifth, 5]]],
    ['no-styles.xlsx', [[fifth, 5]]],
    ['cdata.xlsx', [[fifth, 5]]],
    ['xml-comment.xlsx', [[fifth, 5]]],
    ['date1904.xlsx', [[fifth, 5]]],
    ['not-compressed.xlsx', [[fifth, 5]]],
    ['streamed-zip.xlsx', [[fifth, 5]]],
    [
      'rows-out-of-order.xlsx',
      [
        [fifth, 5],
        [sixth, 6],
      ],
    ],
    ['chartsheet.xlsx', [[fifth, 5]]],
    ['utf-16-sheet.xlsx', [[fifth, 5]]],
    ['path-traversal.xlsx', [[fifth, 5]]],
    ['last-row.xlsx', [[fifth, 5]]],
  ];

  it.each(files)('%s', async (name, expected) => {
    const { batch, rejects } = await desk.importFile({ path: join(corpus, 'written', name) });
    expect([batch.dataset, rejects]).toEqual(['orders', []]);
    expect(orders()).toEqual(expected);
  });
});
