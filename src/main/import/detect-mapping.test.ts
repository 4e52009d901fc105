import { describe, expect, it } from 'vitest';
import { profileColumns } from './column-profile';
import { fileDateOrder } from './date-order';
import { detectDatasets } from './detect-mapping';
import { locateTable } from './locate-table';
import { ListedRows } from './sheet-rows';
import type { SourceCell, SourceSheet } from './source-sheet';

function profiles(table: readonly (readonly SourceCell[])[]) {
  const sheet: SourceSheet = { name: 'Sheet', hidden: false, rows: new ListedRows(table) };
  const area = locateTable(sheet, {});
  if (area === null) throw new Error('no table');
  return profileColumns(sheet, area);
}

/** The likeliest dataset and its columns by heading. */
function detected(headings: readonly string[], ...rows: readonly SourceCell[][]) {
  const columns = profiles([headings, ...rows]);
  const [match] = detectDatasets(columns);
  const fields = (match?.fields ?? []).map(({ index, field }) => [headings[index], field] as const);
  return [match?.dataset, Object.fromEntries(fields)];
}

describe('a sheet is recognised', () => {
  it('by Norwegian headings of deals', () => {
    expect(
      detected(
        ['Selger', 'Kunde', 'Beløp', 'Lukkedato', 'Fase'],
        ['Anna', 'A AS', '1 234,50', '23.11.2026', 'Vunnet'],
      ),
    ).toEqual([
      'opportunities',
      { Selger: 'rep', Kunde: 'customer', Beløp: 'amount', Lukkedato: 'closed_on', Fase: 'stage' },
    ]);
  });

  it('by headings in capitals without blanks', () => {
    expect(
      detected(
        ['ORDERNUMBER', 'QUANTITYORDERED', 'PRICEEACH', 'SALES', 'ORDERDATE', 'STATUS', 'CUSTOMERNAME'],
        [10107, 30, 95.7, 2871, '2/24/2003 0:00', 'Shipped', 'Land of Toys Inc.'],
        [10121, 34, 81.35, 2765.9, '5/7/2003 0:00', 'Shipped', 'Reims Collectables'],
      ),
    ).toEqual([
      'orders',
      {
        ORDERNUMBER: 'order_no',
        QUANTITYORDERED: 'quantity',
        PRICEEACH: 'unit_price',
        SALES: 'amount',
        ORDERDATE: 'ordered_on',
        CUSTOMERNAME: 'customer',
      },
    ]);
  });

  it('with names rather than their numbers as customers and products', () => {
    expect(
      detected(
        ['Order ID', 'Order Date', 'Customer ID', 'Customer Name', 'Product ID', 'Product Name', 'Sales'],
        ['CA-1', '2026-01-02', 'CG-1', 'Claire Gute', 'FUR-1', 'Bush Bookcase', 261.96],
      ),
    ).toEqual([
      'orders',
      {
        'Order ID': 'order_no',
        'Order Date': 'ordered_on',
        'Customer Name': 'customer',
        'Product Name': 'product',
        Sales: 'amount',
      },
    ]);
  });

  it('only with little confidence where nothing tells it from others', () => {
    const [match] = detectDatasets(
      profiles([
        ['Date', 'Rep', 'Calls'],
        ['2026-01-01', 'Anna', 5],
      ]),
    );
    expect(match?.confidence).toBeLessThan(0.3);
  });
});

describe('the order of day and month', () => {
  const dates = (...texts: string[][]) =>
    profiles([texts.map((_, at) => `Date ${at}`), ...transposed(texts)]);
  const transposed = (columns: string[][]) =>
    (columns[0] ?? []).map((_, row) => columns.map((texts) => texts[row] ?? null));

  it('is asked about where every date can be read both ways', () => {
    expect(fileDateOrder(dates(['03/04/2026', '05/06/2026']), {})).toEqual({
      dateOrder: 'dayFirst',
      ambiguous: true,
    });
  });

  it('is settled for all columns by one date that can be read one way only', () => {
    expect(fileDateOrder(dates(['03/04/2026', '05/06/2026'], ['01/02/2026', '03/25/2026']), {})).toEqual({
      dateOrder: 'monthFirst',
      ambiguous: false,
    });
  });

  it('is asked about where a column contradicts itself', () => {
    const columns = dates(['25/04/2026', '26/04/2026', '04/25/2026', '05/06/2026']);
    expect(fileDateOrder(columns, {})).toEqual({ dateOrder: 'dayFirst', ambiguous: true });
  });

  it('is no question where dates are written year first or with points', () => {
    expect(fileDateOrder(dates(['2026-04-03'], ['03.04.2026']), {}).ambiguous).toBe(false);
  });
});
