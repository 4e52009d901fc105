import type { KpiRow } from '@shared/ipc/kpi';
import { describe, expect, it } from 'vitest';
import { kpiWorkspace, type TypedRows } from './kpi-workspace.fixture';

const quarter = { from: '2026-01-01', to: '2026-03-31' };
const february = { from: '2026-02-01', to: '2026-02-28' };

function won(rep: string | null, amount: number, closed_on = '2026-02-10') {
  return { stage: 'Won', rep, amount, closed_on };
}

function byKey(rows: readonly KpiRow[] | undefined): Record<string, (number | null)[]> {
  return Object.fromEntries((rows ?? []).map(({ key, value, denominator }) => [key, [value, denominator]]));
}

const reps = [
  { name: 'Anna', team: 'North', region: 'Oslo' },
  { name: 'Bo', team: 'North', region: 'Oslo' },
  { name: 'Cy', team: 'South' },
  { name: 'Di' },
];

describe('quota attainment', () => {
  const rows: TypedRows = {
    reps,
    opportunities: [won('Anna', 50), won('Bo', 150), won('Cy', 40), won('Di', 60), won(null, 5)],
    quotas: [
      { period: '2026-Q1', rep: 'Anna', amount: 100 },
      { period: '2026-Q1', rep: 'Bo', amount: 100 },
      { period: '2026-Q1', rep: 'Cy', amount: 100 },
      { period: '2026-Q1', team: 'South', amount: 80 },
    ],
  };

  it('holds reps against their quotas, teams against their own or those of their reps, and all against the teams', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const request = { ...quarter, kpis: ['quota_attainment'] };
    const byRep = kpis.evaluate({ ...request, by: 'rep' })[0];
    expect(byKey(byRep?.rows)).toEqual({
      Anna: [0.5, 100],
      Bo: [1.5, 100],
      Cy: [0.4, 100],
      Di: [null, null],
      '': [null, null],
    });
    expect(byKey(kpis.evaluate({ ...request, by: 'team' })[0]?.rows)).toEqual({
      North: [1, 200],
      South: [0.5, 80],
      '': [null, null],
    });
    expect(byKey(kpis.evaluate({ ...request, by: 'region' })[0]?.rows)).toEqual({
      Oslo: [1, 200],
      '': [1.05, 100],
    });
    // 305 of everybody against 200 + 80.
    expect(byRep).toMatchObject({ numerator: 305, denominator: 280 });
  });

  it('counts the share of a quota that lies in the period', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const north = kpis.evaluate({ ...february, kpis: ['quota_attainment'], by: 'team' })[0]?.rows[0];
    expect(north).toMatchObject({ key: 'North', numerator: 200 });
    expect(north?.denominator).toBeCloseTo(200 / 3, 9);
  });

  it('lets the shorter of two quotas win in the months that it covers', async () => {
    const { kpis } = await kpiWorkspace({
      reps,
      opportunities: [won('Anna', 50)],
      quotas: [
        { period: '2026', rep: 'Anna', amount: 1200 },
        { period: '2026-02', rep: 'Anna', amount: 50 },
      ],
    });
    // 1200 a year is 100 a month: January 100, February its own 50, March 100.
    const result = kpis.evaluate({ ...quarter, kpis: ['quota_attainment'] })[0];
    expect(result?.denominator).toBe(250);
    expect(kpis.evaluate({ ...february, kpis: ['quota_attainment'] })[0]?.value).toBe(1);
  });

  it('reckons with the result that the quota is set for, and adds no quotas of different results', async () => {
    const { kpis } = await kpiWorkspace({
      reps,
      opportunities: [won('Anna', 50), won('Anna', 50), won('Bo', 10)],
      quotas: [
        { period: '2026-Q1', rep: 'Anna', amount: 4, measure: 'deals' },
        { period: '2026-Q1', rep: 'Bo', amount: 20 },
      ],
    });
    const result = kpis.evaluate({ ...quarter, kpis: ['quota_attainment'], by: 'rep' })[0];
    expect(result?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['Anna', 0.5],
      ['Bo', 0.5],
    ]);
    expect(result?.value).toBeNull();
  });
});

describe('reps at quota', () => {
  function fiveReps(reaching: number): TypedRows {
    const names = ['A', 'B', 'C', 'D', 'E'];
    return {
      reps: names.map((name, index) => ({ name, team: index < 3 ? 'One' : 'Two' })),
      opportunities: names.slice(0, reaching).map((name) => won(name, 10)),
      quotas: [
        ...names.map((rep) => ({ period: '2026-Q1', rep, amount: 10 })),
        { period: '2026-Q1', rep: 'F', amount: 0 },
      ],
    };
  }

  it('counts reps who reach their quota among reps with a quota above 0', async () => {
    const { kpis } = await kpiWorkspace(fiveReps(3));
    const result = kpis.evaluate({ ...quarter, kpis: ['reps_at_quota'], by: 'team' })[0];
    expect(result).toMatchObject({ value: 0.6, numerator: 3, denominator: 5, warnings: [] });
    expect(result?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['One', 1],
      ['Two', 0],
    ]);
  });

  it('warns that quotas may be too ambitious when fewer than 60 % reach them', async () => {
    const { kpis } = await kpiWorkspace(fiveReps(2));
    const result = kpis.evaluate({ ...quarter, kpis: ['reps_at_quota'] })[0];
    expect(result).toMatchObject({ value: 0.4, warnings: ['quotasTooAmbitious'] });
  });
});

describe('pipeline coverage', () => {
  const open = [
    { stage: 'Proposal', rep: 'Anna', created_on: '2026-01-10', amount: 90 },
    { stage: 'Proposal', rep: 'Anna', created_on: '2026-04-10', amount: 1000 },
  ];
  const quotas = [{ period: '2026-Q1', rep: 'Anna', amount: 100 }];

  it('divides the deals open at the end by what is missing of the quota', async () => {
    const { kpis } = await kpiWorkspace({ reps, opportunities: [...open, won('Anna', 70)], quotas });
    const result = kpis.evaluate({ ...quarter, kpis: ['pipeline_coverage'] })[0];
    expect(result).toMatchObject({ value: 3, numerator: 90, denominator: 30 });
  });

  it('has no value once the quota is reached', async () => {
    const { kpis } = await kpiWorkspace({ reps, opportunities: [...open, won('Anna', 100)], quotas });
    expect(kpis.evaluate({ ...quarter, kpis: ['pipeline_coverage'] })[0]?.value).toBeNull();
  });
});
