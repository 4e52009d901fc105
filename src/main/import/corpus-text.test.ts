import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpus, importDesk } from './import-desk.fixture';

const desk = importDesk();

/** What is stored of orders, as day and amount. */
function orders(): unknown[][] {
  return desk.tuples('SELECT ordered_on, amount FROM orders ORDER BY id');
}

const [fifth, sixth, seventh, eighth, ninth] = [5, 6, 7, 8, 9].map((day) => `2026-01-0${day}`);

describe('orders of a text file are read with the right day and amount', () => {
  // Day and amount as a person reads them in the file.
  const files: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
    [
      'ordrer-windows-1252.csv',
      [
        [fifth, 12345],
        [sixth, -2469],
        [seventh, 297],
      ],
    ],
    [
      'rapport-med-tittel-og-sum.csv',
      [
        [fifth, 1000],
        [sixth, 2000.5],
      ],
    ],
    [
      'tall-med-alle-mellomrom.csv',
      [
        [fifth, 1234.5],
        [sixth, 12345],
        [seventh, -1000],
        [eighth, -500.25],
        [ninth, -300],
      ],
    ],
    [
      'tabulator-utf16.csv',
      [
        [fifth, 1234.5],
        [sixth, 2.5],
      ],
    ],
    [
      'euro-iso-8859-15.csv',
      [
        [fifth, 1234.5],
        [sixth, 2.5],
      ],
    ],
    [
      'euro-windows-1252.csv',
      [
        [fifth, 1234.5],
        [sixth, 2.5],
      ],
    ],
    [
      'tusenskille-punktum.csv',
      [
        [fifth, 1234],
        [sixth, 12345],
        [seventh, 999],
      ],
    ],
    [
      'thousands-commas.csv',
      [
        [fifth, 1234],
        [sixth, 12345],
        [seventh, 999],
      ],
    ],
    [
      'sep-line.csv',
      [
        [fifth, 1.5],
        [sixth, 2.5],
      ],
    ],
    [
      'quoted-newline.csv',
      [
        [fifth, 100],
        [sixth, 200],
      ],
    ],
    [
      'pipe.txt',
      [
        [fifth, 100.5],
        [sixth, 200],
      ],
    ],
    [
      'classic-mac-line-ends.csv',
      [
        [fifth, 100],
        [sixth, 200],
      ],
    ],
    [
      'american-dates.csv',
      [
        [fifth, 100],
        ['2026-12-31', 1200],
        ['2026-03-04', -50],
      ],
    ],
    [
      'maanedsnavn.csv',
      [
        [fifth, 1.5],
        ['2026-05-06', 2],
        ['2026-12-17', 3],
      ],
    ],
    [
      'dag-maaned-aar.csv',
      [
        [fifth, 1.5],
        ['2026-05-26', 2],
      ],
    ],
    [
      'blank-columns.csv',
      [
        [fifth, 1.5],
        [sixth, 2.5],
      ],
    ],
    [
      'same-heading-twice.csv',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'prototype-headings.csv',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'total-and-remark.csv',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'fakturaer.csv',
      [
        [fifth, 10000],
        [sixth, 8000],
      ],
    ],
    [
      'shopify-orders.csv',
      [
        [fifth, 100],
        [sixth, 50],
      ],
    ],
  ];

  it.each(files)('%s', async (name, expected) => {
    const { batch, rejects } = await desk.importFile({ path: join(corpus, 'exports', name) });
    expect([batch.dataset, rejects]).toEqual(['orders', []]);
    expect(orders()).toEqual(expected);
  });
});
