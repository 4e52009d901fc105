import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Filter } from '@shared/ipc/rows';
import { datasetIds } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../../workspace/workspace-session';
import { deleteRows } from './delete-rows';
import { distinctValues } from './distinct-values';
import { editRows } from './edit-rows';
import { type RowQuery, RowReader } from './row-window';

let folder: string;
let session: WorkspaceSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-rows-'));
  session = await WorkspaceSession.create(join(folder, 'rows.qbench'));
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

const nb = 'nb-NO';

function insert(
  dataset: 'reps' | 'orders' | 'opportunities' | 'products',
  rows: Record<string, string | number | null>[],
) {
  return editRows(session, { dataset, locale: nb, edits: [], inserts: rows });
}

function names(filter: Filter, search = '', sort: 'ascending' | 'descending' = 'ascending') {
  const query: RowQuery = { dataset: 'reps', sort: [{ field: 'name', direction: sort }], filter, search };
  return new RowReader(session).window(query, 0, 100).rows.map(({ cells }) => cells.name);
}

/** Everything that the workspace holds. */
function dump(): unknown {
  const tables = [...datasetIds, 'targets', 'scenarios', 'workspace_setting', 'extra_column'];
  return tables.map((table) => [table, session.connection.rows(`SELECT * FROM ${table} ORDER BY 1`)]);
}

describe('a window of rows', () => {
  beforeEach(() => {
    insert('reps', [
      { name: 'Øystein', team: 'Nord' },
      { name: 'Åse', team: 'Sør' },
      { name: 'anna', team: 'Nord' },
      { name: 'Bjørn', team: null },
      { name: 'Ærlend', team: 'Sør' },
    ]);
  });

  it('is sorted as Norwegians sort, whatever the capitals', () => {
    expect(names([])).toEqual(['anna', 'Bjørn', 'Ærlend', 'Øystein', 'Åse']);
    expect(names([], '', 'descending')).toEqual(['Åse', 'Øystein', 'Ærlend', 'Bjørn', 'anna']);
  });

  it('holds what the filter and the search find, in any case of letters', () => {
    expect(names([[{ field: 'team', operator: 'equals', values: ['nord'] }]])).toEqual(['anna', 'Øystein']);
    expect(names([[{ field: 'team', operator: 'blank', values: [] }]])).toEqual(['Bjørn']);
    expect(names([[{ field: 'name', operator: 'endsWith', values: ['N'] }]])).toEqual(['Bjørn', 'Øystein']);
    expect(names([[{ field: 'team', operator: 'in', values: ['Sør', null] }]])).toEqual([
      'Bjørn',
      'Ærlend',
      'Åse',
    ]);
    expect(names([], 'ØYST')).toEqual(['Øystein']);
    expect(
      names([
        [
          { field: 'name', operator: 'startsWith', values: ['å'] },
          { field: 'name', operator: 'contains', values: ['jør'] },
        ],
      ]),
    ).toEqual(['Bjørn', 'Åse']);
  });

  it('is cut out of the whole, which is counted', () => {
    const reader = new RowReader(session);
    const query: RowQuery = {
      dataset: 'reps',
      sort: [{ field: 'name', direction: 'ascending' }],
      filter: [],
      search: '',
    };
    const { rows, total } = reader.window(query, 1, 2);
    expect([total, rows.map(({ cells }) => cells.name)]).toEqual([5, ['Bjørn', 'Ærlend']]);
  });

  it('counts the values of a column', () => {
    expect(distinctValues(session.connection, 'reps', 'team', '', 10)).toEqual([
      { value: 'Nord', count: 2 },
      { value: 'Sør', count: 2 },
      { value: null, count: 1 },
    ]);
  });

  it('refuses a column that there is not', () => {
    expect(() => names([[{ field: 'name; DROP TABLE reps', operator: 'blank', values: [] }]])).toThrow(
      QuotabenchError,
    );
  });
});

