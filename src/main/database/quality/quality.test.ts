import english from '@shared/language/en/quality.json';
import norwegian from '@shared/language/nb/quality.json';
import { type CellValue, type DatasetId, datasetIds } from '@shared/model/dataset';
import { describe, expect, it } from 'vitest';
import { dumpOf, temporaryWorkspace } from '../../workspace/temporary-workspace.fixture';
import { editRows } from '../rows/edit-rows';
import type { FieldValues } from '../rows/row-rules';
import { RowReader } from '../rows/row-window';
import { duplicateChecks } from './duplicate-checks';
import { mergeRows, mergesOf } from './merge-rows';
import { checksOf } from './quality-checks';
import { QualityReader } from './quality-reader';

const workspace = temporaryWorkspace();

function insert(dataset: DatasetId, ...rows: FieldValues[]): number[] {
  const { insertedIds, problems } = editRows(workspace.session, {
    dataset,
    locale: 'nb-NO',
    edits: [],
    inserts: rows,
  });
  expect(problems).toEqual([]);
  return insertedIds;
}

/** Counts by check. */
function found(dataset: DatasetId): Record<string, number> {
  const { findings } = new QualityReader(workspace.session, () => '2026-06-30').report(dataset);
  return Object.fromEntries(findings.map(({ id, count }) => [id, count]));
}

function rows(dataset: DatasetId, check: string): readonly number[] {
  return new QualityReader(workspace.session, () => '2026-06-30').rows(dataset, check);
}

function cells(dataset: DatasetId, field: string): CellValue[] {
  const query = { dataset, sort: [], filter: [], search: '' };
  return new RowReader(workspace.session).window(query, 0, 100).rows.map((row) => row.cells[field] ?? null);
}

