import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import { datasetIds } from '@shared/model/dataset';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../workspace/workspace-session';
import { codeOf, golden, importDesk, planFor } from './import-desk.fixture';
import { exportRejects, listBatches } from './import-records';
import { inspectSource } from './inspect-source';
import { previewImport, runImport } from './run-import';
import { undoImport } from './undo-import';

const desk = importDesk();

/** Imports by the key that is suggested, or by this one. */
async function importFile(path: string, key?: readonly string[]) {
  const { suggestedKey } = await inspectSource({ path });
  return desk.importFile({ path }, { key: [...(key ?? suggestedKey)] });
}

async function reopen(): Promise<void> {
  const { path } = desk.session;
  await desk.session.save();
  desk.session.close();
  desk.session = await WorkspaceSession.open(path);
}

function dump(): unknown {
  return [...datasetIds, 'import_batch', 'import_change', 'import_reject', 'extra_column'].map((table) =>
    desk.session.connection.rows(`SELECT * FROM ${table} ORDER BY 1`),
  );
}

const january = [
  'Deal ID,Deal Name,Stage,Amount,Owner,Close Date',
  '1,One,Open,100,Ann,',
  '2,Two,Won,50,Bob,2026-01-20',
];
const february = [
  'Deal ID,Deal Name,Stage,Amount,Owner,Close Date',
  '1,One,Won,120,Ann,2026-02-10',
  '2,Two,Won,50,Bob,2026-01-20',
  '3,Three,Open,10,Cid,',
];

describe('the key by which rows are known again', () => {
  it.each([
    ['crm/sales_pipeline.csv', ['deal_id']],
    ['crm/sales_teams.csv', ['name']],
    ['crm/products.csv', ['name']],
  ])('is found in %s', async (file, key) => {
    expect((await inspectSource({ path: join(golden, file) })).suggestedKey).toEqual(key);
  });

  it('of order lines is the order with the product, and nothing where lines are twice the same', async () => {
    const lines = [
      'Order no,Date,Product,Amount',
      '1,2026-01-01,A,5',
      '1,2026-01-01,B,6',
      '2,2026-01-01,A,5',
    ];
    const once = await inspectSource({ path: desk.write('lines.csv', ...lines) });
    const twice = await inspectSource({ path: desk.write('twice.csv', ...lines, '2,2026-01-01,A,5') });
    expect([once.suggestedKey, twice.suggestedKey]).toEqual([['order_no', 'product'], []]);
  });
});

describe('the file of next month', () => {
  it('brings the new rows, updates those that changed, and leaves the rest', async () => {
    await importFile(desk.write('january.csv', ...january));
    const { batch } = await importFile(desk.write('february.csv', ...february));
    expect(batch).toMatchObject({ inserted: 1, updated: 1, unchanged: 1, rejected: 0 });
    expect(desk.tuples('SELECT deal_id, outcome, amount FROM opportunities ORDER BY id')).toEqual([
      ['1', 'won', 120],
      ['2', 'won', 50],
      ['3', 'open', 10],
    ]);
  });

  it('is known when it is the same file, whatever it is called', async () => {
    const first = await importFile(desk.write('january.csv', ...january));
    const again = await importFile(desk.write('copy of it.csv', ...january));
    expect(first.earlier).toBeNull();
    expect(again.earlier).toMatchObject({ batch: first.batch.id, source: 'january.csv' });
  });
});

