import { describe, expect, it } from 'vitest';
import { crm, in2017, kpiReply, reply, run, useCrmDesk } from '../command-line.fixture';

describe('kpi', () => {
  const desk = useCrmDesk();

  it('gives the KPIs that were computed elsewhere', async () => {
    const found = await reply('kpi', desk.workspace, '--kpi', 'bookings', ...in2017, '--by', 'rep');
    const year = { from: '2017-01-01', to: '2017-12-31' };
    expect(found).toMatchObject({
      kpis: [{ id: 'bookings', unit: 'money', value: crm.bookings, ...year }],
    });
    const [bookings] = kpiReply.parse(found).kpis;
    const byRep = Object.fromEntries(bookings?.rows.map(({ key, value }) => [key, value]) ?? []);
    expect(byRep).toMatchObject(crm.bookings_by_rep);
  });

  it('defines a KPI from a file, and reckons it like the others', async () => {
    const won = {
      dataset: 'opportunities',
      where: [{ field: 'stage', operator: 'equals', values: ['Won'] }],
    };
    const definition = {
      id: 'largest_share',
      name: 'Largest deal of bookings',
      unit: 'percent',
      direction: 'down',
      measures: {
        largest: { ...won, aggregate: 'maximum', field: 'amount' },
        bookings: { kpi: 'bookings' },
      },
      formula: 'largest / bookings',
    };
    const file = desk.write('largest.json', JSON.stringify(definition));
    expect(await reply('kpi', desk.workspace, 'define', file)).toMatchObject({
      kpis: [{ id: 'largest_share' }],
    });
    const found = await reply('kpi', desk.workspace, '--kpi', 'largest_share', ...in2017, '--by', 'rep');
    // The largest deal of the data was won for 30,288 (sales_pipeline.csv).
    expect(found).toMatchObject({
      kpis: [{ name: 'Largest deal of bookings', numerator: 30288, denominator: crm.bookings }],
    });
    const [share] = kpiReply.parse(found).kpis;
    expect(share?.rows.map(({ key }) => key)).toEqual(Object.keys(crm.bookings_by_rep).sort());
    expect(JSON.parse((await run('kpi', desk.workspace, 'print', 'largest_share')).stdout)).toEqual(
      definition,
    );
    await reply('kpi', desk.workspace, 'remove', 'largest_share');
    expect(await reply('kpi', desk.workspace, 'list')).toEqual({ kpis: [] });
  });

  it('underlines where the formula of a KPI goes wrong', async () => {
    const definition = {
      id: 'wrong',
      name: 'Wrong',
      unit: 'money',
      direction: 'up',
      measures: {
        won: { kpi: 'bookings' },
        cycle: { dataset: 'opportunities', aggregate: 'mean', field: 'cycle_days' },
      },
      formula: '2 * (won + cycle)',
    };
    const { code, stderr } = await run(
      'kpi',
      desk.workspace,
      'define',
      desk.write('wrong.json', JSON.stringify(definition)),
    );
    expect(code).toBe(2);
    expect(stderr).toBe(
      'quotabench: wrong: “(won + cycle)”: money and days cannot be added, subtracted, compared or chosen between.\n' +
        '  2 * (won + cycle)\n' +
        '      ^^^^^^^^^^^^^\n',
    );
    const broken = await run(
      'kpi',
      desk.workspace,
      'define',
      desk.write('broken.json', '{\n  "id": "x",\n  oops\n}'),
    );
    expect(broken.stderr).toBe('quotabench: The text is not JSON: something is wrong at line 3, column 3.\n');
    const missing = await run('kpi', desk.workspace, 'define', desk.write('missing.json', '{ "id": "x" }'));
    expect(missing.stderr).toMatch(/^quotabench: “name” is missing/);
  });
});
