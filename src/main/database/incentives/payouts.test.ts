import { planOf, type WrittenPlan, writtenPlanSchema } from '@shared/incentives/incentive-plan';
import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import { kpiWorkspace, type TypedRows } from '../kpi/kpi-workspace.fixture';
import { editRows } from '../rows/edit-rows';
import { payoutRows } from './payout-rows';
import { readPlans, readWrittenPlan, removePlan, savePlan } from './plan-rows';

const firstQuarter = { from: '2026-01-01', to: '2026-03-31' };
const firstHalf = { from: '2026-01-01', to: '2026-06-30' };

function won(rep: string, amount: number, closed_on: string) {
  return { stage: 'Won', rep, amount, closed_on };
}

/** Anna 125 % of a quota of 1,000,000 and Bo 80 % of 500,000 in the first quarter; in the second Anna 40 %. Cid has no quota. */
const rows: TypedRows = {
  reps: [
    { name: 'Anna', team: 'North', region: 'Oslo' },
    { name: 'Bo', team: 'North', region: 'Bergen' },
    { name: 'Cid', team: 'South', start_date: '2026-02-15' },
    { name: 'Dag', team: 'South', end_date: '2025-12-31' },
  ],
  opportunities: [
    won('Anna', 1_250_000, '2026-02-10'),
    won('Bo', 400_000, '2026-03-31'),
    won('Anna', 400_000, '2026-04-01'),
    won('Cid', 100_000, '2026-03-01'),
  ],
  quotas: [
    { period: '2026-Q1', rep: 'Anna', amount: 1_000_000 },
    { period: '2026-Q2', rep: 'Anna', amount: 1_000_000 },
    { period: '2026-Q1', rep: 'Bo', amount: 500_000 },
  ],
};

const plainPlan = planOf(writtenPlanSchema.parse({ name: 'Plain', baseRate: 0.04 }));

async function paidBy(...plans: readonly Partial<WrittenPlan>[]) {
  const { session, kpis } = await kpiWorkspace(rows);
  for (const [place, part] of plans.entries()) {
    const tiers = [
      { from: 0.8, rate: 0.06 },
      { from: 1, rate: 0.09 },
    ];
    const written = { name: `Plan ${place}`, baseRate: 0.04, tiers, ...part };
    savePlan(session, null, planOf(writtenPlanSchema.parse(written)));
  }
  const values = (
    kpi: string,
    range: { from: string; to: string },
    by: 'rep' | 'team' | 'region' | 'month',
  ) => {
    const [result] = kpis.evaluate({ ...range, kpis: [kpi], by });
    return [result?.value, Object.fromEntries((result?.rows ?? []).map(({ key, value }) => [key, value]))];
  };
  return { session, kpis, values };
}

