import { describe, expect, it } from 'vitest';
import { flatQuotas, in2017, kpiReply, reply, run, useCrmDesk } from '../command-line.fixture';

describe('incentive', () => {
  const desk = useCrmDesk();

  it('pays incentives by rep as worked out elsewhere', async () => {
    await reply('quota', desk.workspace, 'import', desk.write('quotas.csv', flatQuotas()));
    const tiers = [
      { from: 0.8, to: 1, rate: 0.06 },
      { from: 1, accelerator: 2.25 },
    ];
    const plan = desk.write('plan.json', JSON.stringify({ name: 'All', baseRate: 0.04, tiers }));
    await reply('incentive', desk.workspace, 'set', plan);
    const ids = ['incentive_payout', 'incentive_cost_ratio'];
    const found = await reply('kpi', desk.workspace, '--kpi', ...ids, '--by', 'rep', ...in2017);
    const { kpis } = kpiReply.parse(found);
    // By python's csv and decimal: for each of 30 agents and four quarters min(x, 72000) × 4 % + what lies between 72000 and 90000 × 6 %
    // + what lies above × 9 %, rounded half up, and summed.
    expect(kpis.map(({ value }) => value)).toEqual([521_375, expect.closeTo(521_375 / 10_005_534, 12)]);
    const paid = new Map(kpis[0]?.rows.map(({ key, value }) => [key, value]));
    expect([paid.get('Darcel Schlecht'), paid.get('Anna Snelling')]).toEqual([87_230, 11_239]);
    const told = await run('incentive', desk.workspace, 'payouts', ...in2017);
    expect(told.stdout).toMatch(/First 80% of quota: .*72,000 × 4% = .*2,880\n/);
  });
});
