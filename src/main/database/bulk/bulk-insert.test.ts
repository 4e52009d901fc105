import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection, type SqlValue } from '../connection';
import { BulkInsert } from './bulk-insert';

const schema = `
  CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE child (
    id INTEGER PRIMARY KEY,
    label TEXT,
    day TEXT NOT NULL,
    parent_id INTEGER REFERENCES parent (id),
    amount REAL,
    count INTEGER
  );
  CREATE INDEX child_day ON child (day);
  CREATE INDEX child_parent ON child (parent_id);
  CREATE INDEX child_label ON child (parent_id, label, day);
`;
const columns = ['label', 'day', 'parent_id', 'amount', 'count'];
const many = 5000;

let bulk: Connection;
let plain: Connection;

beforeEach(async () => {
  [bulk, plain] = [await Connection.create(), await Connection.create()];
  for (const connection of [bulk, plain]) connection.script(schema);
  // What they name is not looked for.
  plain.script('PRAGMA foreign_keys = OFF');
});

afterEach(() => {
  bulk.close();
  plain.close();
});

async function insertBoth(rows: readonly (readonly SqlValue[])[], expected = rows.length): Promise<void> {
  await bulk.transactionInSteps(async () => {
    const insert = new BulkInsert(bulk, 'child', columns, expected);
    for (const row of rows) insert.add(row);
    insert.finish();
  });
  for (const row of rows) plain.run(`INSERT INTO child (${columns.join(', ')}) VALUES (?, ?, ?, ?, ?)`, row);
}

function expectAlike(): void {
  for (const sql of [
    'SELECT *, typeof(amount), typeof(count) FROM child ORDER BY id',
    'SELECT day, id FROM child INDEXED BY child_day ORDER BY day, id',
    'SELECT parent_id, label, day, id FROM child INDEXED BY child_label ORDER BY parent_id, label, day, id',
  ]) {
    expect(bulk.tuples(sql)).toEqual(plain.tuples(sql));
  }
  expect(bulk.tuples('PRAGMA integrity_check')).toEqual([['ok']]);
}

const value = {
  label: fc.option(
    fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'b', '\uffee', '\u{1f600}')),
  ),
  day: fc.constantFrom('2026-01-01', '2026-01-02', '2025-12-31', 'på tirsdag'),
  parent: fc.option(fc.integer({ min: 1, max: 40_000 })),
  amount: fc.option(
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(2 ** 47, -(2 ** 40)),
    ),
  ),
  count: fc.option(fc.oneof(fc.integer(), fc.constantFrom(0, 1, -128, 127, 32_767, -(2 ** 31), 2 ** 46))),
};

describe('rows that are inserted in bulk', () => {
  it('are those that single statements insert, whatever they hold, and every index finds them', async () => {
    const row = fc.tuple(value.label, value.day, value.parent, value.amount, value.count);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (some) => {
        for (const connection of [bulk, plain]) connection.script('DELETE FROM child');
        await insertBoth(
          Array.from({ length: many }, (_, at) => {
            const [label, ...others] = some[at % some.length] as (typeof some)[number];
            return [label === null ? null : `${label} ${at}`, ...others];
          }),
        );
        expectAlike();
      }),
      { numRuns: 12 },
    );
  });

  it('may be longer than a page holds', async () => {
    const long = ['x'.repeat(40_000), 'y'.repeat(5000), 'ø'.repeat(900)];
    await insertBoth(
      Array.from({ length: many }, (_, at) => [
        at % 700 === 0 ? (long[at % 3] ?? null) : `${at}`,
        '2026-01-01',
        at % 7,
        at / 4,
        at,
      ]),
    );
    expectAlike();
  });

  it('follow the rows that are there, and may be far more than were expected', async () => {
    await insertBoth([['first', '2026-03-01', 3, 1, 1]]);
    await bulk.transactionInSteps(async () => {
      const insert = new BulkInsert(bulk, 'child', columns, 2500);
      for (let at = 0; at < 170_000; at += 1) {
        insert.add([`L${at}`, `2026-01-${10 + (at % 20)}`, at % 50, at, 1]);
      }
      insert.finish();
    });
    // About 40 bytes a row, and 15 to 30 for its key in each of three indexes.
    expect(bulk.number('PRAGMA page_count') * 4096).toBeLessThan(170_001 * 150);
    expect(bulk.number('SELECT count(*) FROM child')).toBe(170_001);
    expect(bulk.tuples('SELECT id, label FROM child WHERE amount = 169999')).toEqual([[170_001, 'L169999']]);
    expect(bulk.tuples('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('may come back between others', async () => {
    for (const connection of [bulk, plain]) {
      for (const id of [3, 90_000])
        connection.run('INSERT INTO child (id, label, day) VALUES (?, ?, ?)', [id, `${id}`, '2026-05-01']);
    }
    const rows = Array.from({ length: many }, (_, at) => [
      `L${at}`,
      `2026-01-${10 + (at % 20)}`,
      at % 50,
      at,
      1,
    ]);
    await bulk.transactionInSteps(async () => {
      const insert = new BulkInsert(bulk, 'child', columns, many, 1000);
      for (const row of rows) insert.add(row);
      insert.finish();
    });
    const sql = `INSERT INTO child (id, ${columns.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`;
    for (const [at, row] of rows.entries()) plain.run(sql, [1000 + at, ...row]);
    expectAlike();
  });

  it('leave the database byte for byte as it was when the transaction fails', async () => {
    await insertBoth([['first', '2026-03-01', 3, 1, 1]]);
    const before = bulk.bytes();
    const work = bulk.transactionInSteps(async () => {
      const insert = new BulkInsert(bulk, 'child', columns, many);
      for (let at = 0; at < many; at += 1) insert.add([`${at}`, '2026-01-01', 1, 1, 1]);
      insert.finish();
      throw new Error('no more');
    });
    await expect(work).rejects.toThrow('no more');
    expect(Buffer.compare(bulk.bytes(), before)).toBe(0);
  });

  it('are refused where a cell is empty that must not be', async () => {
    const work = insertBoth(Array.from({ length: many }, () => ['a', null, 1, 1, 1]));
    await expect(work).rejects.toThrow();
    expect(bulk.number('SELECT count(*) FROM child')).toBe(0);
  });

  it('go into tables whose names are unique, too', async () => {
    await bulk.transactionInSteps(async () => {
      const insert = new BulkInsert(bulk, 'parent', ['name'], many);
      for (let at = 0; at < many; at += 1) insert.add([`Name ${at}`]);
      insert.finish();
    });
    expect(bulk.number('SELECT count(*) FROM parent')).toBe(many);
    expect(bulk.tuples('PRAGMA integrity_check')).toEqual([['ok']]);
  });
});
