import type { Filter, FilterCondition } from '@shared/ipc/rows';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryWorkspace } from '../../workspace/temporary-workspace.fixture';
import { deleteRows } from './delete-rows';
import { distinctValues } from './distinct-values';
import { editRows } from './edit-rows';
import { columnsOf } from './row-columns';
import type { FieldValues } from './row-rules';
import { type RowQuery, RowReader } from './row-window';

const workspace = temporaryWorkspace();

function insert(dataset: DatasetId, rows: FieldValues[]) {
  return editRows(workspace.session, { dataset, locale: 'nb-NO', edits: [], inserts: rows });
}

function query(dataset: DatasetId, rest: Partial<RowQuery> = {}): RowQuery {
  return { dataset, sort: [], filter: [], search: '', ...rest };
}

function column(asked: RowQuery, id: string): CellValue[] {
  return new RowReader(workspace.session).window(asked, 0, 1000).rows.map(({ cells }) => cells[id] ?? null);
}

function where(field: string, operator: FilterCondition['operator'], ...values: CellValue[]): Filter {
  return [[{ field, operator, values }]];
}

describe('a window of reps', () => {
  beforeEach(() => {
    insert('reps', [
      { name: 'Øystein', team: 'Nord' },
      { name: 'Åse', team: 'Sør' },
      { name: 'anna', team: 'Nord' },
      { name: 'Bjørn', team: null },
      { name: 'Ærlend', team: 'Sør' },
      { name: 'Ève', team: 'sør' },
      { name: 'Zoé', team: 'nord' },
    ]);
  });

  function names(filter: Filter, search = ''): CellValue[] {
    return column(
      query('reps', { filter, search, sort: [{ field: 'name', direction: 'ascending' }] }),
      'name',
    );
  }

  it('is sorted as Norwegians sort: capitals and accents make no difference, æ, ø and å come last', () => {
    expect(names([])).toEqual(['anna', 'Bjørn', 'Ève', 'Zoé', 'Ærlend', 'Øystein', 'Åse']);
  });

  it('sorts by several columns, keeps the order of entry where they are alike, and puts empty cells last both ways', () => {
    const byTeam = (direction: 'ascending' | 'descending') =>
      column(query('reps', { sort: [{ field: 'team', direction }] }), 'name');
    expect(byTeam('ascending')).toEqual(['Øystein', 'anna', 'Zoé', 'Åse', 'Ærlend', 'Ève', 'Bjørn']);
    expect(byTeam('descending')).toEqual(['Åse', 'Ærlend', 'Ève', 'Øystein', 'anna', 'Zoé', 'Bjørn']);
  });

  it('holds what each filter finds, whatever the capitals', () => {
    expect(names(where('team', 'equals', 'NORD'))).toEqual(['anna', 'Zoé', 'Øystein']);
    expect(names(where('team', 'notEquals', 'Nord'))).toEqual(['Bjørn', 'Ève', 'Ærlend', 'Åse']);
    expect(names(where('team', 'blank'))).toEqual(['Bjørn']);
    expect(names(where('team', 'notBlank'))).toHaveLength(6);
    expect(names(where('name', 'endsWith', 'N'))).toEqual(['Bjørn', 'Øystein']);
    expect(names(where('name', 'startsWith', 'å'))).toEqual(['Åse']);
    expect(names(where('name', 'contains', 'ø'))).toEqual(['Bjørn', 'Øystein']);
    expect(names(where('team', 'notContains', 'ø'))).toEqual(['anna', 'Bjørn', 'Zoé', 'Øystein']);
    expect(names(where('team', 'in', 'Sør', null))).toEqual(['Bjørn', 'Ærlend', 'Åse']);
    expect(names(where('name', 'less', 'c'))).toEqual(['anna', 'Bjørn']);
    expect(names(where('name', 'between', 'Æ', 'Ø'))).toEqual(['Ærlend']);
  });

  it('needs all groups of a filter and any condition of a group', () => {
    const filter: Filter = [
      [
        { field: 'name', operator: 'startsWith', values: ['å'] },
        { field: 'name', operator: 'contains', values: ['jør'] },
      ],
      [{ field: 'team', operator: 'notBlank', values: [] }],
    ];
    expect(names(filter)).toEqual(['Åse']);
  });

  it('is cut out of the whole, which is counted', () => {
    const reader = new RowReader(workspace.session);
    const asked = query('reps', { sort: [{ field: 'name', direction: 'ascending' }] });
    const { rows, total } = reader.window(asked, 1, 2);
    expect([total, rows.map(({ cells }) => cells.name)]).toEqual([7, ['Bjørn', 'Ève']]);
    expect(reader.window(asked, 7, 10)).toEqual({ rows: [], total: 7 });
  });

  it('follows every change of the data', () => {
    const reader = new RowReader(workspace.session);
    const first = () => reader.window(query('reps'), 0, 1).rows.map(({ id, cells }) => [id, cells.name]);
    expect(first()).toEqual([[1, 'Øystein']]);
    deleteRows(workspace.session, 'reps', [1]);
    expect(first()).toEqual([[2, 'Åse']]);
    deleteRows(workspace.session, 'reps', [3]);
    expect(reader.window(query('reps'), 0, 2).rows.map(({ id }) => id)).toEqual([2, 4]);
    workspace.session.undo();
    workspace.session.undo();
    expect(first()).toEqual([[1, 'Øystein']]);
    expect(reader.window(query('reps'), 0, 1).total).toBe(7);
  });

  it('refuses a column that there is not', () => {
    expect(() => names(where('name; DROP TABLE reps', 'blank'))).toThrow(QuotabenchError);
  });
});