describe('an import is undone after a restart', () => {
  it('with every row, name, extra column and reject that it brought', async () => {
    const before = dump();
    const { batch } = await importFile(join(golden, 'crm/sales_pipeline.csv'));
    await reopen();
    expect(await undoImport(desk.session, batch.id, unattended)).toEqual({
      deleted: 8800,
      restored: 0,
      kept: 0,
    });
    expect(dump()).toEqual(before);
  });

  it('with the values that it overwrote, but not those that a person has changed since', async () => {
    await importFile(desk.write('january.csv', ...january));
    const { batch } = await importFile(desk.write('february.csv', ...february));
    await reopen();
    desk.session.connection.run("UPDATE opportunities SET amount = 999 WHERE deal_id = '1'");
    expect(await undoImport(desk.session, batch.id, unattended)).toEqual({
      deleted: 1,
      restored: 1,
      kept: 0,
    });
    expect(desk.tuples('SELECT deal_id, outcome, amount, closed_on FROM opportunities ORDER BY id')).toEqual([
      ['1', 'open', 999, null],
      ['2', 'won', 50, '2026-01-20'],
    ]);
    expect(desk.tuples('SELECT name FROM reps ORDER BY id')).toEqual([['Ann'], ['Bob']]);
    expect(listBatches(desk.session).map(({ source }) => source)).toEqual(['january.csv']);
  });

  it('as one step that can itself be undone', async () => {
    const { batch } = await importFile(desk.write('january.csv', ...january));
    await reopen();
    const before = dump();
    await undoImport(desk.session, batch.id, unattended);
    desk.session.undo();
    expect(dump()).toEqual(before);
  });

  it('not before a later import that updated its rows', async () => {
    const first = await importFile(desk.write('january.csv', ...january));
    const second = await importFile(desk.write('february.csv', ...february));
    expect(await codeOf(() => undoImport(desk.session, first.batch.id, unattended))).toBe('importOverlaid');
    await undoImport(desk.session, second.batch.id, unattended);
    expect(await codeOf(() => undoImport(desk.session, first.batch.id, unattended))).toBe('done');
    expect(desk.tuples('SELECT count(*) FROM opportunities')).toEqual([[0]]);
  });

  it('without the names that rows from elsewhere need', async () => {
    const first = await importFile(desk.write('january.csv', ...january));
    await importFile(
      desk.write('calls.csv', 'Date,Rep,Type,Count', '2026-01-05,Ann,Call,3', '2026-01-05,Cid,Call,3'),
    );
    expect(await undoImport(desk.session, first.batch.id, unattended)).toEqual({
      deleted: 2,
      restored: 0,
      kept: 1,
    });
    expect(desk.tuples('SELECT name FROM reps ORDER BY name')).toEqual([['Ann'], ['Cid']]);
  });

  it('whatever was imported before and after, last first: the workspace is what it was', async () => {
    const row = fc.record({
      id: fc.integer({ min: 1, max: 6 }),
      amount: fc.integer({ min: 0, max: 9 }),
      rep: fc.constantFrom('Ann', 'Bob', 'Cid'),
    });
    const files = fc.array(fc.array(row, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(files, async (contents) => {
        const states: unknown[] = [];
        const batches: number[] = [];
        for (const [at, content] of contents.entries()) {
          states.push(dump());
          const lines = content.map(({ id, amount, rep }) => `${id},Won,${amount},${rep},2026-01-01`);
          const path = desk.write(`file-${at}.csv`, 'Deal ID,Stage,Amount,Owner,Close Date', ...lines);
          batches.push((await importFile(path, ['deal_id'])).batch.id);
        }
        for (const batch of batches.reverse()) {
          await undoImport(desk.session, batch, unattended);
          expect(dump()).toEqual(states.pop());
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('rejected rows', () => {
  const lines = [
    'Order no,Date,Customer,Amount',
    '1,2026-01-05,A,10',
    '2,2026-02-30,B,20',
    '3,2026-01-07,C,much',
    '4,2026-01-08,D,40',
  ];

  it('are corrected on the spot', async () => {
    const plan = await planFor({ path: desk.write('orders.csv', ...lines) });
    const { rejects } = await previewImport(desk.session, plan, unattended);
    expect(rejects.map(({ place }) => place)).toEqual([
      { row: 1, column: 1 },
      { row: 2, column: 3 },
    ]);
    const corrections = [
      { row: 1, column: 1, text: '28.02.2026' },
      { row: 2, column: 3, text: '30' },
    ];
    const { batch } = await runImport(desk.session, { ...plan, corrections }, unattended);
    expect(batch).toMatchObject({ inserted: 4, rejected: 0 });
    expect(desk.tuples('SELECT ordered_on, amount FROM orders WHERE order_no IN (2, 3)')).toEqual([
      ['2026-02-28', 20],
      ['2026-01-07', 30],
    ]);
  });

  it.each(['en', 'nb'] as const)(
    'go out as a sheet in %s, are mended there and come in again',
    async (language) => {
      const { batch } = await importFile(desk.write('orders.csv', ...lines));
      const path = join(desk.folder, 'rejects.csv');
      await exportRejects(
        desk.session,
        batch.id,
        { path, format: 'csv', locale: 'en-GB', language },
        unattended,
      );
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace('2026-02-30', '2026-02-28').replace(',much,', ',30,'),
      );
      const again = await importFile(path);
      expect(again.batch).toMatchObject({ dataset: 'orders', inserted: 2, rejected: 0 });
      expect(desk.tuples('SELECT ordered_on, amount, extra FROM orders ORDER BY order_no')).toEqual([
        ['2026-01-05', 10, null],
        ['2026-02-28', 20, null],
        ['2026-01-07', 30, null],
        ['2026-01-08', 40, null],
      ]);
    },
  );

  it('go out as a workbook with their row and reason', async () => {
    const { batch } = await importFile(desk.write('orders.csv', ...lines));
    const path = join(desk.folder, 'rejects.xlsx');
    await exportRejects(
      desk.session,
      batch.id,
      { path, format: 'xlsx', locale: 'en-GB', language: 'en' },
      unattended,
    );
    const { columns, rowCount } = await inspectSource({ path });
    expect([rowCount, columns.filter(({ included }) => !included).map(({ heading }) => heading)]).toEqual([
      2,
      ['Quotabench: row', 'Quotabench: reason'],
    ]);
  });
});