describe('the quality of data', () => {
  it('is found by what is missing, and the same rows are found for the grid', () => {
    const [, second = 0, third = 0] = insert(
      'leads',
      {
        created_on: '2026-01-01',
        name: 'A',
        company: 'B',
        email: 'a@b.no',
        source: 'Web',
        rep: 'R',
        status: 'Ny',
      },
      { created_on: '2026-01-01', name: 'C', company: 'B', source: 'Web', rep: 'R', status: 'Kunde' },
      { created_on: '2026-01-01', name: 'D', company: 'D', email: '', source: 'Web', rep: 'R', status: 'Ny' },
    );
    expect(found('leads')).toEqual({
      'missing.empty.email': 2,
      'missing.convertedWithoutDate.converted_on': 1,
    });
    expect(rows('leads', 'missing.empty.email')).toEqual([second, third]);
    expect(rows('leads', 'missing.convertedWithoutDate.converted_on')).toEqual([second]);
  });

  it('is found by dates and figures that cannot be', () => {
    insert(
      'leads',
      {
        created_on: '2026-05-01',
        converted_on: '2026-04-30',
        name: 'A',
        company: 'B',
        email: 'a@b.no',
        source: 'W',
        rep: 'R',
        status: 'x',
      },
      {
        created_on: '2026-07-01',
        name: 'A',
        company: 'C',
        email: 'a@c.no',
        source: 'W',
        rep: 'R',
        status: 'x',
      },
      {
        created_on: '1926-05-01',
        name: 'A',
        company: 'D',
        email: 'a@d.no',
        source: 'W',
        rep: 'R',
        status: 'x',
      },
    );
    expect(found('leads')).toEqual({
      'range.orderOfDates.converted_on': 1,
      'range.inFuture.created_on': 1,
      'range.longAgo.created_on': 1,
    });
    const deal = {
      deal_id: '1',
      created_on: '2026-01-01',
      amount: 5,
      rep: 'R',
      customer: 'K',
      product: 'P',
      lead_source: 'W',
    };
    insert(
      'opportunities',
      { ...deal, stage: 'Open', closed_on: '2026-05-01' },
      { ...deal, deal_id: '2', stage: 'Closed Won', closed_on: '2026-09-01' },
      { ...deal, deal_id: '3', stage: 'Open', amount: -1 },
    );
    expect(found('opportunities')).toEqual({
      'range.closeDatePassed.closed_on': 1,
      'range.closedInFuture.closed_on': 1,
      'range.negative.amount': 1,
    });
    const order = {
      customer: 'K',
      rep: 'R',
      product: 'P',
      cost: 1,
      ordered_on: '2026-01-01',
      unit_price: 10,
    };
    insert(
      'orders',
      { ...order, order_no: '1', quantity: 2, discount: 5, amount: 15 },
      { ...order, order_no: '2', quantity: 2, discount: 5, amount: 20 },
      { ...order, order_no: '3', quantity: 1, amount: 10, cost: 11 },
    );
    expect(found('orders')).toEqual({ 'range.amountDiffers.amount': 1, 'range.above.cost': 1 });
  });

  it('is found by what is twice there', () => {
    insert(
      'quotas',
      { period: '2026', amount: 1, rep: 'R' },
      { period: '2026', amount: 2, rep: 'R' },
      { period: '2027', amount: 1, rep: 'R' },
    );
    insert(
      'opportunities',
      { deal_id: 'D1', stage: 'Open' },
      { deal_id: 'd1 ', stage: 'Open' },
      { stage: 'Open' },
      { stage: 'Open' },
    );
    const order = { ordered_on: '2026-01-01', amount: 7 };
    insert('orders', order, order, { ...order, amount: 8 });
    expect(found('quotas')['duplicate.same.quotas']).toBe(2);
    expect(found('opportunities')['duplicate.same.opportunities']).toBe(2);
    expect(found('orders')['duplicate.identical.orders']).toBe(2);
  });

  it('is found by names that stand in no list, once there is a list', () => {
    const [sale = 0] = insert('orders', { ordered_on: '2026-01-01', amount: 7, customer: 'Fjord AS' });
    expect(found('orders')).not.toHaveProperty('orphan.undescribed.customers.customer');
    insert('customers', { name: 'Nordvik AS', segment: 'SMB' });
    expect(rows('orders', 'orphan.undescribed.customers.customer')).toEqual([sale]);
    expect(found('customers')['orphan.namedNowhere.name']).toBe(1);
    insert('reps', { name: 'R', team: 'Nord' });
    insert('quotas', { period: '2026', amount: 1, team: 'nord' }, { period: '2026', amount: 1, team: 'Sør' });
    expect(found('quotas')['orphan.teamUnknown.team']).toBe(1);
  });

  it('is judged for e-mail addresses by one fault each', () => {
    const lead = { created_on: '2026-01-01', name: 'A', source: 'W', rep: 'R', status: 'x' };
    insert(
      'leads',
      { ...lead, company: 'A', email: 'a@gmial.com' },
      { ...lead, company: 'B', email: 'b@mailinator.com' },
      { ...lead, company: 'C', email: 'post@firma.no' },
      { ...lead, company: 'D', email: 'kari@firma.no' },
    );
    expect(found('leads')).toEqual({ 'email.typo': 1, 'email.disposable': 1, 'email.role': 1 });
    expect(rows('leads', 'email.typo')).toHaveLength(1);
  });
});

describe('what is looked for', () => {
  it('has a sentence in both languages for every dataset', () => {
    const keys = datasetIds.flatMap((dataset) => [
      ...checksOf(dataset, '2026-06-30').map(({ kind, code }) => `${kind}.${code}`),
      ...duplicateChecks[dataset].map(({ code }) => `duplicate.${code}`),
    ]);
    for (const catalogue of [english, norwegian]) {
      expect(keys.filter((key) => !(key in catalogue))).toEqual([]);
    }
  });
});

