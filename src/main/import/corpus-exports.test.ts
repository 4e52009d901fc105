import { join } from 'node:path';
import type { DatasetId } from '@shared/model/dataset';
import { describe, expect, it } from 'vitest';
import { corpus, importDesk } from './import-desk.fixture';
import { inspectSource } from './inspect-source';

const desk = importDesk();

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
        ['2026-01-05', 'call', 12],
        ['2026-01-05', 'email', 30],
        ['2026-01-06', 'meeting', 2],
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
    const { batch, rejects } = await desk.importFile({ path: join(corpus, 'exports', name) });
    expect([batch.dataset, rejects]).toEqual([dataset, []]);
    expect(desk.tuples(sql)).toEqual(expected);
  });

  it('a merged name stands for each of its rows, whatever program wrote it', async () => {
    const sql = 'SELECT r.name, amount FROM orders o LEFT JOIN reps r ON r.id = rep_id ORDER BY o.id';
    await desk.importFile({ path: join(corpus, 'written/merged-names.xlsx') });
    expect(desk.tuples(sql)).toEqual([
      ['Gro', 100],
      ['Gro', 200],
      ['Per', 300],
      ['Per', 400],
    ]);
    for (const extension of ['xlsx', 'xls', 'ods', 'fods']) {
      await desk.importFile({ path: join(corpus, `libreoffice/merged-names.${extension}`) });
    }
    expect(desk.tuples('SELECT count(*), count(rep_id) FROM orders')).toEqual([[20, 20]]);
  });

  it('a percentage is taken off, whatever program wrote it', async () => {
    for (const extension of ['xlsx', 'xls', 'ods', 'fods']) {
      await desk.importFile({ path: join(corpus, `libreoffice/percent-format.${extension}`) });
    }
    expect(desk.tuples('SELECT DISTINCT discount, amount FROM orders ORDER BY 1')).toEqual([
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
      found.push((await desk.importFile({ path, sheet: name })).batch.dataset);
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
