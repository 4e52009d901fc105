import { errorSentence } from '@shared/language/sentence';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import { temporaryWorkspace } from '../../workspace/temporary-workspace.fixture';
import { deleteRows } from './delete-rows';
import { type CellEdit, editRows } from './edit-rows';
import type { FieldValues } from './row-rules';
import { RowReader } from './row-window';

const workspace = temporaryWorkspace();

function edit(dataset: DatasetId, edits: CellEdit[], locale = 'nb-NO') {
  return editRows(workspace.session, { dataset, locale, edits, inserts: [] });
}

function insert(dataset: DatasetId, ...rows: FieldValues[]) {
  return editRows(workspace.session, { dataset, locale: 'nb-NO', edits: [], inserts: rows });
}

/** The id of a row that is inserted. */
function inserted(dataset: DatasetId, row: FieldValues): number {
  const { insertedIds, problems } = insert(dataset, row);
  expect(problems).toEqual([]);
  return insertedIds[0] ?? 0;
}

function cell(dataset: DatasetId, id: number, field: string): CellValue {
  const { rows } = new RowReader(workspace.session).window(
    { dataset, sort: [], filter: [], search: '' },
    0,
    1000,
  );
  return rows.find((row) => row.id === id)?.cells[field] ?? null;
}

describe('typed cells', () => {
  it('are read as a Norwegian and as an Englishman types them', () => {
    const id = inserted('orders', { ordered_on: '23.11.2026', amount: '1 234,50' });
    expect([cell('orders', id, 'ordered_on'), cell('orders', id, 'amount')]).toEqual(['2026-11-23', 1234.5]);
    edit('orders', [{ id, field: 'amount', value: '1,234.75' }], 'en-GB');
    edit('orders', [{ id, field: 'ordered_on', value: '3/4/2026' }], 'en-GB');
    expect([cell('orders', id, 'ordered_on'), cell('orders', id, 'amount')]).toEqual(['2026-04-03', 1234.75]);
  });

  it('take choices and periods under the names that people use', () => {
    const id = inserted('quotas', {
      period: '1. kvartal 2026',
      amount: '100 000',
      team: 'Nord',
      measure: 'Omsetning',
    });
    expect(cell('quotas', id, 'period')).toBe('2026-Q1');
    expect(cell('quotas', id, 'measure')).toBe('revenue');
  });

  it('that are refused say what is wrong and what would be right, in the language of the person', () => {
    const id = inserted('activities', { date: '2026-01-01', rep: 'Anna', type: 'call' });
    const { problems } = edit('activities', [
      { id, field: 'type', value: 'fax' },
      { id, field: 'count', value: '1,5' },
      { id, field: 'date', value: '31.02.2026' },
      { id, field: 'rep', value: ' ' },
      { id: 999, field: 'count', value: 1 },
    ]);
    expect(problems.map(({ reason }) => errorSentence(reason, 'nb'))).toEqual([
      '«fax» er ikke en av Samtale, E-post, Møte.',
      '«1,5» er ikke et helt tall.',
      '«31.02.2026» er ikke en dato. Skriv den slik: 23.11.2026.',
      'Dette feltet kan ikke være tomt.',
      'Rad 999 i «Aktiviteter» finnes ikke lenger.',
    ]);
  });

  it('that are refused stay as they were, and the others are written', () => {
    const id = inserted('opportunities', { stage: 'Prospecting', amount: 10 });
    const { changed, problems } = edit('opportunities', [
      { id, field: 'amount', value: 'mye' },
      { id, field: 'stage', value: 'Vunnet' },
      { id, field: 'closed_on', value: '31.02.2026' },
      { id, field: 'rep', value: 'Anna' },
      { id, field: 'stage', value: '' },
    ]);
    expect(changed).toBe(1);
    expect(problems.map(({ index, reason }) => [index, reason.code])).toEqual([
      [0, 'cellNotNumber'],
      [1, 'closedWithoutDate'],
      [2, 'cellNotDate'],
      [4, 'cellRequired'],
    ]);
    expect(cell('opportunities', id, 'rep')).toBe('Anna');
    expect(cell('opportunities', id, 'stage')).toBe('Prospecting');
  });

  it('of one row are judged together: a deal is won with its date in the same step, in any order', () => {
    const id = inserted('opportunities', { stage: 'Prospecting' });
    const { changed, problems } = edit('opportunities', [
      { id, field: 'stage', value: 'Closed Won' },
      { id, field: 'closed_on', value: '1.2.2026' },
    ]);
    expect([changed, problems]).toEqual([2, []]);
    expect(workspace.session.connection.rows('SELECT stage, outcome FROM opportunities')).toEqual([
      { stage: 'Closed Won', outcome: 'won' },
    ]);
    expect(edit('opportunities', [{ id, field: 'closed_on', value: '' }]).problems[0]?.reason.code).toBe(
      'closedWithoutDate',
    );
  });

  it('may not put an end before its start', () => {
    const id = inserted('reps', { name: 'Anna', start_date: '2026-02-01' });
    const { problems } = edit('reps', [{ id, field: 'end_date', value: '31.1.2026' }]);
    expect(problems.map(({ reason }) => reason.code)).toEqual(['endBeforeStart']);
    const moved = edit('reps', [
      { id, field: 'end_date', value: '31.1.2026' },
      { id, field: 'start_date', value: '1.1.2026' },
    ]);
    expect(moved.problems).toEqual([]);
  });

  it('that hold what they held are no change and no step to undo', () => {
    const id = inserted('orders', { ordered_on: '2026-01-01', amount: 5, rep: 'Anna' });
    const { revision } = workspace.session;
    const { changed } = edit('orders', [
      { id, field: 'amount', value: '5,00' },
      { id, field: 'rep', value: 'ANNA' },
    ]);
    expect([changed, workspace.session.revision]).toEqual([0, revision]);
  });

  it('are refused altogether for a field that there is not', () => {
    const id = inserted('reps', { name: 'Anna' });
    expect(() =>
      edit('reps', [
        { id, field: 'team', value: 'Nord' },
        { id, field: 'shoe_size', value: '42' },
      ]),
    ).toThrow(QuotabenchError);
    expect(cell('reps', id, 'team')).toBeNull();
  });
});