describe('a window of rows that name others', () => {
  beforeEach(() => {
    insert('activities', [
      { date: '2026-01-05', rep: 'Østen', type: 'samtale', count: 3 },
      { date: '2026-01-06', rep: 'anna', type: 'møte', count: 1 },
      { date: '2026-01-07', rep: 'Bea', type: 'e-post', count: 20 },
    ]);
    insert('orders', [
      { ordered_on: '2026-01-05', amount: 10, rep: 'Bea' },
      { ordered_on: '2026-01-06', amount: 2 },
      { ordered_on: '2026-01-07', amount: 9, rep: 'anna' },
    ]);
  });

  const amounts = (rest: Partial<RowQuery>) => column(query('orders', rest), 'amount');

  it('shows, sorts and filters them by name', () => {
    const sort = [{ field: 'rep', direction: 'ascending' as const }];
    expect(column(query('activities', { sort }), 'rep')).toEqual(['anna', 'Bea', 'Østen']);
    expect(amounts({ filter: where('rep', 'equals', 'BEA') })).toEqual([10]);
    expect(amounts({ filter: where('rep', 'in', 'Bea', null) })).toEqual([10, 2]);
    expect(amounts({ filter: where('rep', 'notEquals', 'Bea') })).toEqual([2, 9]);
    expect(amounts({ filter: where('rep', 'notContains', 'e') })).toEqual([2, 9]);
    expect(amounts({ filter: where('rep', 'blank') })).toEqual([2]);
    expect(amounts({ filter: where('rep', 'notBlank') })).toEqual([10, 9]);
  });

  it('compares numbers as numbers and dates as dates', () => {
    expect(amounts({ sort: [{ field: 'amount', direction: 'descending' }] })).toEqual([10, 9, 2]);
    expect(amounts({ filter: where('amount', 'greater', 2) })).toEqual([10, 9]);
    expect(amounts({ filter: where('amount', 'between', 2, 9) })).toEqual([2, 9]);
    expect(amounts({ filter: where('ordered_on', 'lessOrEqual', '2026-01-06') })).toEqual([10, 2]);
  });

  it('finds a choice by its name in either language', () => {
    const reps = (search: string) => column(query('activities', { search }), 'rep');
    expect(reps('samtale')).toEqual(['Østen']);
    expect(reps('MEETING')).toEqual(['anna']);
    expect(reps('østen')).toEqual(['Østen']);
  });

  it('is worked out anew when a name that it is sorted by changes, and kept when other cells change', () => {
    const reader = new RowReader(workspace.session);
    const asked = query('orders', { sort: [{ field: 'rep', direction: 'ascending' }] });
    const order = () => reader.window(asked, 0, 10).rows.map(({ cells }) => [cells.rep, cells.amount]);
    expect(order()).toEqual([
      ['anna', 9],
      ['Bea', 10],
      [null, 2],
    ]);
    edit('reps', [{ id: idOf('reps', 'anna'), field: 'name', value: 'Cecilie' }]);
    edit('orders', [{ id: 1, field: 'amount', value: 11 }]);
    expect(order()).toEqual([
      ['Bea', 11],
      ['Cecilie', 9],
      [null, 2],
    ]);
  });

  it('counts the values of a column, those of rows that pass a filter where one is given', () => {
    const values = (rest: object) =>
      distinctValues(workspace.session.connection, {
        dataset: 'orders',
        field: 'rep',
        search: '',
        filter: [],
        limit: 10,
        ...rest,
      });
    expect(values({})).toEqual([
      { value: 'anna', count: 1 },
      { value: 'Bea', count: 1 },
      { value: null, count: 1 },
    ]);
    expect(values({ search: 'BE' })).toEqual([{ value: 'Bea', count: 1 }]);
    expect(values({ filter: where('amount', 'less', 10) })).toEqual([
      { value: 'anna', count: 1 },
      { value: null, count: 1 },
    ]);
    expect(values({ limit: 1 })).toHaveLength(1);
  });
});

