import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ImportBatch, ImportPlan, Reject, SourceSelection } from '@shared/ipc/import';
import type { DatasetId } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../workspace/workspace-session';
import { inspectSource } from './inspect-source';
import { runImport } from './run-import';

const corpus = resolve(import.meta.dirname, '../../../test/corpus');
const job = { progress: () => undefined, breathe: async () => undefined };

let folder: string;
let session: WorkspaceSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-corpus-'));
  session = await WorkspaceSession.create(join(folder, 'corpus.qbench'));
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

async function importFile(selection: SourceSelection): Promise<{ batch: ImportBatch; rejects: Reject[] }> {
  const { sheet, headerRow, dataset, locale, dateOrder, columns } = await inspectSource(selection);
  const plan: ImportPlan = { ...selection, sheet, headerRow, dataset, locale, dateOrder, columns, key: [] };
  return runImport(session, plan, job);
}

async function refusalOf(path: string): Promise<string> {
  try {
    await importFile({ path });
  } catch (error) {
    if (error instanceof QuotabenchError) return error.code;
    throw error;
  }
  return 'imported';
}

function tuples(sql: string): unknown[][] {
  return session.connection.tuples(sql).map((row) => [...row]);
}

/** What is stored of orders, as day and amount. */
function orders(): unknown[][] {
  return tuples('SELECT ordered_on, amount FROM orders ORDER BY id');
}

const [fifth, sixth, seventh, eighth, ninth] = [5, 6, 7, 8, 9].map((day) => `2026-01-0${day}`);

describe('orders of a text file are read with the right day and amount', () => {
  // Day and amount as a person reads them in the file.
  const files: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
    [
      'ordrer-windows-1252.csv',
      [
        [fifth, 12345],
        [sixth, -2469],
        [seventh, 297],
      ],
    ],
    [
      'rapport-med-tittel-og-sum.csv',
      [
        [fifth, 1000],
        [sixth, 2000.5],
      ],
    ],
    [
      'tall-med-alle-mellomrom.csv',
      [
        [fifth, 1234.5],
        [sixth, 12345],
        [seventh, -1000],
        [eighth, -500.25],
        [ninth, -300],
      ],
    ],
    [
      'tabulator-utf16.csv',
      [
        [fifth, 1234.5],
        [sixth, 2.5],
      ],
    ],
    [
      'euro-iso-8859-15.csv',
      [
        [fifth, 1234.5],
        [sixth, 2.5],
      ],
    ],
    [
      'euro-windows-1252.csv',
      [
        [fifth, 1234.5],
        [sixth, 2.5],
      ],
    ],
    [
      'tusenskille-punktum.csv',
      [
        [fifth, 1234],
        [sixth, 12345],
        [seventh, 999],
      ],
    ],
    [
      'thousands-commas.csv',
      [
        [fifth, 1234],
        [sixth, 12345],
        [seventh, 999],
      ],
    ],
    [
      'sep-line.csv',
      [
        [fifth, 1.5],
        [sixth, 2.5],
      ],
    ],
    [
      'quoted-newline.csv',
      [
        [fifth, 100],
        [sixth, 200],
      ],
    ],
    [
      'pipe.txt',
      [
        [fifth, 100.5],
        [sixth, 200],
      ],
    ],
    [
      'classic-mac-line-ends.csv',
      [
        [fifth, 100],
        [sixth, 200],
      ],
    ],
    [
      'american-dates.csv',
      [
        [fifth, 100],
        ['2026-12-31', 1200],
        ['2026-03-04', -50],
      ],
    ],
    [
      'maanedsnavn.csv',
      [
        [fifth, 1.5],
        ['2026-05-06', 2],
        ['2026-12-17', 3],
      ],
    ],
    [
      'dag-maaned-aar.csv',
      [
        [fifth, 1.5],
        ['2026-05-26', 2],
      ],
    ],
    [
      'blank-columns.csv',
      [
        [fifth, 1.5],
        [sixth, 2.5],
      ],
    ],
    [
      'same-heading-twice.csv',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'prototype-headings.csv',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'total-and-remark.csv',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'fakturaer.csv',
      [
        [fifth, 10000],
        [sixth, 8000],
      ],
    ],
    [
      'shopify-orders.csv',
      [
        [fifth, 100],
        [sixth, 50],
      ],
    ],
  ];

  it.each(files)('%s', async (name, expected) => {
    const { batch, rejects } = await importFile({ path: join(corpus, 'exports', name) });
    expect([batch.dataset, rejects]).toEqual(['orders', []]);
    expect(orders()).toEqual(expected);
  });
});

