import type { Target } from '@shared/ipc/kpi';
import { describe, expect, it } from 'vitest';
import { writeOptions } from '../../workspace/workspace-options';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { editRows } from '../rows/edit-rows';
import { kpiWorkspace } from './kpi-workspace.fixture';
import { readTargetChanges } from './target-changes';
import { readTargets, removeTarget, writeTarget } from './targets';

const quarter = { from: '2026-01-01', to: '2026-03-31' };
const plain: Omit<Target, 'id'> = {
  kpi: 'win_rate',
  scopeKind: 'all',
  scopeKey: '',
  period: '',
  value: 0.5,
  amber: null,
  red: null,
};

function set(session: WorkspaceSession, target: Partial<Target>): void {
  session.change({ code: 'target', parameters: {} }, (recorder) =>
    writeTarget(session.connection, recorder, { ...plain, ...target }),
  );
}

const rows = {
  reps: [
    { name: 'Anna', team: 'North' },
    { name: 'Bo', team: 'North' },
    { name: 'Cid', team: 'South' },
  ],
  opportunities: ['Anna', 'Bo', 'Cid'].flatMap((rep) => [
    { stage: 'Won', rep, amount: 100, closed_on: '2026-02-01' },
    { stage: 'Lost', rep, amount: 100, closed_on: '2026-02-01' },
  ]),
};

describe('a rate without a target of its own', () => {
  it('is held against that of the team, else of all, and says whose it is', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    set(session, { value: 0.4 });
    set(session, { scopeKind: 'team', scopeKey: 'North', value: 0.6 });
    set(session, { scopeKind: 'rep', scopeKey: 'Bo', value: 0.5, period: '2026-Q1' });
    const held = (by: 'rep' | 'team') =>
      kpis
        .evaluate({ ...quarter, kpis: ['win_rate'], by })[0]
        ?.rows.map(({ key, target, targetOf, status }) => [key, target, targetOf, status]);
    expect(held('rep')).toEqual([
      ['Anna', 0.6, 'team', 'red'],
      ['Bo', 0.5, 'rep', 'green'],
      ['Cid', 0.4, 'all', 'green'],
    ]);
    expect(held('team')).toEqual([
      ['North', 0.6, 'team', 'red'],
      ['South', 0.4, 'all', 'green'],
    ]);
  });

  it('is inherited by no sum, which has to be shared out', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    set(session, { kpi: 'bookings', value: 1000, period: '2026-Q1' });
    const [bookings] = kpis.evaluate({ ...quarter, kpis: ['bookings'], by: 'team' });
    expect(bookings).toMatchObject({ target: 1000, targetOf: 'all' });
    expect(bookings?.rows.map(({ target }) => target)).toEqual([null, null]);
  });
});

describe('the history of a target', () => {
  const owner = { kpi: 'win_rate', scopeKind: 'rep', scopeKey: 'Anna', period: '2026-Q1' } as const;

  it('tells what it was and became, the newest first, until it was removed', async () => {
    const { session } = await kpiWorkspace(rows);
    set(session, owner);
    set(session, { ...owner, value: 0.6, red: 0.4 });
    set(session, { ...owner, value: 0.6, red: 0.4 });
    session.change({ code: 'removeTarget', parameters: {} }, (recorder) =>
      removeTarget(session.connection, recorder, owner),
    );
    const first = { value: 0.5, amber: null, red: null };
    const second = { value: 0.6, amber: null, red: 0.4 };
    const changes = readTargetChanges(session.connection, owner);
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      [second, null],
      [first, second],
      [null, first],
    ]);
    expect(changes.every(({ changedAt }) => !Number.isNaN(Date.parse(changedAt)))).toBe(true);
    session.undo();
    expect(readTargetChanges(session.connection, owner)).toHaveLength(2);
    expect(readTargets(session.connection)).toHaveLength(1);
  });

  it('follows a rep to a new name', async () => {
    const { session } = await kpiWorkspace(rows);
    set(session, owner);
    const id = session.connection.number("SELECT id FROM reps WHERE name = 'Anna'");
    const edits = [{ id, field: 'name', value: 'Anne' }];
    editRows(session, { dataset: 'reps', locale: 'en-GB', edits, inserts: [] });
    expect(readTargetChanges(session.connection, { ...owner, scopeKey: 'Anne' })).toHaveLength(1);
  });
});

describe('a benchmark', () => {
  const benchmarks = [
    { kpi: 'win_rate', value: 0.3 },
    { kpi: 'win_rate', value: 0.35, industry: 'Software', period: '2025' },
    { kpi: 'win_rate', value: 0.45, industry: 'Water', period: '2024' },
    { kpi: 'win_rate', value: 0.47, industry: 'Water', period: '2027' },
  ];

  it('is the newest of the industry that the workspace names, and of any industry where it names none', async () => {
    const { session, kpis } = await kpiWorkspace({ ...rows, benchmarks });
    const benchmark = () => kpis.cards({ ...quarter, kpis: ['win_rate'] })[0]?.benchmark;
    const chooseIndustry = (industry: string) =>
      session.change({ code: 'configure', parameters: {} }, (recorder) =>
        writeOptions(recorder, { ...session.options, industry }),
      );
    expect(benchmark()).toBe(0.35);
    chooseIndustry('Water');
    expect(benchmark()).toBe(0.45);
    chooseIndustry('Fish');
    expect(benchmark()).toBe(0.3);
  });
});