describe('editing', () => {
  it('reads numbers and dates as a Norwegian types them and works the amount out', () => {
    const { insertedIds } = insert('orders', [
      {
        ordered_on: '23.11.2026',
        customer: 'Fjord AS',
        quantity: '3',
        unit_price: '1 234,50',
        discount: '3,50',
      },
    ]);
    const [id = 0] = insertedIds;
    const order = new RowReader(session).window({ dataset: 'orders', sort: [], filter: [], search: '' }, 0, 1)
      .rows[0];
    expect(order?.cells).toMatchObject({ ordered_on: '2026-11-23', customer: 'Fjord AS', amount: 3700 });
    editRows(session, {
      dataset: 'orders',
      locale: nb,
      edits: [{ id, field: 'quantity', value: '4' }],
      inserts: [],
    });
    expect(session.connection.number('SELECT amount FROM orders')).toBe(4934.5);
  });

  it('leaves an amount that was given alone when the quantity changes', () => {
    const [id = 0] = insert('orders', [
      { ordered_on: '2026-01-01', amount: 500, quantity: 2, unit_price: 300 },
    ]).insertedIds;
    editRows(session, {
      dataset: 'orders',
      locale: nb,
      edits: [{ id, field: 'quantity', value: 3 }],
      inserts: [],
    });
    expect(session.connection.number('SELECT amount FROM orders')).toBe(500);
  });

  it('refuses what is not right with the reason, and writes the rest', () => {
    const [id = 0] = insert('opportunities', [{ stage: 'Prospecting', amount: 10 }]).insertedIds;
    const { changed, problems } = editRows(session, {
      dataset: 'opportunities',
      locale: nb,
      edits: [
        { id, field: 'amount', value: 'mye' },
        { id, field: 'stage', value: 'Vunnet' },
        { id, field: 'closed_on', value: '31.02.2026' },
        { id, field: 'rep', value: 'Anna' },
        { id, field: 'stage', value: '' },
      ],
      inserts: [],
    });
    expect(changed).toBe(1);
    expect(problems.map(({ index, reason }) => [index, reason.code])).toEqual([
      [0, 'cellNotNumber'],
      [1, 'closedWithoutDate'],
      [2, 'cellNotDate'],
      [4, 'cellRequired'],
    ]);
    expect(session.connection.rows('SELECT name FROM reps')).toEqual([{ name: 'Anna' }]);
  });

  it('keeps the outcome of a deal with its stage', () => {
    const [id = 0] = insert('opportunities', [{ stage: 'Engaging', closed_on: '2026-02-01' }]).insertedIds;
    editRows(session, {
      dataset: 'opportunities',
      locale: nb,
      edits: [{ id, field: 'stage', value: 'Closed Won' }],
      inserts: [],
    });
    expect(session.connection.rows('SELECT stage, outcome FROM opportunities')).toEqual([
      { stage: 'Closed Won', outcome: 'won' },
    ]);
  });

  it('refuses a second rep of the same name', () => {
    insert('reps', [{ name: 'Anna' }]);
    expect(insert('reps', [{ name: 'Anna' }]).problems.map(({ reason }) => reason.code)).toEqual([
      'nameTaken',
    ]);
  });

  it('does not delete a product that orders name', () => {
    insert('orders', [{ ordered_on: '2026-01-01', amount: 1, product: 'A' }]);
    const id = session.connection.number('SELECT id FROM products');
    expect(() => deleteRows(session, 'products', [id])).toThrow(/rowInUse.*1 orders/);
  });

  it('keeps cells of extra columns under any heading', () => {
    const heading = 'extra:It\'s "a.b" $[0] __proto__';
    const [id = 0] = insert('reps', [{ name: 'Anna', [heading]: 'x' }]).insertedIds;
    editRows(session, {
      dataset: 'reps',
      locale: nb,
      edits: [{ id, field: heading, value: 'y' }],
      inserts: [],
    });
    const reader = new RowReader(session);
    const filter: Filter = [[{ field: heading, operator: 'equals', values: ['Y'] }]];
    const { rows } = reader.window(
      { dataset: 'reps', sort: [{ field: heading, direction: 'ascending' }], filter, search: '' },
      0,
      1,
    );
    expect(rows[0]?.cells[heading]).toBe('y');
  });
});

describe('undo and redo', () => {
  const name = fc.constantFrom('Anna', 'Bjørn', 'Cecilie', 'Åse');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), rep: name, amount: fc.integer({ min: -5, max: 5 }) }),
    fc.record({ kind: fc.constant('rename' as const), from: fc.nat(5), to: name }),
    fc.record({
      kind: fc.constant('edit' as const),
      row: fc.nat(5),
      rep: fc.option(name),
      product: fc.option(fc.constantFrom('A', 'B')),
    }),
    fc.record({
      kind: fc.constant('delete' as const),
      row: fc.nat(5),
      table: fc.constantFrom('orders' as const, 'reps' as const),
    }),
    fc.record({ kind: fc.constant('bulk' as const), rows: fc.nat(4) }),
    fc.record({ kind: fc.constant('undo' as const) }),
    fc.record({ kind: fc.constant('redo' as const) }),
  );

  function idAt(table: string, index: number): number {
    const ids = session.connection.tuples(`SELECT id FROM ${table} ORDER BY id`);
    return ids.length === 0 ? -1 : Number(ids[index % ids.length]?.[0]);
  }

  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

  function perform(action: Exclude<Step, { kind: 'undo' | 'redo' }>) {
    switch (action.kind) {
      case 'insert':
        insert('orders', [{ ordered_on: '2026-01-01', amount: action.amount, rep: action.rep }]);
        break;
      case 'rename':
        editRows(session, {
          dataset: 'reps',
          locale: nb,
          edits: [{ id: idAt('reps', action.from), field: 'name', value: action.to }],
          inserts: [],
        });
        break;
      case 'edit': {
        const id = idAt('orders', action.row);
        const edits = [
          { id, field: 'rep', value: action.rep },
          { id, field: 'product', value: action.product },
        ];
        editRows(session, { dataset: 'orders', locale: nb, edits, inserts: [] });
        break;
      }
      case 'delete':
        try {
          deleteRows(session, action.table, [idAt(action.table, action.row)]);
        } catch (error) {
          expect((error as QuotabenchError).code).toBe('rowInUse');
        }
        break;
      case 'bulk': {
        const rows = Array.from({ length: action.rows }, (_, index) => ['2026-02-02', index]);
        session.change({ code: 'import', parameters: { source: 'x' } }, (recorder) =>
          recorder.insertMany('orders', ['ordered_on', 'amount'], rows),
        );
      }
    }
  }

  /** Does one step and gives by how many states it moved. */
  function moveBy(action: Step): number {
    if (action.kind === 'undo') return session.undo() === null ? 0 : -1;
    if (action.kind === 'redo') return session.redo() === null ? 0 : 1;
    const { revision } = session;
    perform(action);
    return session.revision === revision ? 0 : 1;
  }

  it('go back and forth through every state, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        session.close();
        session = await WorkspaceSession.create(join(folder, `${Math.random()}.qbench`));
        let states = [dump()];
        let now = 0;
        for (const action of steps) {
          const moved = moveBy(action);
          now += moved;
          if (moved === 1 && action.kind !== 'redo') states = [...states.slice(0, now), dump()];
          expect(dump()).toEqual(states[now]);
          expect(session.connection.rows('PRAGMA foreign_key_check')).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