describe('orders of a workbook are read with the right day and amount', () => {
  const files: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
    [
      'title-and-totals.xlsx',
      [
        [fifth, 1000.5],
        [sixth, 2000],
      ],
    ],
    [
      'group-headings.xlsx',
      [
        [fifth, 100],
        [sixth, 200],
      ],
    ],
    [
      'date-1904.xlsx',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'date-1904.xls',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'hidden-sheet-first.xlsx',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'table-in-the-middle.xlsx',
      [
        [fifth, 1],
        [sixth, 2],
      ],
    ],
    [
      'currency-format.xlsx',
      [
        [fifth, 1234.5],
        [sixth, 99],
      ],
    ],
    [
      'ordrer.xls',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'ordrer.xlsb',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'ordrer.ods',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'ordrer.fods',
      [
        [fifth, 1234.5],
        [sixth, -99.25],
      ],
    ],
    [
      'html-utf-8.xls',
      [
        [fifth, 1234.5],
        [sixth, 2000],
      ],
    ],
    [
      'html-windows-1252.xls',
      [
        [fifth, 1234.5],
        [sixth, 2000],
      ],
    ],
    [
      'tabs.xls',
      [
        [fifth, 1234.5],
        [sixth, 2],
      ],
    ],
    [
      'semicolons.xlsx',
      [
        [fifth, 1234.5],
        [sixth, 2],
      ],
    ],
    ['spreadsheetml.xls', [[fifth, 1234.5]]],
    ['workbook.csv', [[fifth, 5]]],
    [
      'inline-texts.xlsx',
      [
        [fifth, 1234.5],
        [sixth, 2],
      ],
    ],
    ['rich-texts.xlsx', [[fifth, 5]]],
    ['cells-without-references.xlsx', [[fifth, 5]]],
    ['iso-dates.xlsx', [[fifth, 2]]],
    ['prefixed-elements.xlsx', [[fifth, 5]]],
    ['absolute-target.xlsx', [[fifth, 5]]],
    ['other-part-name.xlsx', [[fifth, 5]]],
    ['no-styles.xlsx', [[fifth, 5]]],
    ['cdata.xlsx', [[fifth, 5]]],
    ['xml-comment.xlsx', [[fifth, 5]]],
    ['date1904.xlsx', [[fifth, 5]]],
    ['not-compressed.xlsx', [[fifth, 5]]],
    ['streamed-zip.xlsx', [[fifth, 5]]],
    [
      'rows-out-of-order.xlsx',
      [
        [fifth, 5],
        [sixth, 6],
      ],
    ],
    ['chartsheet.xlsx', [[fifth, 5]]],
    ['utf-16-sheet.xlsx', [[fifth, 5]]],
    ['path-traversal.xlsx', [[fifth, 5]]],
    ['last-row.xlsx', [[fifth, 5]]],
  ];

  it.each(files)('%s', async (name, expected) => {
    const { batch, rejects } = await importFile({ path: join(corpus, 'written', name) });
    expect([batch.dataset, rejects]).toEqual(['orders', []]);
    expect(orders()).toEqual(expected);
  });
});