describe('merging', () => {
  it('keeps what the row that stays holds, fills what it lacks, and moves what named the others, as one step', () => {
    const [stays = 0, goes = 0] = insert(
      'customers',
      { name: 'Fjord Data AS', segment: 'SMB', 'extra:Orgnr': '1' },
      { name: 'Fjord Data', segment: 'Stor', region: 'Vest', 'extra:Orgnr': '2', 'extra:Fylke': 'Vestland' },
    );
    insert('orders', { ordered_on: '2026-01-01', amount: 7, customer: 'Fjord Data' });
    insert('opportunities', { stage: 'Open', customer: 'Fjord Data' });
    const before = dumpOf(workspace.session.connection);
    expect(mergeRows(workspace.session, 'customers', [{ keep: stays, others: [goes] }])).toBe(1);
    expect(cells('customers', 'name')).toEqual(['Fjord Data AS']);
    expect(cells('customers', 'segment')).toEqual(['SMB']);
    expect(cells('customers', 'region')).toEqual(['Vest']);
    expect(cells('customers', 'extra:Orgnr')).toEqual(['1']);
    expect(cells('customers', 'extra:Fylke')).toEqual(['Vestland']);
    expect(cells('orders', 'customer')).toEqual(['Fjord Data AS']);
    expect(cells('opportunities', 'customer')).toEqual(['Fjord Data AS']);
    workspace.session.undo();
    expect(dumpOf(workspace.session.connection)).toBe(before);
  });

  it('takes the targets of a rep along', () => {
    const [stays = 0, goes = 0] = insert('reps', { name: 'Kari Berg' }, { name: 'Berg, Kari' });
    workspace.session.change({ code: 'target', parameters: { kpi: 'bookings' } }, (recorder) =>
      recorder.insert('targets', { kpi: 'bookings', scope_kind: 'rep', scope_key: 'Berg, Kari', value: 1 }),
    );
    mergeRows(workspace.session, 'reps', [{ keep: stays, others: [goes] }]);
    expect(workspace.session.connection.first('SELECT scope_key FROM targets')?.scope_key).toBe('Kari Berg');
  });

  it('of all that is surely the same leaves what is only alike', () => {
    insert(
      'customers',
      { name: 'Fjord Data AS' },
      { name: 'Fjord Data' },
      { name: 'Nordvik Entreprenør' },
      { name: 'Nordvik Entrepenør' },
    );
    const reader = new QualityReader(workspace.session, () => '2026-06-30');
    const groups = reader.groups('customers', 'duplicate.alike.customers');
    expect(groups.map(({ sure }) => sure)).toEqual([true, false]);
    mergeRows(workspace.session, 'customers', mergesOf(groups.filter(({ sure }) => sure)));
    expect(cells('customers', 'name')).toEqual([
      'Fjord Data AS',
      'Nordvik Entreprenør',
      'Nordvik Entrepenør',
    ]);
  });

  it('of leads is not sure where their addresses differ', () => {
    const lead = { created_on: '2026-01-01', name: 'Ola Lie', company: 'Nordvik Bygg' };
    insert('leads', { ...lead, email: 'ola@nordvik.no' }, { ...lead, email: 'ola.lie@nordvik.no' });
    const sure = () =>
      new QualityReader(workspace.session)
        .groups('leads', 'duplicate.alike.leads')
        .map((group) => group.sure);
    expect(sure()).toEqual([false]);
    insert('leads', { ...lead, name: 'Eva Næss' }, { ...lead, name: 'Næss, Eva', email: 'eva@nordvik.no' });
    expect(sure()).toEqual([false, true]);
  });

  it('refuses a row that is gone, and changes nothing', () => {
    const [one = 0, other = 0] = insert('customers', { name: 'A' }, { name: 'B' });
    expect(() => mergeRows(workspace.session, 'customers', [{ keep: one, others: [other, 99] }])).toThrow(
      'rowMissing',
    );
    expect(cells('customers', 'name')).toEqual(['A', 'B']);
  });
});
