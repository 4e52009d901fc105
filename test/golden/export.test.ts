import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unattended } from '@shared/ipc/operation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { RowQuery } from '../../src/main/database/rows/row-window';
import { exportDataset } from '../../src/main/export/export-dataset';
import { exportKpis } from '../../src/main/export/export-kpis';
import { answers } from './answers';
import { crmWorkspace } from './crm-workspace';

const allDeals: RowQuery = { dataset: 'opportunities', sort: [], filter: [], search: '' };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function workbook(name: string) {
  return { path: join(folder, name), format: 'xlsx', language: 'en', locale: 'en-GB' } as const;
}

function textFile(name: string) {
  return { path: join(folder, name), format: 'csv', language: 'nb', locale: 'nb-NO' } as const;
}

function rowsOf(path: string): Record<string, string | number>[] {
  const book = read(readFileSync(path));
  const [name = ''] = book.SheetNames;
  return utils.sheet_to_json(book.Sheets[name] ?? {});
}

describe('an export of a year of CRM deals', () => {
  it('holds every deal, with amounts that add up to the known bookings', async () => {
    const { path, rows } = await exportDataset(
      await crmWorkspace(),
      allDeals,
      workbook('deals.xlsx'),
      unattended,
    );
    const deals = rowsOf(path);
    expect(rows).toBe(deals.length);
    const won = deals.filter((deal) => deal.Stage === 'Won');
    expect(won).toHaveLength(answers.crm.won);
    expect(won.reduce((sum, deal) => sum + Number(deal.Amount), 0)).toBe(answers.crm.bookings);
  });

  it('holds the deals that a search finds, in the order asked for, in Norwegian', async () => {
    const query: RowQuery = {
      ...allDeals,
      sort: [{ field: 'amount', direction: 'descending' }],
      search: 'Anna Snelling',
    };
    const { path, rows } = await exportDataset(
      await crmWorkspace(),
      query,
      textFile('deals.csv'),
      unattended,
    );
    const [headings = [], ...lines] = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(lines).toHaveLength(rows);
    const amounts = lines.map((line) => Number(line[headings.indexOf('Beløp')]));
    expect(amounts).toEqual([...amounts].sort((one, other) => other - one));
  });

  it('holds the KPIs by rep with the known bookings of each', async () => {
    const request = { from: '2017-01-01', to: '2017-12-31', kpis: ['bookings'], by: 'rep' } as const;
    const { path } = await exportKpis(await crmWorkspace(), request, workbook('kpis.xlsx'), unattended);
    const [total, ...reps] = rowsOf(path);
    // Days 42736 and 43100 of Excel's calendar are the first and the last of 2017.
    expect(total).toMatchObject({ Rep: 'All', Value: answers.crm.bookings, From: 42_736, To: 43_100 });
    const found = Object.fromEntries(reps.map((row) => [row.Rep, row.Value]));
    expect(found).toMatchObject(answers.crm.bookings_by_rep);
  });
});
