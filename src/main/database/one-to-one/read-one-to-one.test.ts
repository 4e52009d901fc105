import { describe, expect, it } from 'vitest';
import { kpiWorkspace, type TypedRows } from '../kpi/kpi-workspace.fixture';
import { readOneToOne } from './read-one-to-one';
import { readReps } from './reps';

const quarter = { from: '2026-01-01', to: '2026-03-31' };

const reps = [
  { name: 'Anna', team: 'North', manager: 'Mona', start_date: '2024-01-01' },
  { name: 'Bo', team: 'North' },
  { name: 'Cy', team: 'North' },
  { name: 'Dag', team: 'North', end_date: '2025-06-30' },
  { name: 'Eva', team: 'South' },
  { name: 'Finn' },
];

async function oneToOne(rows: TypedRows, rep = 'Anna') {
  const { session, kpis } = await kpiWorkspace({ reps, ...rows });
  return readOneToOne(session.connection, kpis, { ...quarter, rep });
}

const won = (rep: string, days: number, amount = 100) => ({
  stage: 'Won',
  created_on: '2026-01-01',
  closed_on: `2026-01-${String(1 + days).padStart(2, '0')}`,
  amount,
  rep,
});
const lost = (rep: string) => ({ stage: 'Lost', created_on: '2026-01-02', closed_on: '2026-02-01', rep });
const times = <Row>(count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

describe('one to one', () => {
  it('compares with the reps of the team who were there in the period', async () => {
    const answer = await oneToOne({});
    expect(answer.rep).toMatchObject({ name: 'Anna', team: 'North', manager: 'Mona', region: '' });
    expect(answer.group).toEqual({ kind: 'team', reps: 3 });
  });

  it('compares a rep who has no team, or is alone in it, with all reps', async () => {
    // Anna, Bo, Cy, Eva and Finn: Dag had left.
    expect((await oneToOne({}, 'Eva')).group).toEqual({ kind: 'all', reps: 5 });
    expect((await oneToOne({}, 'Finn')).group).toEqual({ kind: 'all', reps: 5 });
  });

  it('has quota and attainment of the period, and of each month up to its end', async () => {
    const { quota } = await oneToOne({
      quotas: [{ period: 'Q1 2026', amount: 300, rep: 'Anna' }],
      opportunities: [
        { ...won('Anna', 9, 150), closed_on: '2026-01-10' },
        { ...won('Anna', 9, 90), closed_on: '2026-03-10' },
      ],
    });
    expect(quota).toMatchObject({ value: 0.8, result: 240, quota: 300, unit: 'money' });
    // The quarter's quota is 100 a month: 150, 0 and 90 of it were won.
    expect(quota.months.map(({ month, value }) => [month, value])).toEqual([
      ['2026-01', 1.5],
      ['2026-02', 0],
      ['2026-03', 0.9],
    ]);
  });

  it('sets activity against the median of the team, in which who has done nothing counts', async () => {
    const call = (rep: string, count: number) => ({ date: '2026-02-01', rep, type: 'call', count });
    const { activity } = await oneToOne({
      activities: [call('Anna', 30), call('Anna', 10), call('Bo', 12), call('Dag', 99), call('Eva', 500)],
    });
    // Anna 40, Bo 12, Cy none: the median is 12. Dag has left and Eva is of another team.
    expect(activity[0]).toMatchObject({ kpi: 'calls_made', value: 40, median: 12 });
    expect(activity[1]).toMatchObject({ kpi: 'emails_sent', value: 0, median: 0 });
  });

  it('tells a win rate from the team only where chance does not', async () => {
    const { conversion } = await oneToOne({
      opportunities: [
        ...times(5, won('Anna', 5)),
        ...times(25, lost('Anna')),
        ...times(60, won('Bo', 5)),
        ...times(30, lost('Bo')),
      ],
    });
    // 5 of 30 is 0.073 to 0.336 by Wilson; the team has 65 of 120, which is 54 %.
    expect(conversion[0]).toMatchObject({
      kpi: 'win_rate',
      rep: { count: 5, of: 30 },
      team: { count: 65, of: 120 },
      differs: 'below',
    });
    expect(conversion[0]?.interval?.low).toBeCloseTo(0.0734, 4);
    expect(conversion[0]?.interval?.high).toBeCloseTo(0.3356, 4);
    expect(conversion[1]).toMatchObject({ kpi: 'lead_conversion_rate', interval: null, differs: null });
  });

  it('sets the sales cycle against the median of the deals of the team', async () => {
    const { cycle } = await oneToOne({
      opportunities: [
        won('Anna', 10),
        won('Anna', 20),
        won('Bo', 2),
        won('Bo', 4),
        won('Cy', 6),
        won('Eva', 30),
      ],
    });
    // Anna: 10, 20. The team: 2, 4, 6, 10, 20.
    expect(cycle).toEqual({ median: 15, deals: 2, teamMedian: 6, teamDeals: 5 });
  });

  it('has deal size and pipeline beside those of the team', async () => {
    const open = (rep: string, amount: number) => ({
      stage: 'Proposal',
      created_on: '2026-03-01',
      amount,
      rep,
    });
    const { dealSize, pipeline } = await oneToOne({
      quotas: [{ period: 'Q1 2026', amount: 400, rep: 'Anna' }],
      opportunities: [
        won('Anna', 5, 100),
        won('Anna', 5, 200),
        won('Bo', 5, 600),
        open('Anna', 500),
        open('Bo', 80),
      ],
    });
    expect(dealSize).toMatchObject({ value: 150, deals: 2, team: 300 });
    // Open: Anna 500, Bo 80, Cy none. Of the quota 100 are missing: covered 5 times.
    expect(pipeline).toEqual({ amount: 500, deals: 1, medianAmount: 80, coverage: 5 });
  });

  it('finds the stage at which the rep loses most compared with the team', async () => {
    const at = (stage: string, rep: string) => ({ stage, created_on: '2026-02-01', rep, amount: 1 });
    const { skill } = await oneToOne({
      opportunities: [
        ...times(20, at('Qualification', 'Anna')),
        ...times(2, at('Proposal', 'Anna')),
        ...times(8, won('Anna', 5)),
        ...times(10, at('Qualification', 'Bo')),
        ...times(30, at('Proposal', 'Bo')),
        ...times(30, won('Bo', 5)),
      ],
    });
    // Beyond Qualification came 10 of Anna's 30 and 70 of the team's 100; from Proposal to won 8 of 10, and 38 of 70.
    expect(skill.steps).toMatchObject([
      { name: 'Proposal', rep: { count: 10, of: 30 }, team: { count: 70, of: 100 }, differs: 'below' },
      { name: 'Won', rep: { count: 8, of: 10 }, team: { count: 38, of: 70 }, differs: null },
    ]);
    expect(skill.worst?.name).toBe('Proposal');
    // 70 % of 30 are 21: 11 more would have gone on.
    expect(skill.worst?.lost).toBeCloseTo(11, 10);
  });

  it('has no values in an empty workspace, and refuses a rep who is not there', async () => {
    const empty = await oneToOne({});
    expect(empty).toMatchObject({
      quota: { value: null, months: [] },
      dealSize: { value: null },
      pipeline: { amount: null },
      cycle: { median: null },
      skill: { steps: [], worst: null },
    });
    expect(empty.activity.map(({ value, median }) => [value, median])).toEqual(times(3, [null, null]));
    await expect(oneToOne({}, 'Nobody')).rejects.toMatchObject({ code: 'repMissing' });
  });

  it('lists reps by team, those without one last', async () => {
    const { session } = await kpiWorkspace({ reps });
    expect(readReps(session.connection).map(({ name }) => name)).toEqual([
      'Anna',
      'Bo',
      'Cy',
      'Dag',
      'Eva',
      'Finn',
    ]);
  });
});
