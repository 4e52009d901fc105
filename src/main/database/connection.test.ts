import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from './connection';

let connection: Connection;

beforeEach(async () => {
  connection = await Connection.create();
  connection.script(`
    CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);
  `);
});

afterEach(() => connection.close());

const count = (table: string) => connection.number(`SELECT count(*) FROM ${table}`);

describe('a transaction', () => {
  it('is undone when it throws, and one inside another alone', () => {
    connection.transaction(() => {
      connection.run('INSERT INTO parent VALUES (1)');
      const inner = () =>
        connection.transaction(() => {
          connection.run('INSERT INTO parent VALUES (2)');
          throw new Error('no');
        });
      expect(inner).toThrow('no');
    });
    expect(connection.tuples('SELECT id FROM parent')).toEqual([[1]]);
  });

  it('that ends with a foreign key unmet is undone, and the next one works', () => {
    const unmet = () => connection.transaction(() => connection.run('INSERT INTO child VALUES (1, 99)'));
    expect(unmet).toThrow(/FOREIGN KEY/);
    expect([count('child'), connection.inTransaction]).toEqual([0, false]);
    connection.transaction(() => connection.run('INSERT INTO parent VALUES (1)'));
    expect(count('parent')).toBe(1);
    expect(connection.bytes().length).toBeGreaterThan(0);
  });

  it('that is rehearsed gives its result and leaves nothing', () => {
    const seen = connection.rehearse(() => {
      connection.run('INSERT INTO parent VALUES (1)');
      return count('parent');
    });
    expect([seen, count('parent')]).toEqual([1, 0]);
  });
});

describe('a connection', () => {
  it('works on after its bytes were taken: foreign keys are held, its own functions are known', () => {
    connection.run('INSERT INTO parent VALUES (1)');
    connection.bytes();
    expect(connection.number('PRAGMA foreign_keys')).toBe(1);
    expect(connection.tuples("SELECT text_key('ÉN Å')")).toEqual([['en \uE002']]);
    connection.run('INSERT INTO child VALUES (1, 1)');
    expect(() => connection.run('DELETE FROM parent')).toThrow(/FOREIGN KEY/);
  });

  it('opens what another one gave', async () => {
    connection.run('INSERT INTO parent VALUES (7)');
    const other = await Connection.open(connection.bytes());
    expect(other.tuples('SELECT id FROM parent')).toEqual([[7]]);
    other.close();
  });

  it('goes on with statements of which there are more than it keeps', () => {
    for (let number = 0; number < 500; number += 1)
      expect(connection.number(`SELECT ${number}`)).toBe(number);
    expect(connection.number('SELECT 3')).toBe(3);
  });
});