describe('the exports of CRMs and spreadsheets are understood', () => {
  const deals =
    'SELECT outcome, amount, created_on, closed_on, r.name FROM opportunities o LEFT JOIN reps r ON r.id = rep_id ORDER BY o.id';
  const leads = 'SELECT created_on, name, status, converted_on FROM leads ORDER BY id';
  const quotas = 'SELECT period, amount FROM quotas ORDER BY id';
  const changes = 'SELECT deal, stage, entered_on FROM stage_changes ORDER BY id';
  const files: readonly (readonly [string, DatasetId, string, readonly (readonly unknown[])[]])[] = [
    [
      'avtaler.csv',
      'opportunities',
      deals,
      [
        ['won', 125000, '2026-01-03', '2026-02-27', 'Per Ås'],
        ['lost', 80000, '2026-01-04', '2026-03-16', 'Per Ås'],
        ['open', 1250000.5, '2026-02-05', null, 'Gro Li'],
      ],
    ],
    [
      'salesforce-opportunities.csv',
      'opportunities',
      deals,
      [
        ['won', 100000, '2026-01-02', '2026-01-31', 'Ann Lee'],
        ['lost', 50000, '2026-01-05', '2026-02-15', 'Bob Ray'],
        ['open', 10000, '2026-03-05', '2026-04-15', 'Bob Ray'],
      ],
    ],
    [
      'salesforce-opportunity-history.csv',
      'stage_changes',
      changes,
      [
        ['Acme - 100 widgets', 'Prospecting', '2026-01-02'],
        ['Acme - 100 widgets', 'Proposal/Price Quote', '2026-01-15'],
        ['Acme - 100 widgets', 'Closed Won', '2026-01-31'],
      ],
    ],
    [
      'hubspot-stages-entered.csv',
      'stage_changes',
      changes,
      [
        ['12345678901', 'Appointment Scheduled (Sales Pipeline)', '2026-01-02'],
        ['12345678901', 'Contract Sent (Sales Pipeline)', '2026-01-20'],
        ['12345678902', 'Appointment Scheduled (Sales Pipeline)', '2026-01-05'],
      ],
    ],
    [
      'fasehistorikk.csv',
      'stage_changes',
      changes,
      [
        ['Fjordkraft', 'Kvalifisering', '2026-01-02'],
        ['Fjordkraft', 'Tilbud sendt', '2026-01-16'],
        ['Nordlys', 'Kvalifisering', '2026-01-05'],
      ],
    ],
    [
      'pipedrive-stage-changes.csv',
      'stage_changes',
      changes,
      [
        ['11', 'Proposal Made', '2026-01-15'],
        ['12', 'Demo Scheduled', '2026-02-03'],
      ],
    ],
    [
      'salesforce-report.csv',
      'opportunities',
      deals,
      [
        ['won', 100, null, '2026-01-31', 'Ann Lee'],
        ['lost', 50, null, '2026-02-15', 'Bob Ray'],
      ],
    ],
    [
      'hubspot-deals.csv',
      'opportunities',
      deals,
      [
        ['won', 100000, '2026-01-02', '2026-01-31', 'Ann Lee (ann@x.com)'],
        ['lost', 50000, '2026-01-05', '2026-02-15', 'Bob Ray (bob@x.com)'],
        ['open', null, '2026-01-05', null, 'Bob Ray (bob@x.com)'],
      ],
    ],
    [
      'zoho-deals.csv',
      'opportunities',
      deals,
      [
        ['won', 100000, '2026-01-02', '2026-01-31', 'Ann Lee'],
        ['lost', 50000, '2026-01-05', '2026-02-15', 'Ann Lee'],
        ['open', 5000, '2026-01-07', '2026-05-15', 'Ann Lee'],
      ],
    ],
    [
      'pipedrive-deals.csv',
      'opportunities',
      deals,
      [
        ['won', 100000, '2026-01-02', '2026-01-31', 'Ann Lee'],
        ['lost', 50000, '2026-01-05', '2026-02-15', 'Bob Ray'],
        ['open', 5000, '2026-01-07', null, 'Bob Ray'],
      ],
    ],
    [
      'superoffice-salg.csv',
      'opportunities',
      deals,
      [
        ['won', 125000, '2026-01-03', '2026-02-27', 'Per Ås'],
        ['lost', 80000, '2026-01-04', '2026-03-16', 'Per Ås'],
        ['open', 50000, '2026-02-05', '2026-06-30', 'Gro Li'],
      ],
    ],
    [
      'dynamics-opportunities.csv',
      'opportunities',
      deals,
      [
        ['won', 100000, '2026-01-02', '2026-01-31', 'Ann Lee'],
        ['lost', 50000, '2026-01-05', '2026-02-15', 'Bob Ray'],
      ],
    ],
    [
      'leads-norsk.csv',
      'leads',
      leads,
      [
        ['2026-02-01', 'Ola Nordmann', 'Kvalifisert', null],
        ['2026-02-02', 'Kari Hansen', 'Konvertert', '2026-02-14'],
        ['2026-02-03', 'Per Olsen', 'Ny', null],
      ],
    ],
    [
      'converted-flag.csv',
      'leads',
      leads,
      [
        ['2026-01-05', 'A', 'Not converted', null],
        ['2026-01-06', 'B', 'Converted', null],
      ],
    ],
    [
      'salesforce-leads.csv',
      'leads',
      leads,
      [
        ['2026-01-02', 'Jo Do', 'Closed - Converted', '2026-01-20'],
        ['2026-01-13', 'Al Po', 'Open - Not Contacted', null],
      ],
    ],
    [
      'hubspot-contacts.csv',
      'leads',
      leads,
      [
        ['2026-01-01', 'Jo Do', 'Connected', '2026-02-02'],
        ['2026-01-03', 'Al Po', 'New', null],
      ],
    ],
    [
      'pipl-ai-leads.csv',
      'leads',
      leads,
      [
        ['2026-01-02', 'Jo Do', 'Yes', null],
        ['2026-01-03', 'Al Po', 'No', null],
      ],
    ],
    [
      'crunchbase-companies.csv',
      'customers',
      'SELECT name, segment, region, industry FROM customers ORDER BY id',
      [
        ['Acme', '11-50', 'Oslo, Oslo, Norway', 'Software, SaaS'],
        ['Globex', '51-100', 'Bergen, Hordaland, Norway', 'Energy'],
      ],
    ],
    [
      'pitchbook-companies.csv',
      'customers',
      'SELECT name, region, industry FROM customers ORDER BY id',
      [
        ['Acme', 'Oslo, Norway', 'Information Technology'],
        ['Globex', 'Bergen, Norway', 'Energy'],
      ],
    ],
    [
      'aktiviteter.csv',
      'activities',
      'SELECT date, type, count FROM activities ORDER BY id',
      [
        [fifth, 'call', 12],
        [fifth, 'email', 30],
        [sixth, 'meeting', 2],
      ],
    ],
    [
      'hubspot-activities.csv',
      'activities',
      'SELECT date, type, count FROM activities ORDER BY id',
      [
        ['2026-01-02', 'call', 1],
        ['2026-01-02', 'call', 1],
        ['2026-01-03', 'meeting', 1],
      ],
    ],
    [
      'kvoter-maaneder.csv',
      'quotas',
      quotas,
      [
        ['2026-01', 100000],
        ['2026-02', 110000],
        ['2026-01', 90000],
      ],
    ],
    [
      'quotas-year-and-quarter.csv',
      'quotas',
      quotas,
      [
        ['2026-Q1', 100000],
        ['2026-Q2', 120000],
      ],
    ],
    [
      'kvoter-aar-og-maaned.csv',
      'quotas',
      quotas,
      [
        ['2026-01', 1000],
        ['2026-02', 1100],
      ],
    ],
    [
      'kvoter-uker.csv',
      'quotas',
      quotas,
      [
        ['2026-W12', 1000],
        ['2026-W13', 1100],
      ],
    ],
    [
      'konkurrentpriser.csv',
      'competitor_prices',
      'SELECT competitor, price, observed_on FROM competitor_prices ORDER BY id',
      [
        ['Lerøy', 1199, '2026-02-01'],
        ['Mowi', 1299.9, '2026-02-01'],
      ],
    ],
    // 10 × 100 less 10 %; the amount of the second file's second line, 360, is what is left of 5 × 80 after 10 %.
    [
      'rabatt-prosent.csv',
      'orders',
      'SELECT discount, amount FROM orders ORDER BY id',
      [
        [100, 900],
        [0, 100],
      ],
    ],
    [
      'ordrelinjer-rabattprosent.csv',
      'orders',
      'SELECT discount, amount FROM orders ORDER BY id',
      [
        [0, 1000],
        [40, 360],
      ],
    ],
    // 14.62 is what was paid after 20 % off 18.275.
    [
      'discount-fractions.csv',
      'orders',
      'SELECT discount, amount FROM orders ORDER BY id',
      [
        [0, 261.96],
        [3.655, 14.62],
      ],
    ],
    [
      'words-for-nothing.csv',
      'orders',
      'SELECT amount, rep_id FROM orders ORDER BY id',
      [
        [1, null],
        [2, null],
        [3, null],
      ],
    ],
  ];

  it.each(files)('%s', async (name, dataset, sql, expected) => {
    const { batch, rejects } = await importFile({ path: join(corpus, 'exports', name) });
    expect([batch.dataset, rejects]).toEqual([dataset, []]);
    expect(tuples(sql)).toEqual(expected);
  });

  it('a merged name stands for each of its rows, whatever program wrote it', async () => {
    const sql = 'SELECT r.name, amount FROM orders o LEFT JOIN reps r ON r.id = rep_id ORDER BY o.id';
    await importFile({ path: join(corpus, 'written/merged-names.xlsx') });
    expect(tuples(sql)).toEqual([
      ['Gro', 100],
      ['Gro', 200],
      ['Per', 300],
      ['Per', 400],
    ]);
    for (const extension of ['xlsx', 'xls', 'ods', 'fods']) {
      await importFile({ path: join(corpus, `libreoffice/merged-names.${extension}`) });
    }
    expect(tuples('SELECT count(*), count(rep_id) FROM orders')).toEqual([[20, 20]]);
  });

  it('a percentage is taken off, whatever program wrote it', async () => {
    for (const extension of ['xlsx', 'xls', 'ods', 'fods']) {
      await importFile({ path: join(corpus, `libreoffice/percent-format.${extension}`) });
    }
    expect(tuples('SELECT DISTINCT discount, amount FROM orders ORDER BY 1')).toEqual([
      [0, 100],
      [100, 900],
    ]);
  });

  it('ten sheets become ten datasets', async () => {
    const path = join(corpus, 'libreoffice/ten-datasets.ods');
    const { sheets } = await inspectSource({ path });
    // The first sheet is prose: the one that is proposed is the first that is a dataset.
    expect((await inspectSource({ path })).sheet).toBe('Selgere');
    const found: string[] = [];
    for (const { name } of sheets.slice(1))
      found.push((await importFile({ path, sheet: name })).batch.dataset);
    expect(found).toEqual([
      'reps',
      'products',
      'customers',
      'opportunities',
      'orders',
      'leads',
      'activities',
      'quotas',
      'competitor_prices',
      'benchmarks',
    ]);
  });
});

