import { join } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import { datasetIds } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { codeOf, corpus, golden, importDesk, planFor } from './import-desk.fixture';
import { listBatches, listRejects } from './import-records';
import { inspectSource } from './inspect-source';
import { previewImport, runImport } from './run-import';

const desk = importDesk();

function writeWorkbook(name: string, rows: unknown[][]): string {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Ark1');
  return desk.write(
    name,
    XLSX.write(book, { type: 'buffer', bookType: name.split('.').at(-1) as XLSX.BookType }) as Buffer,
  );
}

/** Four orders of which the second and the fourth are hidden. */
function hiddenRowsAs(kind: string): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['Ordredato', 'Kunde', 'Beløp'],
    ...[1, 2, 3, 4].map((amount) => [`2026-01-0${amount}`, 'A', amount]),
  ]);
  sheet['!rows'] = [{}, {}, { hidden: true }, {}, { hidden: true }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Ark1');
  return XLSX.write(book, { type: 'buffer', bookType: kind as XLSX.BookType, cellStyles: true }) as Buffer;
}

function rows(sql: string) {
  return desk.session.connection.rows(sql);
}

function dump(): unknown {
  return [...datasetIds, 'import_batch', 'import_reject', 'extra_column', 'workspace_setting'].map((table) =>
    desk.session.connection.rows(`SELECT * FROM ${table} ORDER BY 1`),
  );
}

describe('a CRM export of deals', () => {
  const path = join(golden, 'crm/sales_pipeline.csv');

  it('is understood without help', async () => {
    const inspection = await inspectSource({ path });
    expect(inspection).toMatchObject({
      dataset: 'opportunities',
      dateOrder: 'monthFirst',
      dateOrderAmbiguous: false,
      rowCount: 8800,
    });
    expect(Object.fromEntries(inspection.columns.map(({ heading, field }) => [heading, field]))).toEqual({
      opportunity_id: 'deal_id',
      sales_agent: 'rep',
      product: 'product',
      account: 'customer',
      deal_stage: 'stage',
      engage_date: 'created_on',
      close_date: 'closed_on',
      close_value: 'amount',
    });
  });

  it('goes in whole, and its names become reps, products and customers', async () => {
    const { batch, rejects } = await desk.importFile({ path });
    expect([batch.inserted, rejects]).toEqual([8800, []]);
    expect(rows('SELECT outcome, count(*) AS n FROM opportunities GROUP BY outcome ORDER BY 1')).toEqual([
      { outcome: 'lost', n: 2473 },
      { outcome: 'open', n: 2089 },
      { outcome: 'won', n: 4238 },
    ]);
    expect(desk.session.info().counts).toMatchObject({ reps: 30, products: 7, customers: 85 });
  });

  it('is previewed with the same counts and leaves the workspace as it was', async () => {
    const before = dump();
    const preview = await previewImport(desk.session, await planFor({ path }), unattended);
    expect(preview).toMatchObject({ inserted: 8800, updated: 0, rejected: 0 });
    expect(preview.newNames.reps).toHaveLength(30);
    expect([dump(), desk.session.revision]).toEqual([before, 0]);
  });

  it('is undone in one step, every name and batch with it', async () => {
    const before = dump();
    await desk.importFile({ path });
    const after = dump();
    desk.session.undo();
    expect(dump()).toEqual(before);
    desk.session.redo();
    expect(dump()).toEqual(after);
  });

  it('updates the rows that are there when it comes again under its key', async () => {
    await desk.importFile({ path });
    const again = await desk.importFile({ path }, { key: ['deal_id'] });
    expect(again.batch).toMatchObject({ inserted: 0, updated: 0, unchanged: 8800 });
  });

  it('stays out when it is cancelled', async () => {
    const before = dump();
    const plan = await planFor({ path });
    const cancelled = {
      ...unattended,
      breathe: async () => Promise.reject(new QuotabenchError('cancelled')),
    };
    expect(await codeOf(() => runImport(desk.session, plan, cancelled))).toBe('cancelled');
    expect(dump()).toEqual(before);
  });
});

