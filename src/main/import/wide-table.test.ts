import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SourceSelection } from '@shared/ipc/import';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../workspace/workspace-session';
import { inspectSource } from './inspect-source';
import { runImport } from './run-import';

const corpus = resolve(import.meta.dirname, '../../../test/corpus');
const job = { progress: () => undefined, breathe: async () => undefined };

let folder: string;
let session: WorkspaceSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-wide-'));
  session = await WorkspaceSession.create(join(folder, 'wide.qbench'));
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

async function importFile(selection: SourceSelection) {
  const { sheet, headerRow, dataset, locale, dateOrder, unpivot, columns } = await inspectSource(selection);
  const plan = { ...selection, sheet, headerRow, dataset, locale, dateOrder, unpivot, columns, key: [] };
  return runImport(session, plan, job);
}

function tuples(sql: string): unknown[][] {
  return session.connection.tuples(sql).map((row) => [...row]);
}

function write(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

describe('a wide table becomes rows', () => {
  it('of quotas, from months as columns', async () => {
    await importFile({ path: join(corpus, 'exports/kvoter-brede.csv') });
    expect(
      tuples('SELECT r.name, period, amount FROM quotas JOIN reps r ON r.id = rep_id ORDER BY quotas.id'),
    ).toEqual([
      ['Gro', '2026-01', 100000],
      ['Gro', '2026-02', 110000],
      ['Gro', '2026-03', 120000],
      ['Per', '2026-01', 90000],
      ['Per', '2026-02', 90000],
      ['Per', '2026-03', 95000],
    ]);
  });

  it('of quotas, from dates as columns', async () => {
    await importFile({ path: join(corpus, 'written/months-as-dates.xlsx') });
    expect(tuples('SELECT DISTINCT period FROM quotas')).toEqual([['2026-01'], ['2026-02'], ['2026-03']]);
  });

  it('of quotas of the year in the name of the file, from names of months', async () => {
    const path = join(folder, 'Budsjett 2027.xlsx');
    copyFileSync(join(corpus, 'written/months-without-year.xlsx'), path);
    const { batch } = await importFile({ path });
    expect([batch.dataset, batch.inserted]).toEqual(['quotas', 24]);
    expect(tuples("SELECT amount FROM quotas WHERE period = '2027-05'")).toEqual([[5], [5]]);
  });

  it('of orders, where the title says that the months hold sales', async () => {
    const path = write('report.csv', 'Sales 2026;;;', 'Product;Q1;Q2;Q3', 'Laks;1000;;300', 'Torsk;50;60;70');
    const { batch } = await importFile({ path });
    expect([batch.dataset, batch.inserted]).toEqual(['orders', 5]);
    expect(tuples('SELECT ordered_on, amount FROM orders')).toContainEqual(['2026-07-01', 300]);
  });

  it('of activities, from calls, e-mails and meetings as columns', async () => {
    await importFile({ path: join(corpus, 'exports/aktiviteter-brede.csv') });
    expect(tuples('SELECT type, sum(count) FROM activities GROUP BY 1 ORDER BY 1')).toEqual([
      ['call', 30],
      ['email', 75],
      ['meeting', 6],
    ]);
  });

  it('of competitors’ prices, from competitors as columns', async () => {
    await importFile({ path: join(corpus, 'exports/competitors-wide.csv') });
    expect(tuples('SELECT competitor, price FROM competitor_prices ORDER BY id LIMIT 2')).toEqual([
      ['Competitor A', 95],
      ['Competitor B', 105],
    ]);
  });
});

describe('a wide table', () => {
  it('names row and column of the file for a cell that cannot be read', async () => {
    const path = write('q.csv', 'Rep,2026-01,2026-02,2026-03', 'Ann,1,2,3', 'Bob,4,much,6');
    const { rejects } = await importFile({ path });
    expect(rejects).toMatchObject([
      { row: 3, column: '2026-02', value: 'much', reason: { code: 'cellNotNumber' } },
    ]);
  });

  it('stays as it is when that is asked', async () => {
    const { unpivot, wide, columns } = await inspectSource({
      path: join(corpus, 'exports/kvoter-brede.csv'),
      unpivot: null,
    });
    expect([unpivot, wide?.columns, columns.length]).toEqual([null, [1, 2, 3], 4]);
  });

  it('says when its months have no year', async () => {
    const { unpivot, notes } = await inspectSource({
      path: join(corpus, 'written/months-without-year.xlsx'),
    });
    expect([unpivot, notes.map(({ code }) => code)]).toEqual([null, ['noteMonthsWithoutYear']]);
  });
});
