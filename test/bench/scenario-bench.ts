import { ScenarioEvaluator } from '@shared/scenario/evaluate-scenario';
import type { Adjustment } from '@shared/scenario/scenario';
import { simulateScenario } from '@shared/scenario/simulation/simulate-scenario';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { KeptCube } from '../../src/main/database/scenario/kept-cube';
import { bucketsOf } from '../../src/main/database/scenario/read-cube';
import { ScenarioBaseReader } from '../../src/main/database/scenario/scenario-base';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { formulaModel } from './formula-model';
import { generatedWorkspace, period } from './generated-workspace';
import { compared, type Limit, limited, type Result } from './report';
import { time } from './stopwatch';

const frame: Limit = { name: 'one frame (16 ms), p95', milliseconds: 16 };
const build: Limit = { name: '1.5 s, p95', milliseconds: 1500 };
const simulated: Limit = { name: '2 s, p95', milliseconds: 2000 };
const runs = 10_000;
/** Won deals: as many rows as a spreadsheet can be asked to hold. Half of the deals are won, and there are half as many as orders. */
const formulaRows = 10_000;

/** Times what-if: reading its sums, following an edit, moving levers, and simulating. */
export async function benchScenario(session: WorkspaceSession): Promise<readonly Result[]> {
  const kpis = new KpiReader(session);
  const reader = new ScenarioBaseReader(session, kpis);
  const { base } = reader.read(period);
  const evaluator = new ScenarioEvaluator(base);
  const cells = base.cube.cells.count.toLocaleString('en');
  const columns = kpis.measures.columns;
  const building = await time(
    `What-if: the cube is built, ${cells} cells`,
    3,
    () => new KeptCube(columns, session.connection, period, bucketsOf(period)),
  );
  const kept = new KeptCube(columns, session.connection, period, bucketsOf(period));
  let revision = session.revision;
  let amount = 0;
  const following = await time('What-if: the cube follows one edited order', 50, () => {
    amount += 1;
    session.change({ code: 'edit', parameters: { count: 1 } }, (recorder) =>
      recorder.update('orders', 1, { amount }),
    );
    kept.follow(session.stepsSince(revision) ?? []);
    revision = session.revision;
  });
  let step = 0;
  const slide = (adjustments: (value: number) => readonly Adjustment[]) => () => {
    step += 1;
    return evaluator.evaluate(adjustments(0.8 + (step % 40) / 100));
  };
  const moving = [
    await time(`What-if: one product's price moves, ${cells} cells`, 100, slide(onePrice)),
    await time(`What-if: scoped prices and quotas move, ${cells} cells`, 100, slide(pricesAndQuotas)),
    await time(`What-if: ten levers of all kinds move, ${cells} cells`, 100, slide(allKinds)),
  ];
  const simulating = await time(`What-if: ${runs} runs of the plan of 200 reps, all KPIs`, 3, () => {
    const simulation = simulateScenario(
      evaluator,
      pricesOfAll(1.05),
      { uncertainties: unsure, correlations: [] },
      { runs, seed: 1 },
    );
    simulation.advance(runs);
  });
  return [
    limited(building, build),
    limited(following, frame),
    ...moving.map((timing) => limited(timing, frame)),
    limited(simulating, simulated),
  ];
}

/** The same question asked of a spreadsheet, at as many rows as that bears. */
export async function benchFormulas(folder: string): Promise<readonly Result[]> {
  const session = await generatedWorkspace(folder, formulaRows * 4);
  const { base } = new ScenarioBaseReader(session, new KpiReader(session)).read(period);
  const evaluator = new ScenarioEvaluator(base);
  const model = formulaModel(session);
  session.close();
  let step = 0;
  const factor = (): number => {
    step += 1;
    return 0.8 + (step % 40) / 100;
  };
  const formulas = await time(`HyperFormula: one product's price moves, ${formulaRows} deals`, 20, () =>
    model.move(factor()),
  );
  const ours = await time(`What-if: one product's price moves, ${formulaRows} deals`, 100, () =>
    evaluator.evaluate(onePrice(factor())),
  );
  return [{ ...formulas, against: null, ratio: null }, compared(ours, formulas)];
}

const common = { where: {}, op: 'scale', enabled: true, locked: false } as const;

function onePrice(value: number): readonly Adjustment[] {
  return [{ ...common, id: 'p', lever: 'price', where: { product: ['Product 1'] }, value, elasticity: -1.4 }];
}

function pricesAndQuotas(value: number): readonly Adjustment[] {
  return [
    { ...common, id: 'all', lever: 'price', value: 1.05, elasticity: -1.2 },
    { ...common, id: 'team', lever: 'price', where: { team: ['Team 3'] }, value, elasticity: -0.8 },
    { ...common, id: 'quarter', lever: 'price', where: { period: ['2026-Q2'] }, value, elasticity: -2 },
    { ...common, id: 'quota', lever: 'quota', where: { region: ['Region 2'] }, value },
  ];
}

function allKinds(value: number): readonly Adjustment[] {
  return [
    { ...common, id: '1', lever: 'price', where: { team: ['Team 3'] }, value, elasticity: -1.2 },
    { ...common, id: '2', lever: 'quota', where: { region: ['Region 2'] }, value: 0.9 },
    { ...common, id: '3', lever: 'win_rate', where: { segment: ['Small'] }, value: 1.1 },
    { ...common, id: '4', lever: 'deal_size', where: { period: ['2026-Q2'] }, value: 1.1 },
    { ...common, id: '5', lever: 'churn', value: 0.9 },
    {
      ...common,
      id: '6',
      lever: 'headcount',
      op: 'add',
      where: { team: ['Team 1'] },
      value: 3,
      date: '2025-06-01',
    },
    { ...common, id: '7', lever: 'leads', value: 1.2 },
    { ...common, id: '8', lever: 'competitor_price', value: 1.02 },
    { ...common, id: '9', lever: 'activity', value: 1.1, elasticity: 0.2 },
    { ...common, id: '10', lever: 'sales_cycle', value: 0.9 },
  ];
}

function pricesOfAll(value: number): readonly Adjustment[] {
  return [
    { ...common, id: 'price', lever: 'price', value, elasticity: -1.2 },
    { ...common, id: 'win', lever: 'win_rate', value: 1.05 },
    { ...common, id: 'quota', lever: 'quota', value: 0.9 },
  ];
}

const unsure = [
  { adjustment: 'price', field: 'elasticity', distribution: 'triangular', low: -2, mode: -1.2, high: -0.6 },
  { adjustment: 'win', field: 'value', distribution: 'normal', mean: 1.05, sd: 0.05 },
] as const;