describe('rows that cannot be read are named', () => {
  const files: readonly (readonly [string, number, readonly (readonly unknown[])[]])[] = [
    [
      'exports/celler-med-feil.csv',
      3,
      [
        [2, 'Ordredato', '31.02.2026', 'cellNotDate'],
        [3, 'Beløp', 'mye', 'cellNotNumber'],
        [6, 'Beløp', '#I/T', 'cellIsError'],
      ],
    ],
    ['exports/ragged.csv', 2, [[3, 'Amount', null, 'amountMissing']]],
    [
      'written/formula-errors.xlsx',
      4,
      [
        [3, 'Amount', '#DIV/0!', 'cellIsError'],
        [5, 'Order Date', '#VALUE!', 'cellIsError'],
      ],
    ],
    [
      'libreoffice/formula-errors.ods',
      4,
      [
        [3, 'Amount', '#DIV/0!', 'cellIsError'],
        [5, 'Order Date', '#VALUE!', 'cellIsError'],
      ],
    ],
    ['written/dates-of-three-kinds.xlsx', 3, [[5, 'Dato', '', 'cellRequired']]],
    [
      'written/dates-beyond-calendar.xlsx',
      1,
      [
        [2, 'Ordredato', '-5', 'cellNotDate'],
        [4, 'Ordredato', '2958466', 'cellNotDate'],
      ],
    ],
    [
      'written/formula-texts.xlsx',
      1,
      [
        [3, 'Beløp', '#DIV/0!', 'cellIsError'],
        [4, 'Beløp', null, 'amountMissing'],
      ],
    ],
  ];

  it.each(files)('%s', async (name, inserted, expected) => {
    const { batch, rejects } = await importFile({ path: join(corpus, name) });
    expect(batch.inserted).toBe(inserted);
    expect(rejects.map(({ row, column, value, reason }) => [row, column, value, reason.code])).toEqual(
      expected,
    );
  });

  it('even where no cell of a needed column can be read', async () => {
    const path = join(folder, 'one.csv');
    writeFileSync(path, 'Order date,Customer,Amount\nsoon,A,5\n');
    const { rejects } = await importFile({ path });
    expect(rejects).toMatchObject([
      { row: 2, column: 'Order date', value: 'soon', reason: { code: 'cellNotDate' } },
    ]);
  });
});