function edit(dataset: DatasetId, edits: { id: number; field: string; value: CellValue }[]) {
  return editRows(workspace.session, { dataset, locale: 'nb-NO', edits, inserts: [] });
}

function idOf(dataset: 'reps', name: string): number {
  return workspace.session.connection.number(`SELECT id FROM ${dataset} WHERE name = ?`, [name]);
}

describe('extra columns', () => {
  const headings = ['Kanal', `It's "a.b" $[0]`, '__proto__', 'a\\b', 'Ære, være & "så"', '7'];

  it('are shown, sorted, filtered and searched under any heading', () => {
    for (const heading of headings) {
      const id = `extra:${heading}`;
      insert('leads', [
        { created_on: '2026-01-01', [id]: 'Øst' },
        { created_on: '2026-01-02', [id]: 12 },
        { created_on: '2026-01-03', [id]: 'alfa' },
        { created_on: '2026-01-04', [id]: 9 },
      ]);
      const own = where(id, 'notBlank');
      const sort = [{ field: id, direction: 'ascending' as const }];
      expect(column(query('leads', { filter: own, sort }), id), heading).toEqual([9, 12, 'alfa', 'Øst']);
      expect(column(query('leads', { filter: where(id, 'equals', 'ØST') }), id)).toEqual(['Øst']);
      expect(column(query('leads', { filter: where(id, 'equals', 12) }), id)).toEqual([12]);
      expect(column(query('leads', { filter: where(id, 'in', 9, 'alfa') }), id)).toEqual(['alfa', 9]);
      expect(column(query('leads', { filter: where(id, 'greater', 9) }), id)).toEqual([12]);
      expect(column(query('leads', { filter: where(id, 'between', 'a', 'b') }), id)).toEqual(['alfa']);
      expect(column(query('leads', { filter: own, search: 'ALF' }), id)).toEqual(['alfa']);
      expect(column(query('leads', { filter: own, search: heading }), id)).toEqual([]);
      workspace.session.undo();
    }
  });

  it('come after the fields, in the order in which they came', () => {
    insert('reps', [{ name: 'Anna', 'extra:Zeta': 'x', 'extra:Alfa': 'y' }]);
    const columns = columnsOf(workspace.session.connection, 'reps');
    expect(columns.slice(-2).map(({ id, extraName }) => [id, extraName])).toEqual([
      ['extra:Zeta', 'Zeta'],
      ['extra:Alfa', 'Alfa'],
    ]);
    workspace.session.undo();
    expect(columnsOf(workspace.session.connection, 'reps').at(-1)?.id).toBe('end_date');
  });

  it('find any text that a cell holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        fc.pre(text.trim() !== '');
        insert('benchmarks', [{ kpi: 'x', value: 1, 'extra:Note': `før ${text} etter` }]);
        const { total } = new RowReader(workspace.session).window(
          query('benchmarks', { search: text.trim() }),
          0,
          1,
        );
        workspace.session.undo();
        expect(total).toBe(1);
      }),
    );
  });
});