describe('other real exports', () => {
  it.each([
    ['crm/sales_teams.csv', 'reps', 35],
    ['crm/accounts.csv', 'customers', 85],
    ['crm/products.csv', 'products', 7],
    ['retail_price/retail_price.csv', 'orders', 676],
    ['telco/telco_customer_churn.csv', 'customers', 7043],
  ])('%s is understood as %s', async (file, dataset, count) => {
    const { batch } = await desk.importFile({ path: join(golden, file) });
    expect([batch.dataset, batch.inserted, batch.rejected]).toEqual([dataset, count, 0]);
  });

  it('keeps the columns that map to no field', async () => {
    await desk.importFile({ path: join(golden, 'crm/accounts.csv') });
    expect(
      rows(
        "SELECT json_extract(extra, '$.employees') AS employees FROM customers WHERE name = 'Acme Corporation'",
      ),
    ).toEqual([{ employees: '2822' }]);
  });

  it('adds what a later sheet knows about reps that deals have named', async () => {
    await desk.importFile({ path: join(golden, 'crm/sales_pipeline.csv') });
    const { batch } = await desk.importFile({ path: join(golden, 'crm/sales_teams.csv') });
    expect(batch).toMatchObject({ inserted: 5, updated: 30 });
    expect(rows("SELECT region FROM reps WHERE name = 'Moses Frase'")).toEqual([{ region: 'Central' }]);
  });
});

