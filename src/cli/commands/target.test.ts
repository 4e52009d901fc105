import { describe, expect, it } from 'vitest';
import { in2017, reply, run, useCrmDesk } from '../command-line.fixture';

describe('target', () => {
  const desk = useCrmDesk();

  it('keeps targets and gives their status', async () => {
    await reply('target', desk.workspace, 'set', 'win_rate', '60%', '--period', '2017');
    expect(await reply('kpi', desk.workspace, '--kpi', 'win_rate', ...in2017)).toMatchObject({
      kpis: [{ target: 0.6, status: 'green', unit: 'percent' }],
    });
    expect(await reply('target', desk.workspace, 'list')).toMatchObject({
      targets: [{ kpi: 'win_rate', value: 0.6, period: '2017' }],
    });
  });

  it('gives a target out to parts that sum exactly to it, and takes one from last year', async () => {
    const over = ['--period', '2017', '--spread', 'equal', '--over', 'quarter', '--unit', '1000'];
    const parts = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'].map((period) => ({
      period,
      value: 2_500_000,
    }));
    expect(await reply('target', desk.workspace, 'set', 'bookings', '10000000', ...over)).toMatchObject({
      parts,
    });
    const next = await reply('target', desk.workspace, 'set', 'bookings', 'last-year+5%', '--period', '2018');
    // 10,005,534 × 1.05.
    expect(next).toMatchObject({ target: { value: 10_505_810.7 } });
    const refused = await run('target', desk.workspace, 'set', 'win_rate', 'benchmark');
    expect(refused).toMatchObject({ code: 2, stderr: 'quotabench: There is no benchmark of win_rate.\n' });
  });
});
