import type { ScenarioCube } from '@shared/scenario/cube';
import { cubeMeasures } from '@shared/scenario/cube';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { SqlRow } from '../connection';
import { anyWorkspace } from '../kpi/any-workspace.fixture';
import { KpiReader } from '../kpi/kpi-reader';
import { kpiWorkspace } from '../kpi/kpi-workspace.fixture';
import { ScenarioBaseReader } from './scenario-base';

const range = { from: '2026-01-01', to: '2026-06-30' };
const tables = ['orders', 'opportunities', 'leads', 'activities'] as const;
type Table = (typeof tables)[number];

const day = fc
  .date({ min: new Date('2024-11-01T00:00:00Z'), max: new Date('2026-09-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cents = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100);
/** Reps 1 to 3, products and customers as far as there are some. */
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 3 });
const some = (count: number) => maybe(fc.integer({ min: 1, max: count }));

const rows: Readonly<Record<Table, fc.Arbitrary<SqlRow>>> = {
  orders: fc.record({
    ordered_on: day,
    amount: cents,
    quantity: maybe(fc.integer({ min: 1, max: 9 })),
    unit_price: maybe(cents),
    discount: maybe(cents),
    cost: maybe(cents),
    rep_id: some(3),
    product_id: some(2),
    customer_id: some(3),
  }),
  opportunities: fc.constantFrom('won', 'lost', 'open').chain((outcome) =>
    fc.record({
      stage: fc.constant(outcome),
      outcome: fc.constant(outcome),
      created_on: maybe(day),
      closed_on: outcome === 'open' ? maybe(day) : day,
      amount: maybe(cents),
      lead_source: maybe(fc.constantFrom('Web', 'Fair', 'New source')),
      rep_id: some(3),
      product_id: some(2),
      customer_id: some(3),
    }),
  ),
  leads: fc.record({
    created_on: day,
    converted_on: maybe(day),
    status: maybe(fc.constantFrom(' Kunde ', 'Open', 'CONVERTED')),
    source: maybe(fc.constantFrom('Web', 'Phone')),
    rep_id: some(3),
  }),
  activities: fc.record({
    date: day,
    type: fc.constantFrom('call', 'email', 'meeting'),
    count: fc.integer({ min: 0, max: 40 }),
    rep_id: fc.integer({ min: 1, max: 3 }),
  }),
};

type Step =
  | { readonly kind: 'insert' | 'change'; readonly table: Table; readonly row: SqlRow; readonly at: number }
  | { readonly kind: 'remove'; readonly table: Table; readonly at: number }
  | { readonly kind: 'removeMany'; readonly table: Table; readonly leaving: readonly number[] }
  | { readonly kind: 'import'; readonly table: Table; readonly rows: readonly SqlRow[] }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'customer'; readonly segment: string }
  | { readonly kind: 'read' };

const steps: fc.Arbitrary<Step> = fc.constantFrom(...tables).chain((table) =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('insert', 'change'),
      table: fc.constant(table),
      row: rows[table],
      at: fc.nat(),
    }),
    fc.record({ kind: fc.constant('remove'), table: fc.constant(table), at: fc.nat() }),
    fc.record({
      kind: fc.constant('removeMany'),
      table: fc.constant(table),
      leaving: fc.array(fc.nat(6), { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('import'),
      table: fc.constant(table),
      rows: fc.array(rows[table], { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constantFrom('undo', 'redo') }),
    fc.record({ kind: fc.constant('customer'), segment: fc.constantFrom('Large', 'New') }),
    fc.constant({ kind: 'read' } as const),
  ),
) as fc.Arbitrary<Step>;

function take(session: WorkspaceSession, step: Step): void {
  const idsIn = (table: Table) =>
    session.connection.rows(`SELECT id FROM ${table} ORDER BY id`).map((row) => Number(row.id));
  const idIn = (table: Table, at: number): number => {
    const ids = idsIn(table);
    return ids[at % ids.length] ?? -1;
  };
  switch (step.kind) {
    case 'undo':
      session.undo();
      return;
    case 'redo':
      session.redo();
      return;
    case 'read':
      return;
    default:
      session.change({ code: 'edit', parameters: { count: 1 } }, (recorder) => {
        if (step.kind === 'insert') recorder.insert(step.table, step.row);
        else if (step.kind === 'change') recorder.update(step.table, idIn(step.table, step.at), step.row);
        else if (step.kind === 'remove') recorder.remove(step.table, idIn(step.table, step.at));
        else if (step.kind === 'removeMany') {
          const ids = idsIn(step.table).filter((_, at) => !step.leaving.includes(at));
          recorder.removeMany(step.table, ids);
        } else if (step.kind === 'customer') recorder.update('customers', 1, { segment: step.segment });
        else if (step.kind === 'import') {
          const columns = Object.keys(step.rows[0] ?? {});
          recorder.insertMany(
            step.table,
            columns,
            step.rows.map((row) => columns.map((column) => row[column] ?? null)),
          );
        }
      });
  }
}

/** What a cube says, whatever the order of its cells: cells by their names, without those that hold nothing. */
function content(cube: ScenarioCube): unknown {
  const { cells } = cube;
  const found: [string, readonly number[]][] = [];
  for (let cell = 0; cell < cells.count; cell += 1) {
    const sums = cubeMeasures.map((measure) => cells.sums[measure][cell] ?? 0);
    if (sums.every((sum) => sum === 0)) continue;
    const names = [
      cube.reps[cells.rep[cell] ?? 0]?.name,
      cube.regions[cells.region[cell] ?? 0],
      cube.products[cells.product[cell] ?? 0]?.name,
      cube.segments[cells.segment[cell] ?? 0],
      cube.sources[cells.source[cell] ?? 0],
      cube.buckets[cells.bucket[cell] ?? 0]?.from,
    ];
    found.push([names.join(' | '), sums.map((sum) => sum + 0)]);
  }
  found.sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    cells: found,
    openEarlier: cube.openEarlier,
    products: cube.products,
    quotas: cube.quotas,
    history: Object.entries(cube.history.sums).map(([id, sums]) => [id, [...sums].map((sum) => sum + 0)]),
  };
}

describe('the sums that scenarios start from', () => {
  it('are to the last bit those of the rows, after any edits, undo, redo and imports', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWorkspace,
        fc.array(steps, { minLength: 10, maxLength: 40 }),
        async (start, list) => {
          const { session, kpis } = await kpiWorkspace(start);
          const reader = new ScenarioBaseReader(session, kpis);
          reader.read(range);
          for (const step of list) {
            take(session, step);
            if (step.kind === 'read') reader.read(range);
          }
          const fresh = new ScenarioBaseReader(session, new KpiReader(session)).read(range);
          expect(content(reader.read(range).base.cube)).toEqual(content(fresh.base.cube));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('follow one changed order without being read anew', async () => {
    const order = { ordered_on: '2026-02-10', product: 'Chair', rep: 'Anna', quantity: 2, amount: 100 };
    const { session, kpis } = await kpiWorkspace({ orders: [order, { ...order, amount: 50 }] });
    const reader = new ScenarioBaseReader(session, kpis);
    const before = reader.read(range).base.cube.cells.sums.revenue;
    expect([...before]).toEqual([150]);
    session.change({ code: 'edit', parameters: { count: 1 } }, (recorder) =>
      recorder.update('orders', 1, { amount: 70 }),
    );
    const after = reader.read(range).base.cube.cells.sums.revenue;
    // 150 − 100 + 70.
    expect([...after]).toEqual([120]);
    expect(after.buffer).toBe(before.buffer);
  });
});