describe('a Norwegian export', () => {
  // "Ordrenr;Ordredato;Kunde;…" in Windows-1252, as Excel in Norway saves it.
  const lines = [
    'Ordrenr;Ordredato;Kunde;Selger;Produkt;Antall;Enhetspris;Beløp;Merknad',
    '1001;23.11.2026;Fjellvåg Bærekraft AS;Øystein Ås;Låve;2;1 234,50;2 469,00;hentes',
    '1002;03.04.2026;Søndre Ål;Øystein Ås;Låve;1;1.234,50;1.234,50;',
    'Sum;;;;;;;3 703,50;',
  ];
  const bytes = Buffer.from(lines.join('\r\n'), 'latin1');

  it('is read with its letters, dates, decimals and thousands, and its sum row is left out', async () => {
    const path = desk.write('ordrer.csv', bytes);
    const inspection = await inspectSource({ path });
    expect(inspection).toMatchObject({
      dataset: 'orders',
      encoding: 'windows-1252',
      delimiter: ';',
      locale: 'nb-NO',
    });
    expect(inspection.notes.map(({ code }) => code)).toEqual(['noteTotalsLeftOut']);
    await desk.importFile({ path });
    expect(rows('SELECT order_no, ordered_on, quantity, unit_price, amount, extra FROM orders')).toEqual([
      {
        order_no: '1001',
        ordered_on: '2026-11-23',
        quantity: 2,
        unit_price: 1234.5,
        amount: 2469,
        extra: '{"Merknad":"hentes"}',
      },
      {
        order_no: '1002',
        ordered_on: '2026-04-03',
        quantity: 1,
        unit_price: 1234.5,
        amount: 1234.5,
        extra: null,
      },
    ]);
    expect(rows('SELECT name FROM customers ORDER BY id')).toEqual([
      { name: 'Fjellvåg Bærekraft AS' },
      { name: 'Søndre Ål' },
    ]);
  });

  it('takes names that differ in characters that nobody sees as one', async () => {
    const names = ['A B', 'A\u00a0B', 'A\u200b B', '\ufeffA B', 'A \u00adB'];
    const lines = names.map((name) => `2026-01-01;${name};5\n`);
    await desk.importFile({ path: desk.write('names.csv', `Ordredato;Kunde;Beløp\n${lines.join('')}`) });
    expect(rows('SELECT name FROM customers')).toEqual([{ name: 'A B' }]);
  });

  it('takes the year of weeks and months from the name of the file where the cells have none', async () => {
    const quotas =
      'Selger;Periode;Kvote\nKari;uke 12;100\nKari;jan;200\nKari;1. kvartal;300\nKari;2025-Q4;400\n';
    await desk.importFile({ path: desk.write('kvoter 2026.csv', quotas) });
    expect(rows('SELECT period FROM quotas ORDER BY id').map(({ period }) => period)).toEqual([
      '2026-W12',
      '2026-01',
      '2026-Q1',
      '2025-Q4',
    ]);
    const { batch } = await desk.importFile({ path: desk.write('kvoter.csv', quotas) });
    expect([batch.inserted, batch.rejected]).toEqual([1, 3]);
  });

  it('leaves out a last row of sums that bears no word', async () => {
    const path = desk.write(
      'sum.csv',
      'Ordredato;Kunde;Antall;Beløp\n01.02.2026;A;1;100,10\n02.02.2026;B;2;200,20\n;;3;300,30\n',
    );
    const inspection = await inspectSource({ path });
    expect([inspection.rowCount, inspection.notes.map(({ code }) => code)]).toEqual([
      2,
      ['noteTotalsLeftOut'],
    ]);
    const other = desk.write(
      'other.csv',
      'Ordredato;Kunde;Antall;Beløp\n01.02.2026;A;1;100,10\n02.02.2026;B;2;200,20\n;;3;7\n',
    );
    expect((await inspectSource({ path: other })).rowCount).toBe(3);
  });

  it.each(['xlsx', 'xlml', 'xlsb', 'ods', 'fods'])(
    'has hidden rows in .%s counted, and leaves them out where that is asked',
    async (kind) => {
      const path = kind.endsWith('ods')
        ? join(corpus, `written/hidden-rows.${kind}`)
        : desk.write(`hidden.${kind}`, hiddenRowsAs(kind));
      const inspection = await inspectSource({ path });
      expect([inspection.hiddenRows, inspection.rowCount]).toEqual([2, 4]);
      expect(inspection.notes).toContainEqual({ code: 'noteHiddenRows', parameters: { count: 2 } });
      const all = await runImport(desk.session, await planFor({ path }), unattended);
      expect(all.batch.inserted).toBe(4);
      desk.session.undo();
      const shown = await runImport(desk.session, await planFor({ path, leaveOutHidden: true }), unattended);
      expect(shown.batch.inserted).toBe(2);
      expect(rows('SELECT amount FROM orders ORDER BY id')).toEqual([{ amount: 1 }, { amount: 3 }]);
    },
  );

  it('gives the same dates in every time zone', async () => {
    const path = writeWorkbook('tid.xlsx', [
      ['Dato', 'Beløp', 'Kunde'],
      [{ t: 'n', v: 46349, z: 'dd.mm.yyyy' }, 10, 'A'],
      [{ t: 'n', v: 46349.999, z: 'dd.mm.yyyy hh:mm' }, 10, 'A'],
    ]);
    const { TZ } = process.env;
    try {
      for (const zone of ['Pacific/Auckland', 'UTC', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        await desk.importFile({ path });
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
    // 46349 days after 1899-12-30.
    expect(rows('SELECT DISTINCT ordered_on FROM orders')).toEqual([{ ordered_on: '2026-11-23' }]);
  });

  it('finds the headings below title rows', async () => {
    const path = writeWorkbook('kvoter.xlsx', [
      ['Kvoter 2026'],
      [],
      ['Selger', 'Periode', 'Kvote'],
      ['Anna', '2026-Q1', 90000],
      ['Bjørn', 'Q2 2026', '90 000,50'],
      ['Totalt', '', 180000.5],
    ]);
    const { batch } = await desk.importFile({ path });
    expect([batch.dataset, batch.inserted]).toEqual(['quotas', 2]);
    expect(rows('SELECT period, amount FROM quotas')).toEqual([
      { period: '2026-Q1', amount: 90000 },
      { period: '2026-Q2', amount: 90000.5 },
    ]);
  });
});

describe('bad rows', () => {
  it('are kept out with row, column, value and reason, and the good ones go in', async () => {
    const path = desk.write(
      'orders.csv',
      'Order number,Order date,Customer,Amount\n1,2026-01-05,A,100\n2,2026-02-30,B,200\n3,2026-03-01,C,a lot\n4,,D,5\n5,2026-04-01,E,\n6,2026-05-01,F,7\n7,2026-05-02,F,8\n8,2026-05-03,F,9\n9,2026-05-04,F,9\n10,2026-05-05,F,9\n11,2026-05-05,F,9\n',
    );
    const { batch, rejects } = await desk.importFile({ path });
    expect([batch.inserted, batch.rejected]).toEqual([7, 4]);
    expect(rejects.map(({ row, column, value, reason }) => [row, column, value, reason.code])).toEqual([
      [3, 'Order date', '2026-02-30', 'cellNotDate'],
      [4, 'Amount', 'a lot', 'cellNotNumber'],
      [5, 'Order date', '', 'cellRequired'],
      [6, 'Amount', null, 'amountMissing'],
    ]);
    expect(listRejects(desk.session, batch.id)).toEqual(
      rejects.map(({ place: _place, ...reject }) => reject),
    );
    expect(listBatches(desk.session)).toMatchObject([{ source: 'orders.csv', inserted: 7, rejected: 4 }]);
  });

  it('are those with the error of a formula', async () => {
    const path = writeWorkbook('errors.xlsx', [
      ['Order date', 'Customer', 'Amount'],
      ['2026-01-01', 'A', { t: 'e', v: 42 }],
      ['2026-01-02', 'A', 1],
      ['2026-01-03', 'A', 2],
      ['2026-01-03', 'A', 3],
    ]);
    const { rejects } = await desk.importFile({ path });
    expect(rejects).toMatchObject([
      { row: 2, column: 'Amount', value: '#N/A', reason: { code: 'cellIsError' } },
    ]);
  });
});

describe('bad files', () => {
  it.each([
    ['nothing.csv', '', 'sourceEmpty'],
    ['blank.csv', '\n\n', 'sheetEmpty'],
    ['headings.csv', 'Order date,Customer,Amount\n', 'tableEmpty'],
    [
      'picture.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
      'sourceNotText',
    ],
    ['broken.xlsx', Buffer.from('PK\x03\x04 this is no zip file at all'), 'sourceDamaged'],
    [
      'broken.xls',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
      'sourceDamaged',
    ],
  ])('%s is refused by name', async (name, content, code) => {
    expect(await codeOf(() => inspectSource({ path: desk.write(name, content) }))).toBe(code);
  });

  it('that are not there are refused by name', async () => {
    expect(await codeOf(() => inspectSource({ path: join(desk.folder, 'gone.xlsx') }))).toBe('sourceMissing');
  });

  it('that are protected say so', async () => {
    expect(await codeOf(() => inspectSource({ path: join(corpus, 'password_2002_40_basecrypto.xls') }))).toBe(
      'sourceProtected',
    );
  });

  it('that name a sheet that is not there say which there are', async () => {
    const path = writeWorkbook('one.xlsx', [
      ['Name', 'Team'],
      ['Anna', 'North'],
    ]);
    expect(await codeOf(() => inspectSource({ path, sheet: 'Two' }))).toBe('sheetMissing');
  });

  it('without headings do not go in as something that they are not', async () => {
    const plan = await planFor({ path: join(golden, 'cdnow/CDNOW_sample.txt') });
    expect(plan.headerRow).toBe(0);
    expect(await codeOf(() => runImport(desk.session, plan, unattended))).toBe('fieldsUnmapped');
  });

  it('with headings that mean something to JavaScript do no harm', async () => {
    const path = desk.write('proto.csv', 'Name,Team,__proto__,constructor\nAnna,North,x,y\n');
    await desk.importFile({ path });
    expect(rows('SELECT extra FROM reps')).toEqual([{ extra: '{"__proto__":"x","constructor":"y"}' }]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('called .xls though they are HTML or CSV are read as what they are', async () => {
    const html = desk.write(
      'export.xls',
      '<html><table><tr><td>Name</td><td>Team</td></tr><tr><td>Anna</td><td>North</td></tr></table></html>',
    );
    const csv = desk.write('export2.xls', 'Name;Team\nBjørn;North\n');
    await desk.importFile({ path: html });
    await desk.importFile({ path: csv });
    expect(rows('SELECT name FROM reps ORDER BY id')).toEqual([{ name: 'Anna' }, { name: 'Bjørn' }]);
  });
});
