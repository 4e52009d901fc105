import { describe, expect, it } from 'vitest';
import { kpiWorkspace, type TypedRows } from '../kpi/kpi-workspace.fixture';
import { readGoalEvidence } from './goal-evidence';
import { readWeights } from './read-weights';

const all = { kind: 'all', key: '' } as const;
const year = { from: '2026-01-01', to: '2026-12-31' };

function won(rep: string, amount: number, closed_on: string) {
  return { stage: 'Won', rep, amount, closed_on };
}

const rows: TypedRows = {
  reps: [
    { name: 'Anna', team: 'North' },
    { name: 'Bo', team: 'North', start_date: '2026-10-01' },
    { name: 'Cid', team: 'South' },
    { name: 'Dag', team: 'South', end_date: '2025-06-30' },
  ],
  opportunities: [
    won('Anna', 300, '2025-02-10'),
    won('Anna', 100, '2025-08-10'),
    won('Cid', 200, '2025-03-10'),
    won('Dag', 50, '2025-03-10'),
    won('Anna', 10, '2026-01-31'),
  ],
};

describe('what parts weigh when a total is spread', () => {
  it('is the same for all who are employed in the period', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const question = { kpi: 'bookings', way: 'equal', range: year, scope: all } as const;
    expect([...readWeights(kpis, { ...question, over: 'rep' })]).toEqual([
      ['Anna', 1],
      ['Bo', 1],
      ['Cid', 1],
    ]);
    const north = { ...question, over: 'rep', scope: { kind: 'team', key: 'North' } } as const;
    expect([...readWeights(kpis, north).keys()]).toEqual(['Anna', 'Bo']);
    expect([...readWeights(kpis, { ...question, over: 'quarter' }).keys()]).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  it('by history is the result of the same period a year before', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const question = { kpi: 'bookings', way: 'history', range: year, scope: all } as const;
    expect([...readWeights(kpis, { ...question, over: 'rep' })]).toEqual([
      ['Anna', 400],
      ['Bo', 0],
      ['Cid', 200],
    ]);
    expect([...readWeights(kpis, { ...question, over: 'team' })]).toEqual([
      ['North', 400],
      ['South', 250],
    ]);
    expect([...readWeights(kpis, { ...question, over: 'quarter' }).values()]).toEqual([550, 0, 100, 0]);
  });

  it('by capacity is months of full productivity, summed for a team', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const question = { kpi: 'bookings', way: 'capacity', range: year, scope: all } as const;
    // Bo from October: 0.25 + 0.5 + 0.75 = 1.5 of 12 months.
    expect([...readWeights(kpis, { ...question, over: 'rep' })]).toEqual([
      ['Anna', 12],
      ['Bo', 1.5],
      ['Cid', 12],
    ]);
    expect([...readWeights(kpis, { ...question, over: 'team' }).values()]).toEqual([13.5, 12]);
    expect(readWeights(kpis, { ...question, over: 'rep', ramp: [] }).get('Bo')).toBe(3);
  });
});

describe('what a goal stands on', () => {
  it('is the last twelve whole months, the best and the middle of them, and the same period a year before', async () => {
    const { kpis } = await kpiWorkspace({
      ...rows,
      benchmarks: [{ kpi: 'bookings', value: 70 }],
    });
    const scope = { kind: 'rep', key: 'Anna' } as const;
    const evidence = readGoalEvidence(kpis, {
      kpi: 'bookings',
      scope,
      range: { from: '2026-02-01', to: '2026-02-28' },
    });
    // February 2025 to January 2026: 300, 0, 0, 0, 0, 0, 100, 0, 0, 0, 0, 10: 410 ÷ 12; the middle of twelve is 0.
    expect(evidence).toEqual({
      goalRange: { from: '2026-02-01', to: '2026-02-28' },
      range: { from: '2025-02-01', to: '2026-01-31' },
      usual: 410 / 12,
      best: 300,
      median: 0,
      yearBefore: 300,
      benchmark: 70,
    });
  });

  it('is nothing without a whole month before', async () => {
    const { kpis } = await kpiWorkspace({ opportunities: [won('Anna', 10, '2026-01-20')] });
    const range = { from: '2026-01-01', to: '2026-01-31' };
    expect(readGoalEvidence(kpis, { kpi: 'bookings', scope: all, range })).toBeNull();
  });
});