describe('new rows', () => {
  it('take their defaults', () => {
    const activity = inserted('activities', { date: '2026-01-01', rep: 'Anna', type: 'call' });
    expect(cell('activities', activity, 'count')).toBe(1);
    const quota = inserted('quotas', { period: '2026', amount: 1, rep: 'Anna' });
    expect(cell('quotas', quota, 'measure')).toBe('bookings');
  });

  it('with a cell at fault are left out, and each such cell is named', () => {
    const { insertedIds, problems } = insert(
      'orders',
      { ordered_on: 'i går', amount: 'mye' },
      { ordered_on: '2026-01-01', amount: 5 },
      { ordered_on: '2026-01-01', quantity: 5 },
    );
    expect(insertedIds).toHaveLength(1);
    expect(problems.map(({ index, kind, field, reason }) => [index, kind, field, reason.code])).toEqual([
      [0, 'insert', 'ordered_on', 'cellNotDate'],
      [0, 'insert', 'amount', 'cellNotNumber'],
      [2, 'insert', 'amount', 'amountMissing'],
    ]);
  });

  it('create the reps, products and customers that they name, in the same step', () => {
    inserted('orders', {
      ordered_on: '2026-01-01',
      amount: 5,
      rep: 'Anna',
      customer: 'Fjord AS',
      product: 'A',
    });
    inserted('orders', { ordered_on: '2026-01-01', amount: 5, rep: ' anna ' });
    expect(workspace.session.info().counts).toMatchObject({ reps: 1, products: 1, customers: 1, orders: 2 });
    workspace.session.undo();
    workspace.session.undo();
    expect(workspace.session.info().counts).toMatchObject({ reps: 0, products: 0, customers: 0, orders: 0 });
  });
});

describe('the amount of an order', () => {
  const amountAfter = (row: FieldValues, ...edits: [field: string, value: CellValue][]) => {
    const id = inserted('orders', { ordered_on: '2026-01-01', ...row });
    edit(
      'orders',
      edits.map(([field, value]) => ({ id, field, value })),
    );
    return cell('orders', id, 'amount');
  };

  it('is quantity × unit price − discount where it is not given', () => {
    expect(amountAfter({ quantity: 3, unit_price: '0,1' })).toBe(0.3);
    expect(amountAfter({ quantity: '3', unit_price: '1 234,50', discount: '3,50' })).toBe(3700);
  });

  it('follows quantity, price and discount while it is what they make', () => {
    const row = { quantity: 3, unit_price: 100, discount: 10 };
    expect(amountAfter(row, ['quantity', 4])).toBe(390);
    expect(amountAfter(row, ['unit_price', '50'], ['discount', ''])).toBe(150);
    expect(amountAfter({ ...row, amount: 290 }, ['quantity', 1])).toBe(90);
  });

  it('that was given otherwise stays as it was given', () => {
    expect(amountAfter({ quantity: 3, unit_price: 100, amount: 250 }, ['quantity', 4])).toBe(250);
    expect(amountAfter({ quantity: 3, unit_price: 100 }, ['quantity', 4], ['amount', 350])).toBe(350);
  });

  it('is worked out again when it is wiped, and refused where it cannot be', () => {
    expect(amountAfter({ quantity: 3, unit_price: 100, amount: 250 }, ['amount', ''])).toBe(300);
    expect(amountAfter({ amount: 250 }, ['amount', ''])).toBe(250);
    expect(amountAfter({ quantity: 3, unit_price: 100 }, ['unit_price', ''])).toBe(300);
  });
});