describe('what is left out is said', () => {
  it.each([
    ['exports/total-and-remark.csv', ['noteTotalsLeftOut', 'noteRemarksLeftOut']],
    ['exports/salesforce-report.csv', ['noteRemarksLeftOut']],
    ['exports/ambiguous-dates.csv', ['noteDayFirst']],
    ['written/title-and-totals.xlsx', ['noteTitleRows', 'noteTotalsLeftOut']],
  ])('%s', async (name, codes) => {
    const { notes } = await inspectSource({ path: join(corpus, name) });
    expect(notes.map(({ code }) => code)).toEqual(codes);
  });
});

describe('files that hold no table are refused by name, and nothing is half in', () => {
  it.each([
    ['json.csv', 'sourceNotTable'],
    ['pdf.xlsx', 'sourceNotText'],
    ['web-page.csv', 'sourceDamaged'],
    ['quote-not-closed.csv', 'quoteNotClosed'],
    ['row-beyond-limits.xlsx', 'sourceDamaged'],
    ['half-a-file.xlsx', 'sourceDamaged'],
    ['without-its-end.xlsx', 'sourceDamaged'],
  ])('%s', async (name, code) => {
    expect(await refusalOf(join(corpus, 'written', name))).toBe(code);
    expect([session.revision, tuples('SELECT count(*) FROM import_batch')]).toEqual([0, [[0]]]);
  });

  it('a row of more columns than any spreadsheet has', async () => {
    const path = join(folder, 'wide.csv');
    writeFileSync(path, `${'a,'.repeat(100_000)}\n${'1,'.repeat(100_000)}\n`);
    expect(await refusalOf(path)).toBe('sourceTooWide');
  });
});

describe('the awkward files', () => {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(README\.md|LICENSE\.txt)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));

  it('are at least 120', () => {
    expect(files.length).toBeGreaterThanOrEqual(120);
  });

  it.each(files.map((path) => [path.slice(corpus.length + 1), path]))(
    '%s is read or refused with a reason',
    async (_name, path) => {
      const outcome = await inspectSource({ path }).then(
        (inspection) => inspection.sheet.length > 0,
        (error: unknown) => error instanceof QuotabenchError && error.code !== 'unexpected',
      );
      expect(outcome).toBe(true);
    },
  );
});
