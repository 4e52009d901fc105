import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../connection';
import { deleteBetween } from './bulk-delete';

let connection: Connection;

beforeEach(async () => {
  connection = await Connection.create();
  connection.script(`
    CREATE TABLE child (id INTEGER PRIMARY KEY, name TEXT UNIQUE, day TEXT);
    CREATE INDEX child_day ON child (day);
    WITH RECURSIVE number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < 30000)
    INSERT INTO child SELECT id, 'Name ' || id, '2026-01-0' || (id % 9 + 1) FROM number;
  `);
});

afterEach(() => connection.close());

const byDay = 'SELECT count(*) FROM child INDEXED BY child_day WHERE day = ?';

describe('rows between two ids', () => {
  it.each([
    ['some', 100, 199],
    ['most of them', 2, 29_000],
    ['all of them', 1, 30_000],
    ['none', 40_000, 50_000],
  ])('go, %s, and every index knows', (_, first, last) => {
    const staying = Array.from({ length: 30_000 }, (__, at) => at + 1).filter(
      (id) => id < first || id > last,
    );
    deleteBetween(connection, 'child', first, last);
    expect(connection.tuples('SELECT id FROM child ORDER BY id').flat()).toEqual(staying);
    // Every ninth id from 1 on is of the second day.
    expect(connection.number(byDay, ['2026-01-02'])).toBe(staying.filter((id) => id % 9 === 1).length);
    expect(connection.tuples('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('come back when the transaction fails', () => {
    const work = () =>
      connection.transaction(() => {
        deleteBetween(connection, 'child', 1, 29_000);
        throw new Error('no more');
      });
    expect(work).toThrow('no more');
    expect(connection.number('SELECT count(*) FROM child')).toBe(30_000);
    expect(connection.tuples('PRAGMA integrity_check')).toEqual([['ok']]);
  });
});