describe('names', () => {
  it('are unique among reps, products and customers, whatever the capitals', () => {
    inserted('products', { name: 'Årsavtale' });
    const { problems } = insert('products', { name: 'ÅRSAVTALE' }, { name: 'B' }, { name: 'b' });
    expect(problems.map(({ index, reason }) => [index, reason.code])).toEqual([
      [0, 'nameTaken'],
      [2, 'nameTaken'],
    ]);
  });

  it('may change their capitals, and go on in the rows that name them', () => {
    inserted('orders', { ordered_on: '2026-01-01', amount: 5, rep: 'anna' });
    expect(edit('reps', [{ id: 1, field: 'name', value: 'Anna' }]).problems).toEqual([]);
    expect(cell('orders', 1, 'rep')).toBe('Anna');
  });

  it('that change take the targets set for them along, in the same step', () => {
    inserted('reps', { name: 'Anna' });
    const { session } = workspace;
    const target = { kpi: 'bookings', scope_kind: 'rep', scope_key: 'Anna', period: '2026', value: 5 };
    session.change({ code: 'target', parameters: { kpi: 'bookings' } }, (recorder) =>
      recorder.insert('targets', target),
    );
    edit('reps', [{ id: 1, field: 'name', value: 'Anna Berg' }]);
    expect(session.connection.first('SELECT scope_key FROM targets')?.scope_key).toBe('Anna Berg');
    session.undo();
    expect(session.connection.first('SELECT scope_key FROM targets')?.scope_key).toBe('Anna');
  });

  it('that differ only in capitals and came from elsewhere are not mixed up by the edit of another cell', () => {
    const { session } = workspace;
    session.change({ code: 'import', parameters: { source: 'x' } }, (recorder) => {
      recorder.insertMany('reps', ['name'], [['Anna'], ['anna']]);
      recorder.insertMany('orders', ['ordered_on', 'amount', 'rep_id'], [['2026-01-01', 1, 2]]);
    });
    edit('orders', [{ id: 1, field: 'amount', value: 2 }]);
    expect(cell('orders', 1, 'rep')).toBe('anna');
  });
});

describe('extra cells', () => {
  it('keep numbers numbers, leave text as it was typed, and make their column known', () => {
    const id = inserted('leads', { created_on: '2026-01-01', 'extra:Budsjett': 12, 'extra:Postnr': '0047' });
    edit('leads', [
      { id, field: 'extra:Budsjett', value: '1 500,5' },
      { id, field: 'extra:Postnr', value: '0150' },
      { id, field: 'extra:Ny', value: ' ja ' },
    ]);
    expect(cell('leads', id, 'extra:Budsjett')).toBe(1500.5);
    expect(cell('leads', id, 'extra:Postnr')).toBe('0150');
    expect(cell('leads', id, 'extra:Ny')).toBe('ja');
    expect(workspace.session.connection.tuples('SELECT name FROM extra_column ORDER BY id')).toEqual([
      ['Budsjett'],
      ['Postnr'],
      ['Ny'],
    ]);
  });

  it('go when they are wiped', () => {
    const id = inserted('leads', { created_on: '2026-01-01', 'extra:Budsjett': 12 });
    edit('leads', [{ id, field: 'extra:Budsjett', value: '' }]);
    expect(workspace.session.connection.first('SELECT extra FROM leads')?.extra).toBeNull();
  });
});

describe('deleting', () => {
  it('refuses a product that other rows name, with their number by dataset', () => {
    inserted('orders', { ordered_on: '2026-01-01', amount: 1, product: 'A' });
    inserted('orders', { ordered_on: '2026-01-01', amount: 1, product: 'A' });
    inserted('competitor_prices', { product: 'A', competitor: 'X', price: 1 });
    inserted('products', { name: 'B' });
    const refusal = () => {
      try {
        deleteRows(workspace.session, 'products', [2, 1]);
      } catch (error) {
        return error instanceof QuotabenchError ? errorSentence(error.describe(), 'nb') : error;
      }
      return null;
    };
    expect(refusal()).toBe(
      '«A» kan ikke slettes, fordi andre rader viser til den: Ordrer (2), Konkurrentpriser (1). Endre eller slett de radene først.',
    );
    expect(workspace.session.info().counts.products).toBe(2);
  });

  it('counts the rows that there were', () => {
    const id = inserted('reps', { name: 'Anna' });
    expect(deleteRows(workspace.session, 'reps', [id, 77])).toBe(1);
    expect(workspace.session.info().undo).toEqual({ code: 'deleteRows', parameters: { count: 1 } });
  });
});

describe('the label of a step', () => {
  it('counts what was done', () => {
    const id = inserted('reps', { name: 'Anna' });
    edit('reps', [
      { id, field: 'team', value: 'Nord' },
      { id, field: 'region', value: 'Øst' },
      { id, field: 'email', value: 'anna' },
    ]);
    expect(workspace.session.info().undo).toEqual({ code: 'editCell', parameters: { count: 2 } });
  });
});
