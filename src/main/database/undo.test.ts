import { join } from 'node:path';
import { QuotabenchError } from '@shared/model/error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpOf, temporaryWorkspace } from '../workspace/temporary-workspace.fixture';
import { WorkspaceSession } from '../workspace/workspace-session';
import { deleteRows } from './rows/delete-rows';
import { editRows } from './rows/edit-rows';
import { EntityNames } from './rows/entity-names';

const workspace = temporaryWorkspace();

const name = fc.constantFrom('Anna', 'anna', 'Bjørn', 'Cecilie', 'Åse');
const place = fc.nat(5);
const tables = ['orders', 'reps', 'opportunities', 'quotas'] as const;

const action = fc.oneof(
  fc.record({ kind: fc.constant('order' as const), rep: name, amount: fc.integer({ min: -5, max: 5 }) }),
  fc.record({
    kind: fc.constant('deal' as const),
    stage: fc.constantFrom('Open', 'Won'),
    rep: fc.option(name),
  }),
  fc.record({ kind: fc.constant('rename' as const), row: place, to: name }),
  fc.record({
    kind: fc.constant('edit' as const),
    rows: fc.array(place, { minLength: 1, maxLength: 3 }),
    rep: fc.option(name),
    product: fc.option(fc.constantFrom('A', 'B')),
    extra: fc.option(fc.constantFrom('x', 'y', 7)),
    heading: fc.constantFrom('Kanal', "It's"),
  }),
  fc.record({ kind: fc.constant('win' as const), row: place, date: fc.option(fc.constant('2026-03-01')) }),
  fc.record({
    kind: fc.constant('delete' as const),
    rows: fc.array(place),
    table: fc.constantFrom(...tables),
  }),
  fc.record({ kind: fc.constant('deleteMany' as const), leaving: fc.array(place) }),
  fc.record({ kind: fc.constant('import' as const), reps: fc.array(name, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('target' as const), rep: name, value: fc.nat(3) }),
  fc.record({ kind: fc.constant('fail' as const), rep: name }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;
type Change = Exclude<Action, { kind: 'undo' | 'redo' }>;

/** The id of some row, or one that there is not. */
function idAt(session: WorkspaceSession, table: string, index: number): number {
  const ids = session.connection.tuples(`SELECT id FROM ${table} ORDER BY id`);
  return ids.length === 0 ? 99 : Number(ids[index % ids.length]?.[0]);
}

function edit(session: WorkspaceSession, changes: Omit<Parameters<typeof editRows>[1], 'locale'>): void {
  editRows(session, { locale: 'nb-NO', ...changes });
}

function importOrders(session: WorkspaceSession, reps: readonly string[]): void {
  session.change({ code: 'import', parameters: { source: 'x' } }, (recorder) => {
    const batch = recorder.insert('import_batch', {
      source: 'x',
      sheet: null,
      dataset: 'orders',
      mapping: '[]',
      file_hash: '',
      imported_at: '',
      inserted: 0,
      updated: 0,
      unchanged: 0,
      rejected: 1,
    });
    recorder.insertMany(
      'import_reject',
      ['batch_id', 'row_number', 'reason', 'cells'],
      [[batch, 1, '{}', '[]']],
    );
    const names = new EntityNames(session.connection, recorder, batch);
    function* rows() {
      for (const rep of reps) yield ['2026-02-02', 1, names.findOrCreate('reps', rep), batch];
    }
    const inserted = recorder.insertMany('orders', ['ordered_on', 'amount', 'rep_id', 'batch_id'], rows());
    recorder.update('import_batch', batch, { inserted });
  });
}

function setTarget(session: WorkspaceSession, rep: string, value: number): void {
  session.change({ code: 'target', parameters: { kpi: 'bookings' } }, (recorder) => {
    const known = session.connection.first('SELECT id FROM targets WHERE scope_key = ?', [rep]);
    if (known) recorder.update('targets', known.id ?? null, { value });
    else recorder.insert('targets', { kpi: 'bookings', scope_kind: 'rep', scope_key: rep, value });
  });
}

/** Fails half way, after rows and names have gone in. */
function failing(session: WorkspaceSession, rep: string): void {
  const work = () =>
    session.change({ code: 'import', parameters: { source: 'x' } }, (recorder) => {
      const id = new EntityNames(session.connection, recorder).findOrCreate('reps', rep);
      recorder.insertMany(
        'orders',
        ['ordered_on', 'amount', 'rep_id'],
        [
          ['2026-01-01', 1, id],
          ['2026-01-01', null, id],
        ],
      );
    });
  expect(work).toThrow(/NOT NULL/);
}

function perform(session: WorkspaceSession, change: Change): void {
  switch (change.kind) {
    case 'order':
      edit(session, {
        dataset: 'orders',
        edits: [],
        inserts: [{ ordered_on: '2026-01-01', amount: change.amount, rep: change.rep }],
      });
      break;
    case 'deal':
      edit(session, {
        dataset: 'opportunities',
        edits: [],
        inserts: [{ stage: change.stage, rep: change.rep, closed_on: '2026-01-01' }],
      });
      break;
    case 'rename': {
      const edits = [{ id: idAt(session, 'reps', change.row), field: 'name', value: change.to }];
      edit(session, { dataset: 'reps', edits, inserts: [] });
      break;
    }
    case 'edit': {
      const edits = change.rows.flatMap((row) => {
        const id = idAt(session, 'orders', row);
        return [
          { id, field: 'rep', value: change.rep },
          { id, field: 'product', value: change.product },
          { id, field: `extra:${change.heading}`, value: change.extra },
        ];
      });
      edit(session, { dataset: 'orders', edits, inserts: [] });
      break;
    }
    case 'win': {
      const id = idAt(session, 'opportunities', change.row);
      const edits = [
        { id, field: 'closed_on', value: change.date },
        { id, field: 'stage', value: 'Vunnet' },
      ];
      edit(session, { dataset: 'opportunities', edits, inserts: [] });
      break;
    }
    case 'delete':
      remove(session, change);
      break;
    case 'deleteMany':
      removeMany(session, change.leaving);
      break;
    case 'import':
      importOrders(session, change.reps);
      break;
    case 'target':
      setTarget(session, change.rep, change.value);
      break;
    case 'fail':
      failing(session, change.rep);
  }
}

function remove(session: WorkspaceSession, { table, rows }: Extract<Change, { kind: 'delete' }>): void {
  try {
    deleteRows(
      session,
      table,
      rows.map((row) => idAt(session, table, row)),
    );
  } catch (error) {
    expect(error).toBeInstanceOf(QuotabenchError);
  }
}

/** Deletes all orders but those in some places. */
function removeMany(session: WorkspaceSession, leaving: readonly number[]): void {
  session.change({ code: 'deleteRows', parameters: {} }, (recorder) => {
    const ids = session.connection.tuples('SELECT id FROM orders ORDER BY id').map(([id]) => Number(id));
    recorder.removeMany(
      'orders',
      ids.filter((_, at) => !leaving.includes(at)),
    );
  });
}

/** Does one step and gives by how many states it moved. */
function moveBy(session: WorkspaceSession, step: Action): number {
  if (step.kind === 'undo') return session.undo() === null ? 0 : -1;
  if (step.kind === 'redo') return session.redo() === null ? 0 : 1;
  const { revision } = session;
  perform(session, step);
  return session.revision === revision ? 0 : 1;
}

function expectWhole(session: WorkspaceSession): void {
  expect(session.connection.rows('PRAGMA foreign_key_check')).toEqual([]);
  const counts = Object.entries(session.info().counts);
  const counted = counts.map(([table]) => [
    table,
    session.connection.number(`SELECT count(*) FROM ${table}`),
  ]);
  expect(counts).toEqual(counted);
}

describe('undo and redo', () => {
  it('go back and forth through every state to the last cell, whatever was done', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 30 }), async (steps) => {
        runs += 1;
        const session = await WorkspaceSession.create(join(workspace.folder, `${runs}.qbench`));
        let states = [dumpOf(session.connection)];
        let now = 0;
        for (const step of steps) {
          const moved = moveBy(session, step);
          now += moved;
          const isNew = moved === 1 && step.kind !== 'redo';
          if (isNew) states = [...states.slice(0, now), dumpOf(session.connection)];
          expect(dumpOf(session.connection)).toBe(states[now]);
          expectWhole(session);
        }
        while (session.undo() !== null) now -= 1;
        expect([now, dumpOf(session.connection)]).toEqual([0, states[0]]);
        while (session.redo() !== null) now += 1;
        expect([now, dumpOf(session.connection)]).toEqual([states.length - 1, states.at(-1)]);
        session.close();
      }),
      { numRuns: 80 },
    );
  });

  it('keep the workspace as it was when a step cannot be taken back, and can be tried again', () => {
    const { session } = workspace;
    importOrders(session, ['Anna', 'Bjørn']);
    session.undo();
    const before = dumpOf(session.connection);
    // A row in the way of the import, put there past the history as nothing in the app does.
    session.connection.run("INSERT INTO orders (id, ordered_on, amount) VALUES (2, '2026-01-01', 1)");
    expect(() => session.redo()).toThrow(/UNIQUE/);
    session.connection.run('DELETE FROM orders');
    expect(dumpOf(session.connection)).toBe(before);
    expect(session.redo()).not.toBeNull();
    expect(session.info().counts).toMatchObject({ orders: 2, reps: 2 });
  });

  it('forget what was undone when something new is done', () => {
    const { session } = workspace;
    importOrders(session, ['Anna']);
    session.undo();
    importOrders(session, ['Bjørn']);
    expect(session.redo()).toBeNull();
    expect(session.info().redo).toBeNull();
  });
});