describe('the payout of a workspace', () => {
  // Anna: 800,000 × 4 % + 200,000 × 6 % + 250,000 × 9 % = 66,500. Bo: 400,000, which is 80 %, × 4 % = 16,000. Cid: 100,000 × 4 % = 4,000.
  it('is that of each rep, and sums to teams, regions and the whole', async () => {
    const { values } = await paidBy({});
    expect(values('incentive_payout', firstQuarter, 'rep')).toEqual([
      86_500,
      { Anna: 66_500, Bo: 16_000, Cid: 4_000 },
    ]);
    expect(values('incentive_payout', firstQuarter, 'team')).toEqual([
      86_500,
      { North: 82_500, South: 4_000 },
    ]);
    expect(values('incentive_payout', firstQuarter, 'region')).toEqual([
      86_500,
      { Oslo: 66_500, Bergen: 16_000, '': 4_000 },
    ]);
  });

  it('divided by the bookings is what incentives cost', async () => {
    const { values } = await paidBy({});
    expect(values('incentive_cost_ratio', firstQuarter, 'rep')).toEqual([
      86_500 / 1_750_000,
      { Anna: 66_500 / 1_250_000, Bo: 0.04, Cid: 0.04 },
    ]);
  });

  it('falls on the last day of the payout period', async () => {
    const { values } = await paidBy({});
    // The second quarter: Anna 400,000 × 4 % = 16,000; Bo and Cid have booked nothing.
    expect(values('incentive_payout', firstHalf, 'month')).toEqual([
      102_500,
      {
        '2026-01': null,
        '2026-02': null,
        '2026-03': 86_500,
        '2026-04': null,
        '2026-05': null,
        '2026-06': 16_000,
      },
    ]);
  });

  it('has no value without a plan, and none for reps whom no plan is for', async () => {
    const { values } = await paidBy();
    expect(values('incentive_payout', firstQuarter, 'rep')).toEqual([null, {}]);
    expect(values('incentive_cost_ratio', firstQuarter, 'rep')).toEqual([null, {}]);
    const north = await paidBy({ scope: 'team', names: ['North'] });
    expect(north.values('incentive_payout', firstQuarter, 'rep')[1]).toEqual({ Anna: 66_500, Bo: 16_000 });
  });

  it('follows a filter to the reps that it leaves', async () => {
    const { kpis } = await paidBy({});
    const [result] = kpis.evaluate({
      ...firstQuarter,
      kpis: ['incentive_payout'],
      filter: { region: ['Oslo'] },
    });
    expect(result?.value).toBe(66_500);
  });

  it('pays a team bonus to each rep of a team that reached its quota', async () => {
    // North: 1,650,000 ÷ 1,500,000 = 110 %. South has no quota.
    const { values } = await paidBy({ bonuses: [{ of: 'team', from: 1.1, amount: 5_000 }] });
    expect(values('incentive_payout', firstQuarter, 'rep')[1]).toEqual({
      Anna: 71_500,
      Bo: 21_000,
      Cid: 4_000,
    });
  });

  it('carries what was not earned of a recoverable draw from payout to payout', async () => {
    const { session, kpis } = await paidBy({
      from: '2026-01-01',
      draw: { amount: 20_000, recoverable: true },
    });
    const payouts = payoutRows(kpis.measures, firstHalf).map(
      ({ rep, period, draw, payout, carriedForward }) => [rep, period, draw, payout, carriedForward],
    );
    // Anna 66,500 − 20,000, then 16,000 − 20,000 leaves 4,000. Bo 16,000 − 20,000, then 0 − 20,000 − 4,000.
    // Cid from 15 February has 45 of 90 days, a draw of 10,000: 4,000 − 10,000, then 0 − 20,000 − 6,000.
    expect(payouts).toEqual([
      ['Anna', '2026-Q1', 20_000, 46_500, 0],
      ['Anna', '2026-Q2', 20_000, 0, 4_000],
      ['Bo', '2026-Q1', 20_000, 0, 4_000],
      ['Bo', '2026-Q2', 20_000, 0, 24_000],
      ['Cid', '2026-Q1', 10_000, 0, 6_000],
      ['Cid', '2026-Q2', 20_000, 0, 26_000],
    ]);
    session.undo();
    expect(payoutRows(kpis.measures, firstHalf)).toEqual([]);
  });

  it('changes with one deal, and with nothing else than its rep', async () => {
    const { session, values } = await paidBy({});
    const deal = session.connection.number(
      'SELECT id FROM opportunities WHERE amount = 400000 AND closed_on < ?',
      ['2026-04-01'],
    );
    editRows(session, {
      dataset: 'opportunities',
      locale: 'en-GB',
      edits: [{ id: deal, field: 'amount', value: 450_000 }],
      inserts: [],
    });
    // Bo: 400,000 × 4 % + 50,000 × 6 % = 19,000.
    expect(values('incentive_payout', firstQuarter, 'rep')).toEqual([
      89_500,
      { Anna: 66_500, Bo: 19_000, Cid: 4_000 },
    ]);
  });
});

describe('a plan', () => {
  it('is set, renamed, removed and brought back', async () => {
    const { session } = await paidBy({ name: 'One' }, { name: 'Two', scope: 'rep', names: ['Anna'] });
    const [one, two] = readPlans(session.connection);
    expect(() => savePlan(session, two?.id ?? 0, { ...plainPlan, name: 'One' })).toThrow(QuotabenchError);
    removePlan(session, one?.id ?? 0);
    expect(readPlans(session.connection).map(({ name }) => name)).toEqual(['Two']);
    session.undo();
    expect(readPlans(session.connection)).toEqual([one, two]);
  });

  it('follows a rep to a new name', async () => {
    const { session } = await paidBy({ scope: 'rep', names: ['Anna'] });
    const id = session.connection.number("SELECT id FROM reps WHERE name = 'Anna'");
    editRows(session, {
      dataset: 'reps',
      locale: 'en-GB',
      edits: [{ id, field: 'name', value: 'Anne' }],
      inserts: [],
    });
    expect(readPlans(session.connection)[0]?.names).toEqual(['Anne']);
    session.undo();
    expect(readPlans(session.connection)[0]?.names).toEqual(['Anna']);
  });

  it('from a file is refused with what is wrong: a field, or a gap between tiers', () => {
    const codeOf = (written: unknown) => {
      try {
        readWrittenPlan(written);
      } catch (error) {
        return error instanceof QuotabenchError ? [error.code, error.parameters] : error;
      }
    };
    expect(codeOf({ name: 'P', baseRate: 'much' })).toEqual([
      'planUnreadable',
      { plan: 'P', field: 'baseRate' },
    ]);
    const gap = [
      { from: 0.8, to: 0.9, rate: 0.05 },
      { from: 1, rate: 0.06 },
    ];
    expect(codeOf({ name: 'P', baseRate: 0.04, tiers: gap })).toEqual([
      'planWrong',
      { plan: 'P', problem: 'tierGap', place: 1 },
    ]);
  });
});
