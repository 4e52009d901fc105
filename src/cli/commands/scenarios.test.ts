import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { crm, flatQuotas, reply, run, useCrmDesk, useDesk } from '../command-line.fixture';

/** What `whatif` replies, as far as these tests look into it. */
const outcome = z.object({
  kpis: z.array(z.object({ id: z.string(), base: z.number().nullable(), value: z.number().nullable() })),
});
/** The same of `simulate`. */
const simulated = z.looseObject({
  kpis: z.array(
    z.looseObject({
      id: z.string(),
      base: z.number().nullable(),
      mean: z.number().nullable(),
      p5: z.number().nullable(),
      p95: z.number().nullable(),
      drivers: z.record(z.string(), z.number().nullable()),
    }),
  ),
});

describe('scenarios', () => {
  const desk = useCrmDesk();

  const outcomeOf = async (scenario: string, kpi: string) => {
    const { kpis } = outcome.parse(await reply('whatif', desk.workspace, '--scenario', scenario));
    const found = kpis.find(({ id }) => id === kpi);
    return { base: found?.base ?? 0, value: found?.value ?? 0 };
  };

  it('reckons quotas that were imported, and what other quotas would do', async () => {
    await reply('quota', desk.workspace, 'import', desk.write('quotas.csv', flatQuotas()));
    const expected = crm.flat_quota_90000_per_quarter_for_each_rep_with_deals;
    const second = ['--from', '2017-04-01', '--to', '2017-06-30'];
    const found = await reply('kpi', desk.workspace, '--kpi', 'quota_attainment', 'reps_at_quota', ...second);
    expect(found).toMatchObject({
      kpis: [
        { value: expect.closeTo(expected['2017-Q2']?.quota_attainment ?? 0, 12) },
        { value: expect.closeTo(expected['2017-Q2']?.reps_at_quota ?? 0, 12) },
      ],
    });
    const scenario = desk.write(
      'half.json',
      JSON.stringify({
        name: 'Half',
        from: '2017-04-01',
        to: '2017-06-30',
        adjustments: [{ id: 'q', lever: 'quota', op: 'scale', value: 0.5 }],
      }),
    );
    const attainment = await outcomeOf(scenario, 'quota_attainment');
    expect(attainment.value).toBeCloseTo(2 * attainment.base, 12);
  });

  it('seeks the quota that brings attainment to a goal, and says when none does', async () => {
    await reply('quota', desk.workspace, 'set', '--rep', 'Anna Snelling', '--period', '2017', '90000');
    const scenario = desk.write(
      'seek.json',
      JSON.stringify({
        name: 'Seek',
        from: '2017-01-01',
        to: '2017-12-31',
        adjustments: [{ id: 'q', lever: 'quota', op: 'scale', value: 1 }],
      }),
    );
    const { base } = await outcomeOf(scenario, 'quota_attainment');
    const seek = (target: number) =>
      reply(
        'goalseek',
        desk.workspace,
        '--scenario',
        scenario,
        '--vary',
        'q',
        '--kpi',
        'quota_attainment',
        '--target',
        String(target),
      );
    // Attainment is bookings ÷ quota: at 1.25 times the attainment the quota is 1 ÷ 1.25 = 0.8 of itself.
    const found = await seek(base * 1.25);
    const value = expect.closeTo(0.8, 9);
    expect(found).toMatchObject({ vary: 'q.value', found: true, value, reason: null });
    // A tenth of the quota is the least that is tried, and gives ten times the attainment.
    expect(await seek(base * 11)).toMatchObject({ found: false, value: null, reason: 'outOfReach' });
  });

  it('simulates what a scenario is unsure about, the same way for the same seed', async () => {
    const scenario = desk.write(
      'unsure.json',
      JSON.stringify({
        name: 'Unsure',
        from: '2017-01-01',
        to: '2017-12-31',
        adjustments: [
          { id: 'd', lever: 'deal_size', op: 'scale', value: 1 },
          { id: 'w', lever: 'win_rate', op: 'scale', value: 1 },
        ],
        uncertainty: [
          { adjustment: 'd', field: 'value', distribution: 'normal', mean: 1, sd: 0.1 },
          { adjustment: 'w', field: 'value', distribution: 'uniform', low: 0.99, high: 1.01 },
        ],
        correlations: [{ between: ['d.value', 'w.value'], value: 0.2 }],
      }),
    );
    await reply('target', desk.workspace, 'set', 'average_deal_size', '1', '--period', '2017');
    const simulate = async (seed: number) =>
      simulated.parse(
        await reply(
          'simulate',
          desk.workspace,
          '--scenario',
          scenario,
          '--runs',
          '2000',
          '--seed',
          String(seed),
        ),
      );
    const first = await simulate(7);
    expect(first).toMatchObject({ scenario: 'Unsure', runs: 2000, seed: 7 });
    const of = (id: string) => first.kpis.find((kpi) => kpi.id === id);
    // The average deal is the base times N(1, 0.1): half below the base, 5 % below 1 − 0.1 · 1.645; standard error of the mean 0.0022.
    const size = of('average_deal_size');
    const toBase = (figure: 'mean' | 'p5' | 'p95') => (size?.[figure] ?? 0) / (size?.base ?? 0);
    expect(Math.abs(toBase('mean') - 1)).toBeLessThan(0.01);
    expect(Math.abs(toBase('p5') - 0.8355)).toBeLessThan(0.02);
    expect(Math.abs(toBase('p95') - 1.1645)).toBeLessThan(0.02);
    expect(size).toMatchObject({ target: 1, chance: 1 });
    expect(of('bookings')?.drivers['d.value']).toBeGreaterThan(0.9);
    // No lever reaches them.
    expect(of('calls_made')?.p5 ?? null).toBe(of('calls_made')?.p95 ?? null);
    expect(await simulate(7)).toEqual(first);
    expect((await simulate(8)).kpis).not.toEqual(first.kpis);
    const wrong = await run('simulate', desk.workspace, '--scenario', scenario, '--runs', 'many');
    expect(wrong).toMatchObject({ code: 2, stderr: 'quotabench: --runs takes a number, not many.\n' });
  });
});

describe('the best price', () => {
  const desk = useDesk();

  it('is cost · ε ÷ (1 + ε) of orders that show their elasticity, and is told why where it is not known', async () => {
    await reply('new', desk.workspace);
    // q = 1,000,000 · p⁻²: ln q falls by 2 for each ln p, exactly.
    const prices = [80, 90, 100, 110, 120, 125];
    const lines = prices.map((price, index) => {
      const quantity = 1e6 / price ** 2;
      return `2026-0${index + 1}-15,A,${quantity},${price},${quantity * 50}`;
    });
    const orders = desk.write(
      'orders.csv',
      ['ordered_on,product,quantity,unit_price,cost', ...lines, '2026-01-15,B,5,10,20'].join('\n'),
    );
    await reply('import', desk.workspace, orders, '--as', 'orders');
    // The unit cost is 50: 50 · −2 ÷ (1 − 2) = 100.
    const known = { product: 'A', found: true, reason: 'optimum', doubt: null };
    expect(await reply('bestprice', desk.workspace, '--low', '-90%', '--high', '400%')).toMatchObject({
      products: expect.arrayContaining([
        expect.objectContaining({
          ...known,
          elasticity: expect.closeTo(-2, 6),
          best: expect.objectContaining({ price: expect.closeTo(100, 4) }),
        }),
        expect.objectContaining({ product: 'B', found: false, reason: 'noElasticity' }),
      ]),
    });
    expect(await run('bestprice', desk.workspace, '--aim', 'luck')).toMatchObject({ code: 2 });
  });
});
