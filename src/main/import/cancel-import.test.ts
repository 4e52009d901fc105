import type { JobControl } from '@shared/ipc/operation';
import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import { importDesk } from './import-desk.fixture';
import { inspectSource } from './inspect-source';
import { forgetSource } from './read-source';

const lines = 12_000;
const desk = importDesk();

function orders(name: string, from: number): string {
  const rows = Array.from({ length: lines }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0');
    return `O${from + at},2026-03-${day},Customer ${(from + at) % 900},Rep ${at % 20},${at % 500}`;
  });
  return desk.write(name, 'Order number,Order date,Customer,Rep,Amount', ...rows, '');
}

/** A job that is cancelled when it has so many rows behind it, and how far it told to be. */
function cancelledAfter(rows: number): JobControl & { readonly told: number[] } {
  const told: number[] = [];
  return {
    told,
    progress: (done) => void told.push(done),
    breathe: async () => {
      if ((told.at(-1) ?? 0) >= rows) throw new QuotabenchError('cancelled');
    },
  };
}

describe('an import that is cancelled', () => {
  it.each([0, 4000, 10_000])('behind row %d leaves the workspace as it was, byte for byte', async (rows) => {
    await desk.importFile({ path: orders('first.csv', 0) });
    const [before, revision] = [desk.session.connection.bytes(), desk.session.revision];
    const path = orders('second.csv', 500_000);
    await expect(desk.importFile({ path }, {}, cancelledAfter(rows))).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(Buffer.compare(desk.session.connection.bytes(), before)).toBe(0);
    expect([desk.session.revision, desk.session.info().undo]).toEqual([revision, expect.anything()]);
    const { batch } = await desk.importFile({ path });
    expect(batch.inserted).toBe(lines);
    desk.session.undo();
    expect(desk.session.connection.number('SELECT count(*) FROM orders')).toBe(lines);
    expect(desk.session.connection.tuples('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('while the file is read has read nothing', async () => {
    forgetSource();
    const path = orders('unread.csv', 0);
    const job = cancelledAfter(0);
    await expect(inspectSource({ path }, job)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('tells of its progress in rows', async () => {
    const job = cancelledAfter(Number.POSITIVE_INFINITY);
    await desk.importFile({ path: orders('whole.csv', 0) }, {}, job);
    expect(job.told.at(-1)).toBe(lines);
    expect(job.told).toEqual([...job.told].sort((one, other) => one - other));
    expect(job.told.length).toBeGreaterThan(4);
  });
});
