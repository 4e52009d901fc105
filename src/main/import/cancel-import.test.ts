import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JobControl, unattended } from '@shared/ipc/operation';
import { QuotabenchError } from '@shared/model/error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../workspace/workspace-session';
import { inspectSource } from './inspect-source';
import { forgetSource } from './read-source';
import { runImport } from './run-import';

const lines = 12_000;
let folder: string;
let session: WorkspaceSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-cancel-'));
  session = await WorkspaceSession.create(join(folder, 'cancel.qbench'));
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

function orders(name: string, from: number): string {
  const path = join(folder, name);
  const rows = Array.from({ length: lines }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0');
    return `O${from + at},2026-03-${day},Customer ${(from + at) % 900},Rep ${at % 20},${at % 500}`;
  });
  writeFileSync(path, `Order number,Order date,Customer,Rep,Amount\n${rows.join('\n')}\n`);
  return path;
}

async function importFile(path: string, job: JobControl) {
  const { sheet, headerRow, dataset, locale, dateOrder, columns } = await inspectSource({ path });
  return runImport(session, { path, sheet, headerRow, dataset, locale, dateOrder, columns, key: [] }, job);
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
    await importFile(orders('first.csv', 0), unattended);
    const [before, revision] = [session.connection.bytes(), session.revision];
    const path = orders('second.csv', 500_000);
    await expect(importFile(path, cancelledAfter(rows))).rejects.toMatchObject({ code: 'cancelled' });
    expect(Buffer.compare(session.connection.bytes(), before)).toBe(0);
    expect([session.revision, session.info().undo]).toEqual([revision, expect.anything()]);
    const { batch } = await importFile(path, unattended);
    expect(batch.inserted).toBe(lines);
    session.undo();
    expect(session.connection.number('SELECT count(*) FROM orders')).toBe(lines);
    expect(session.connection.tuples('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('while the file is read has read nothing', async () => {
    forgetSource();
    const path = orders('unread.csv', 0);
    const job = cancelledAfter(0);
    await expect(inspectSource({ path }, job)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('tells of its progress in rows', async () => {
    const job = cancelledAfter(Number.POSITIVE_INFINITY);
    await importFile(orders('whole.csv', 0), job);
    expect(job.told.at(-1)).toBe(lines);
    expect(job.told).toEqual([...job.told].sort((one, other) => one - other));
    expect(job.told.length).toBeGreaterThan(4);
  });
});
