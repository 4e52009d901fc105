import { spreadQuotas } from '@shared/planning/quotas/spread-quotas';
import { describe, expect, it } from 'vitest';
import { kpiWorkspace } from '../kpi/kpi-workspace.fixture';
import { readQuotaPlanBase } from './quota-plan-base';
import { readQuotaPlan, writeQuotaPlanDraft } from './quota-plan-rows';
import { writeQuotaPlan } from './write-quota-plan';

const range = { from: '2026-01-01', to: '2026-12-31' };

function won(rep: string, closed_on: string, amount: number) {
  return { stage: 'Won', created_on: closed_on, closed_on, rep, amount };
}

const rows = {
  reps: [
    { name: 'Anna', team: 'North', start_date: '2024-01-01' },
    { name: 'Bo', team: 'North' },
  ],
  opportunities: [
    won('Anna', '2025-01-10', 100),
    won('Anna', '2025-03-05', 50),
    won('Bo', '2025-03-06', 30),
    won('Bo', '2026-01-15', 70),
  ],
  quotas: [
    { rep: 'Anna', period: '2026-Q1', amount: 10 },
    { rep: 'Anna', period: '2026', amount: 99 },
    { rep: 'Anna', period: '2025', amount: 500 },
    { rep: 'Anna', period: '2026-Q1', amount: 5, measure: 'units' },
    { team: 'North', period: '2026', amount: 1000 },
  ],
};

describe('what a plan of quotas stands on', () => {
  it('is what each rep came to by month, as far as the data reach', async () => {
    const { kpis } = await kpiWorkspace(rows);
    const base = readQuotaPlanBase(kpis, range, 'bookings');
    const months = base.reps.find(({ name }) => name === 'Anna')?.months;
    expect(months?.get('2025-02')).toBe(0);
    expect(months?.get('2025-03')).toBe(50);
    expect(base.asOf).toBe('2026-01-15');
    // The data begin on 10 January 2025 and end on 15 January 2026: neither of these months is whole.
    expect(base.wholeMonths).toHaveLength(11);
    expect(base.wholeMonths[0]).toBe('2025-02');
    expect(base.wholeMonths.at(-1)).toBe('2025-12');
    expect(base.reps.find(({ name }) => name === 'Bo')?.months.get('2026-01')).toBe(70);
  });
});

describe('a plan of quotas', () => {
  it('takes the place of the quotas in its range, and one step undoes it', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    const attained = () => kpis.evaluate({ ...range, kpis: ['quota_attainment'], by: 'rep' })[0]?.rows;
    const before = session.connection.rows('SELECT * FROM quotas ORDER BY id');
    const quotas = [
      { rep: 'Anna', period: '2026-Q1', amount: 200 },
      { rep: 'Anna', period: '2026-Q2', amount: 0 },
      { rep: 'Bo', period: '2026-Q1', amount: 140 },
      { rep: 'Nobody', period: '2026-Q1', amount: 1 },
    ];
    expect(writeQuotaPlan(session, { range, measure: 'bookings', quotas })).toEqual({
      written: 2,
      replaced: 2,
    });
    const left = session.connection.rows(
      'SELECT period, amount, measure FROM quotas WHERE rep_id IS NOT NULL ORDER BY id',
    );
    expect(left).toEqual([
      { period: '2025', amount: 500, measure: 'bookings' },
      { period: '2026-Q1', amount: 5, measure: 'units' },
      { period: '2026-Q1', amount: 200, measure: 'bookings' },
      { period: '2026-Q1', amount: 140, measure: 'bookings' },
    ]);
    expect(attained()?.find(({ key }) => key === 'Bo')).toMatchObject({ value: 0.5, denominator: 140 });
    session.undo();
    expect(session.connection.rows('SELECT * FROM quotas ORDER BY id')).toEqual(before);
  });

  it('is kept in the workspace while it is worked on', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    const plan = {
      ...range,
      step: 'quarter' as const,
      measure: 'bookings' as const,
      total: 1000,
      way: 'history' as const,
      seasonal: false,
      unit: 1,
      ramp: [],
      locks: [{ rep: 'Bo', period: '2026-Q4', amount: 10 }],
    };
    session.change({ code: 'quotaPlanDraft', parameters: {} }, (recorder) =>
      writeQuotaPlanDraft(recorder, plan),
    );
    expect(readQuotaPlan(session.connection)).toEqual(plan);
    const spread = spreadQuotas(plan, readQuotaPlanBase(kpis, range, 'bookings'));
    // 150 to 30 in the year before: 833 and 167.
    expect(spread.kind === 'spread' && spread.rows.map(({ total }) => total)).toEqual([833, 167]);
    session.undo();
    expect(readQuotaPlan(session.connection)).toBeNull();
  });
});
