import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColumnMapping, Inspection } from '@shared/ipc/import';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../workspace/workspace-session';
import { proposeImport } from './propose-import';
import { runImport } from './run-import';

const job = { progress: () => undefined, breathe: async () => undefined };

let folder: string;
let session: WorkspaceSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-remembered-'));
  session = await WorkspaceSession.create(join(folder, 'remembered.qbench'));
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function importAs(
  path: string,
  { sheet, headerRow, locale, dateOrder, columns }: Inspection,
  change: (column: ColumnMapping) => ColumnMapping,
): Promise<void> {
  const plan = { path, sheet, headerRow, locale, dateOrder, dataset: 'orders' as const, key: [] };
  await runImport(session, { ...plan, columns: columns.map(change) }, job);
}

function fieldsOf({ columns }: Inspection): unknown {
  return Object.fromEntries(
    columns.map(({ heading, field, included }) => [heading, included ? field : 'left out']),
  );
}

const headings = 'When,Whom,Gross,Net,Secret';

describe('a table with the headings of an earlier import', () => {
  it('goes where a person had that one go', async () => {
    const january = write('january.csv', headings, '2026-01-05,A,125,100,x', '2026-01-06,B,250,200,y');
    const fields: Readonly<Record<string, string>> = { When: 'ordered_on', Whom: 'customer', Net: 'amount' };
    await importAs(january, await proposeImport(session, { path: january }), (column) => ({
      ...column,
      field: fields[column.heading] ?? null,
      included: column.heading !== 'Secret',
    }));
    const february = write('february.csv', headings, '2026-02-05,C,25,20,z');
    const inspection = await proposeImport(session, { path: february });
    expect(inspection.dataset).toBe('orders');
    expect(fieldsOf(inspection)).toEqual({
      When: 'ordered_on',
      Whom: 'customer',
      Gross: null,
      Net: 'amount',
      Secret: 'left out',
    });
    expect(inspection.notes).toContainEqual({
      code: 'noteRemembered',
      parameters: { source: 'january.csv', date: new Date().toISOString().slice(0, 10) },
    });
    expect(inspection.columns[3]?.samples).toEqual(['20']);
  });

  it('is said to be so only where it makes a difference, and never overrules what is chosen', async () => {
    const plain = write('plain.csv', 'Order date,Customer,Amount', '2026-01-05,A,100');
    await importAs(plain, await proposeImport(session, { path: plain }), (column) => column);
    const again = await proposeImport(session, { path: plain });
    const chosen = await proposeImport(session, { path: plain, dataset: 'leads' });
    expect([again.notes, again.dataset, chosen.dataset]).toEqual([[], 'orders', 'leads']);
  });
});
