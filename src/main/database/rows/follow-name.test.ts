import { rowsMeasureSchema } from '@shared/kpi/own/own-kpi';
import { quotaPlanSchema } from '@shared/planning/quotas/quota-plan';
import { scenarioSchema } from '@shared/scenario/scenario';
import { describe, expect, it } from 'vitest';
import { dumpOf, temporaryWorkspace } from '../../workspace/temporary-workspace.fixture';
import { readOwnKpis, writeOwnKpi } from '../kpi/own-kpi-rows';
import { readQuotaPlan, writeQuotaPlanDraft } from '../planning/quota-plan-rows';
import { mergeRows } from '../quality/merge-rows';
import { listScenarios, saveScenario } from '../scenario/scenario-rows';
import { editRows } from './edit-rows';

const workspace = temporaryWorkspace();

/** Two reps and two products, and a scenario, a plan of quotas and a KPI that name them. */
function setUp(): void {
  const { session } = workspace;
  const insert = (dataset: 'reps' | 'products', ...names: string[]) =>
    editRows(session, { dataset, locale: 'nb-NO', edits: [], inserts: names.map((name) => ({ name })) });
  insert('reps', 'Kari Berg', 'Berg, Kari');
  insert('products', 'Stol', 'Stol (gammel)');
  const adjustment = { lever: 'quota', op: 'scale', value: 0.9 } as const;
  saveScenario(
    session,
    scenarioSchema.parse({
      name: 'Roligere år',
      from: '2026-01-01',
      to: '2026-12-31',
      adjustments: [
        { ...adjustment, id: 'a', where: { rep: ['Berg, Kari', 'Kari Berg'] } },
        { ...adjustment, id: 'b', where: { product: ['Stol (gammel)'], rep: ['Berg, Kari'] } },
      ],
    }),
  );
  const plan = quotaPlanSchema.parse({
    from: '2026-01-01',
    to: '2026-12-31',
    step: 'quarter',
    measure: 'bookings',
    total: 10,
    way: 'equal',
    seasonal: false,
    unit: 1,
    locks: [
      { rep: 'Berg, Kari', period: null, amount: 1 },
      { rep: 'Berg, Kari', period: '2026-Q1', amount: 2 },
      { rep: 'Kari Berg', period: null, amount: 3 },
    ],
  });
  session.change({ code: 'edit', parameters: { count: 1 } }, (recorder) => {
    writeQuotaPlanDraft(recorder, plan);
    const orders = rowsMeasureSchema.parse({
      dataset: 'orders',
      aggregate: 'count',
      where: [
        { field: 'rep', operator: 'in', values: ['Berg, Kari', 'Per'] },
        [{ field: 'product', operator: 'equals', values: ['Stol (gammel)'] }],
      ],
    });
    const kpi = {
      id: 'karis',
      name: 'Karis',
      unit: 'number',
      direction: 'up',
      formula: 'orders',
    } as const;
    writeOwnKpi(session.connection, recorder, { ...kpi, measures: { orders } }, null);
  });
}

const named = () => ({
  scopes: listScenarios(workspace.session.connection).flatMap(({ adjustments }) =>
    adjustments.map(({ where }) => where),
  ),
  locks: readQuotaPlan(workspace.session.connection)?.locks,
  conditions: readOwnKpis(workspace.session.connection).flatMap(({ measures }) =>
    Object.values(measures).map((measure) => ('where' in measure ? measure.where : null)),
  ),
});

describe('a new name', () => {
  it('of reps that are merged is followed by scenarios, quota plan and KPIs of one’s own', () => {
    setUp();
    const before = dumpOf(workspace.session.connection);
    mergeRows(workspace.session, 'reps', [{ keep: 1, others: [2] }]);
    expect(named()).toMatchObject({
      scopes: [{ rep: ['Kari Berg'] }, { product: ['Stol (gammel)'], rep: ['Kari Berg'] }],
      locks: [
        { rep: 'Kari Berg', period: '2026-Q1', amount: 2 },
        { rep: 'Kari Berg', period: null, amount: 3 },
      ],
      conditions: [[{ values: ['Kari Berg', 'Per'] }, [{ values: ['Stol (gammel)'] }]]],
    });
    workspace.session.undo();
    expect(dumpOf(workspace.session.connection)).toBe(before);
  });

  it('that is typed for a product is followed, too', () => {
    setUp();
    const edits = [{ id: 2, field: 'name', value: 'Krakk' }];
    editRows(workspace.session, { dataset: 'products', locale: 'nb-NO', edits, inserts: [] });
    expect(named()).toMatchObject({
      scopes: [{ rep: ['Berg, Kari', 'Kari Berg'] }, { product: ['Krakk'], rep: ['Berg, Kari'] }],
      conditions: [[{ values: ['Berg, Kari', 'Per'] }, [{ values: ['Krakk'] }]]],
    });
  });
});
