import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarioKpis } from '@shared/scenario/cube-answers';
import { type Adjustment, scenarioSchema } from '@shared/scenario/scenario';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../../workspace/workspace-session';
import { KpiReader } from '../kpi/kpi-reader';
import { editRows } from '../rows/edit-rows';
import { applyScenario } from './apply-scenario';
import { evaluateScenario } from './evaluate-scenario';
import { listScenarios, removeScenario, saveScenario } from './scenario-rows';

let folder: string;
let session: WorkspaceSession;

function insert(
  dataset: 'reps' | 'orders' | 'opportunities' | 'products' | 'quotas' | 'customers',
  rows: Record<string, string | number>[],
) {
  const { problems } = editRows(session, { dataset, locale: 'en-GB', edits: [], inserts: rows });
  expect(problems).toEqual([]);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-scenario-'));
  session = await WorkspaceSession.create(join(folder, 'scenario.qbench'));
  insert('reps', [
    { name: 'Anna', team: 'North', region: 'N' },
    { name: 'Bo', team: 'South', region: 'S' },
  ]);
  insert('products', [
    { name: 'A', category: 'X', list_price: 120, unit_cost: 40 },
    { name: 'B', category: 'X', list_price: 60 },
  ]);
  insert('orders', [
    { ordered_on: '2026-02-10', product: 'A', rep: 'Anna', quantity: 10, unit_price: 100 },
    { ordered_on: '2026-03-10', product: 'B', rep: 'Bo', quantity: 5, unit_price: 50 },
    { ordered_on: '2025-12-10', product: 'A', rep: 'Bo', quantity: 2, unit_price: 90 },
  ]);
  insert('opportunities', [
    {
      stage: 'Won',
      created_on: '2026-01-01',
      closed_on: '2026-02-01',
      amount: 900,
      rep: 'Anna',
      product: 'A',
    },
    { stage: 'Won', created_on: '2026-01-01', closed_on: '2026-03-31', amount: 500, rep: 'Bo', product: 'B' },
    {
      stage: 'Lost',
      created_on: '2026-01-01',
      closed_on: '2026-03-31',
      amount: 100,
      rep: 'Bo',
      product: 'B',
    },
    { stage: 'Open', created_on: '2026-01-01', amount: 300, rep: 'Bo', product: 'B' },
  ]);
  insert('quotas', [
    { rep: 'Anna', period: '2026-Q1', amount: 1000 },
    { rep: 'Bo', period: '2026-Q1', amount: 1000 },
  ]);
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

function evaluate(...adjustments: Partial<Adjustment>[]) {
  return evaluateScenario(
    session,
    scenarioSchema.parse({
      name: 'Test',
      from: '2026-01-01',
      to: '2026-03-31',
      adjustments: adjustments.map((adjustment, index) => ({ id: `a${index}`, ...adjustment })),
    }),
  );
}

function kpi(outcome: ReturnType<typeof evaluate>, id: string) {
  return outcome.kpis.find((candidate) => candidate.id === id);
}

describe('a scenario without adjustments', () => {
  it('equals the base to the last bit, and the base equals the KPIs of the rows', () => {
    const outcome = evaluate();
    const rows = new KpiReader(session).evaluate({
      from: '2026-01-01',
      to: '2026-03-31',
      kpis: scenarioKpis,
    });
    for (const { id, value } of rows) {
      expect([id, kpi(outcome, id)?.value]).toEqual([id, kpi(outcome, id)?.base]);
      if (value === null) expect([id, kpi(outcome, id)?.base]).toEqual([id, null]);
      else expect(kpi(outcome, id)?.base).toBeCloseTo(value, 9);
    }
  });
});

describe('a price lever', () => {
  it('moves price, volume, revenue, margin and bookings as the formula says', () => {
    const outcome = evaluate({
      lever: 'price',
      where: { product: ['A'] },
      op: 'scale',
      value: 1.05,
      elasticity: -1.4,
    });
    // q₁ = 10 · 1.05^−1.4 = 10 · 0.933978… ; revenue = 105 · q₁; margin = (105 − 40) · q₁; bookings = 900 · 1.05^−0.4.
    const volume = 10 * 1.05 ** -1.4;
    const product = outcome.products.find(({ product: name }) => name === 'A');
    expect(product?.base).toMatchObject({ price: 100, volume: 10, revenue: 1000, margin: 600 });
    expect(product?.price).toBeCloseTo(105, 10);
    expect(product?.volume).toBeCloseTo(volume, 10);
    expect(product?.revenue).toBeCloseTo(105 * volume, 9);
    expect(product?.margin).toBeCloseTo(65 * volume, 9);
    expect(kpi(outcome, 'bookings')?.value).toBeCloseTo(900 * 1.05 ** -0.4 + 500, 9);
    expect(kpi(outcome, 'revenue')?.delta).toBeCloseTo(105 * volume - 1000, 9);
    expect(kpi(outcome, 'win_rate')?.delta).toBe(0);
  });

  it('set to a value starts from the realised price, and adds up with the lever before it', () => {
    const outcome = evaluate(
      { lever: 'price', where: { product: ['A'] }, op: 'add', value: 10, elasticity: 0 },
      { lever: 'price', where: { category: ['X'] }, op: 'scale', value: 2, elasticity: 0 },
      { lever: 'price', where: { product: ['B'] }, op: 'set', value: 25, elasticity: 0 },
    );
    // A: (100 + 10) · 2; B: 50 · 2 = 100, then 25.
    expect(outcome.products.map(({ product, price }) => [product, price])).toEqual([
      ['A', expect.closeTo(220, 9)],
      ['B', expect.closeTo(25, 9)],
    ]);
  });

  it('says when it has no elasticity to go by, names nothing that is there, or sells nothing', () => {
    const outcome = evaluate(
      { lever: 'price', where: { product: ['A'] }, op: 'scale', value: 1.1 },
      { lever: 'price', where: { product: ['C'] }, op: 'scale', value: 1.1 },
      { lever: 'price', where: { product: ['A'], rep: ['Bo'] }, op: 'scale', value: 1.1, elasticity: -1 },
    );
    expect(outcome.notes.map(({ adjustment, note }) => [adjustment, note.code])).toEqual([
      ['a0', 'noElasticity'],
      ['a1', 'unknownName'],
      ['a1', 'noProductInScope'],
      ['a2', 'noSalesInScope'],
    ]);
  });
});

describe('levers of sales', () => {
  it('move the win rate by points: deals won and bookings follow, orders stay', () => {
    const outcome = evaluate({ lever: 'win_rate', where: { rep: ['Bo'] }, op: 'add', value: 0.25 });
    // Bo won 1 of 2 (0.5) and would win 0.75: his 500 become 750, his 1 deal 1.5. In all 2.5 of 3 deals, 900 + 750.
    expect(kpi(outcome, 'win_rate')?.value).toBeCloseTo(2.5 / 3, 12);
    expect(kpi(outcome, 'bookings')?.value).toBeCloseTo(1650, 9);
    expect(kpi(outcome, 'average_deal_size')?.value).toBeCloseTo(1650 / 2.5, 9);
    expect(kpi(outcome, 'revenue')?.delta).toBe(0);
  });

  it('set the size of won deals, and scale the units sold at their prices', () => {
    const size = evaluate({ lever: 'deal_size', where: { product: ['A'] }, op: 'set', value: 1200 });
    // One won deal of A: 900 becomes 1200.
    expect(kpi(size, 'bookings')?.value).toBeCloseTo(1700, 9);
    const volume = evaluate({ lever: 'volume', where: { product: ['A'] }, op: 'add', value: 5 });
    // 10 units of A at 100 become 15: revenue 1500 + 250, and the deal of 900 becomes 1350.
    expect(kpi(volume, 'revenue')?.value).toBeCloseTo(1750, 9);
    expect(kpi(volume, 'bookings')?.value).toBeCloseTo(1350 + 500, 9);
    expect(volume.products.find(({ product }) => product === 'A')).toMatchObject({ price: 100, volume: 15 });
  });

  it('say where nothing was sold or won, and where a win rate stops', () => {
    const outcome = evaluate(
      { lever: 'volume', where: { rep: ['Bo'], product: ['A'] }, op: 'scale', value: 2 },
      { lever: 'deal_size', where: { rep: ['Bo'], product: ['A'] }, op: 'scale', value: 2 },
      { lever: 'win_rate', op: 'set', value: 1.2 },
    );
    expect(outcome.notes.map(({ adjustment, note }) => [adjustment, note.code])).toEqual([
      ['a0', 'noSalesInScope'],
      ['a1', 'noWonDealsInScope'],
      ['a2', 'winRateBounded'],
    ]);
    expect(kpi(outcome, 'win_rate')?.value).toBe(1);
  });
});

describe('a quota lever', () => {
  it('moves attainment of the reps in scope and the share at quota', () => {
    const outcome = evaluate({ lever: 'quota', where: { team: ['North'] }, op: 'scale', value: 0.9 });
    // Anna: 900 of 900; Bo: 500 of 1000. Together 1400 of 1900; before 1400 of 2000.
    expect(outcome.reps).toMatchObject([
      {
        rep: 'Anna',
        team: 'North',
        quota: 900,
        bookings: 900,
        attainment: 1,
        base: { quota: 1000, attainment: 0.9 },
      },
      { rep: 'Bo', quota: 1000, bookings: 500, attainment: 0.5 },
    ]);
    expect(kpi(outcome, 'reps_at_quota')).toMatchObject({ base: 0, value: 0.5, delta: 0.5, deltaPct: null });
    expect(kpi(outcome, 'quota_attainment')).toMatchObject({ base: 0.7, value: 1400 / 1900 });
  });

  it('that finds no quota says so', () => {
    const outcome = evaluate({ lever: 'quota', where: { rep: ['Cid'] }, op: 'set', value: 1 });
    expect(outcome.notes.map(({ note }) => note.code)).toEqual(['unknownName', 'noQuotaInScope']);
  });

  it('that is switched off changes nothing', () => {
    const outcome = evaluate({ lever: 'quota', op: 'scale', value: 0.5, enabled: false });
    expect(outcome.kpis.filter(({ base, value }) => base !== value)).toEqual([]);
  });
});

describe('scenarios in the workspace', () => {
  const first = scenarioSchema.parse({
    name: 'First',
    from: '2026-01-01',
    to: '2026-03-31',
    adjustments: [{ id: 'q', lever: 'quota', op: 'scale', value: 0.5 }],
  });

  it('start from one another', () => {
    saveScenario(session, first);
    const second = scenarioSchema.parse({ ...first, name: 'Second', base: 'First' });
    // 0.5 · 0.5 of 2000.
    expect(kpi(evaluateScenario(session, second), 'quota_attainment')?.value).toBeCloseTo(1400 / 500, 12);
  });

  it('follow the new name of the one that they start from, in one step that can be undone', () => {
    const stored = saveScenario(session, first);
    saveScenario(session, { ...first, name: 'Second', base: 'First' });
    saveScenario(session, { ...stored, name: 'Renamed' });
    const bases = () => listScenarios(session.connection).map(({ name, base }) => ({ name, base }));
    expect(bases()).toEqual([
      { name: 'Renamed', base: null },
      { name: 'Second', base: 'Renamed' },
    ]);
    session.undo();
    expect(bases()).toEqual([
      { name: 'First', base: null },
      { name: 'Second', base: 'First' },
    ]);
  });

  it('stay while another starts from them', () => {
    const { id } = saveScenario(session, first);
    const second = saveScenario(session, { ...first, name: 'Second', base: 'First' });
    expect(() => removeScenario(session, id)).toThrow(/scenarioInUse/);
    removeScenario(session, second.id);
    removeScenario(session, id);
    expect(listScenarios(session.connection)).toEqual([]);
  });

  it('start from one another to any depth, and are refused by name where they would start from themselves', () => {
    for (const [name, base] of [
      ['First', null],
      ['Second', 'First'],
      ['Third', 'Second'],
      ['Fourth', 'Third'],
    ] as const) {
      saveScenario(session, { ...first, name, base });
    }
    const [root, , , last] = listScenarios(session.connection);
    // 0.5 ^ 4 of 2000.
    if (last)
      expect(kpi(evaluateScenario(session, last), 'quota_attainment')?.value).toBeCloseTo(1400 / 125, 9);
    if (root) expect(() => saveScenario(session, { ...root, base: 'Fourth' })).toThrow(/scenarioCycle/);
  });

  it('are put away and still start others', () => {
    saveScenario(session, { ...first, archived: true });
    const second = saveScenario(session, { ...first, name: 'Second', base: 'First' });
    expect(listScenarios(session.connection).map(({ archived }) => archived)).toEqual([true, false]);
    expect(kpi(evaluateScenario(session, second), 'quota_attainment')?.value).toBeCloseTo(1400 / 500, 12);
  });

  it('have names of their own and do not start from themselves', () => {
    const stored = saveScenario(session, first);
    expect(() => saveScenario(session, first)).toThrow(/scenarioNameTaken/);
    expect(() => saveScenario(session, { ...stored, base: 'First' })).toThrow(/scenarioCycle/);
    expect(() => saveScenario(session, { ...first, name: 'Other', base: 'Gone' })).toThrow(/scenarioMissing/);
  });
});

describe('applying a scenario', () => {
  const plan = scenarioSchema.parse({
    name: 'Plan',
    from: '2026-01-01',
    to: '2026-03-31',
    adjustments: [
      { id: 'q', lever: 'quota', where: { rep: ['Anna'] }, op: 'scale', value: 0.9 },
      { id: 'p', lever: 'price', where: { product: ['A'] }, op: 'scale', value: 1.05, elasticity: -1.4 },
    ],
  });
  const quotas = () =>
    session.connection.rows('SELECT amount FROM quotas ORDER BY id').map(({ amount }) => amount);
  const prices = () =>
    session.connection.rows('SELECT list_price FROM products ORDER BY id').map((row) => row.list_price);

  it('writes its quotas and list prices, and its levers do not count twice', () => {
    const { id } = saveScenario(session, plan);
    // Anna: 1000 · 0.9; A: 120 · 1.05.
    expect(applyScenario(session, id)).toEqual({ quotas: 1, prices: 1, targets: 0 });
    expect(quotas()).toEqual([900, 1000]);
    expect(prices()).toEqual([126, 60]);
    const [stored] = listScenarios(session.connection);
    expect(stored?.adjustments.map(({ enabled }) => enabled)).toEqual([false, false]);
    expect(stored && kpi(evaluateScenario(session, stored), 'quota_attainment')?.delta).toBe(0);
  });

  it('writes what KPIs come to as targets of its period, and leaves its levers on when it writes nothing else', () => {
    const { id } = saveScenario(session, plan);
    const parts = { quotas: false, prices: false, targets: ['quota_attainment', 'revenue'] };
    const stored = listScenarios(session.connection)[0];
    const expected = stored && kpi(evaluateScenario(session, stored), 'quota_attainment')?.value;
    expect(applyScenario(session, id, parts)).toEqual({ quotas: 0, prices: 0, targets: 2 });
    const targets = () =>
      session.connection
        .rows('SELECT kpi, period, value FROM targets ORDER BY kpi')
        .map((row) => ({ ...row }));
    expect(targets()[0]).toEqual({
      kpi: 'quota_attainment',
      period: '2026-Q1',
      value: expect.closeTo(expected ?? 0, 3),
    });
    expect(quotas()).toEqual([1000, 1000]);
    expect(listScenarios(session.connection)[0]?.adjustments.every(({ enabled }) => enabled)).toBe(true);
    session.undo();
    expect(targets()).toEqual([]);
    const odd = saveScenario(session, { ...plan, name: 'Odd', from: '2026-01-02' });
    expect(() => applyScenario(session, odd.id, parts)).toThrow(/targetsNeedPeriod/);
  });

  it('is one step that can be undone', () => {
    const { id } = saveScenario(session, plan);
    applyScenario(session, id);
    session.undo();
    expect(quotas()).toEqual([1000, 1000]);
    expect(prices()).toEqual([120, 60]);
    expect(listScenarios(session.connection)[0]?.adjustments.map(({ enabled }) => enabled)).toEqual([
      true,
      true,
    ]);
  });

  it('takes the levers of the scenario that it starts from along', () => {
    saveScenario(session, plan);
    const { id } = saveScenario(session, { ...plan, name: 'Next', base: 'Plan' });
    applyScenario(session, id);
    // 1000 · 0.9 · 0.9; 120 · 1.05 · 1.05.
    expect(quotas()).toEqual([810, 1000]);
    expect(prices()).toEqual([132.3, 60]);
    expect(listScenarios(session.connection).find(({ name }) => name === 'Next')?.base).toBeNull();
  });
});
