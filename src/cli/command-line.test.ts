import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from './command-line';

const golden = resolve(import.meta.dirname, '../../test/golden/data');
const answers = JSON.parse(readFileSync(join(golden, 'answers.json'), 'utf8')) as {
  crm: {
    bookings: number;
    bookings_by_rep: Record<string, number>;
    flat_quota_90000_per_quarter_for_each_rep_with_deals: Record<
      string,
      { reps_at_quota: number; quota_attainment: number }
    >;
  };
};

let folder: string;
let workspace: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-cli-'));
  workspace = join(folder, 'Salg på kysten.qbench');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]) {
  let [stdout, stderr] = ['', ''];
  const code = await runCommandLine(words, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

/** What a command replies that succeeds. */
// biome-ignore lint/suspicious/noExplicitAny: the replies are documents of many shapes, which the assertions look into
async function reply(...words: string[]): Promise<any> {
  const { code, stdout, stderr } = await run(...words, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the command line on a real CRM export', () => {
  beforeEach(async () => {
    await reply('new', workspace);
    const sources = ['sales_teams.csv', 'products.csv', 'accounts.csv', 'sales_pipeline.csv'].map((name) =>
      join(golden, 'crm', name),
    );
    const { batches } = await reply('import', workspace, ...sources);
    expect(
      batches.map((batch: { dataset: string; inserted: number; updated: number }) => [
        batch.dataset,
        batch.inserted,
        batch.updated,
      ]),
    ).toEqual([
      ['reps', 35, 0],
      ['products', 7, 0],
      ['customers', 85, 0],
      ['opportunities', 8800, 0],
    ]);
  });

  it('has the funnel by stage, and forecasts from the last day of the data', async () => {
    const { kpis } = await reply('kpi', workspace, '--kpi', 'funnel', '--by', 'stage');
    expect(
      kpis[0].rows.map((row: { key: string; beside: { deals: number } }) => [row.key, row.beside.deals]),
    ).toEqual([
      ['Prospecting', 500],
      ['Engaging', 1589],
      ['Won', 4238],
      ['Lost', 2473],
    ]);
    const { progress, attainment } = await reply('forecast', workspace);
    expect(progress).toMatchObject({ asOf: '2017-12-31', openMonth: '2018-01', model: { months: 10 } });
    expect(attainment).toMatchObject({
      from: '2018-01-01',
      to: '2018-03-31',
      total: { quota: null, booked: 0 },
    });
    const written = await run('forecast', workspace);
    expect(written.stdout).toContain('exponential smoothing, as there is less than 15 months of history');
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
    const file = write('largest.json', JSON.stringify(definition));
    expect(await reply('kpi', workspace, 'define', file)).toMatchObject({ kpis: [{ id: 'largest_share' }] });
    const { kpis } = await reply(
      'kpi',
      workspace,
      '--kpi',
      'largest_share',
      '--from',
      '2017-01-01',
      '--to',
      '2017-12-31',
      '--by',
      'rep',
    );
    // The largest deal of the data was won for 30,288 (sales_pipeline.csv).
    expect(kpis[0]).toMatchObject({
      name: 'Largest deal of bookings',
      numerator: 30288,
      denominator: answers.crm.bookings,
    });
    expect(kpis[0].rows.map(({ key }: { key: string }) => key)).toEqual(
      Object.keys(answers.crm.bookings_by_rep).sort(),
    );
    expect(JSON.parse((await run('kpi', workspace, 'print', 'largest_share')).stdout)).toEqual(definition);
    await reply('kpi', workspace, 'remove', 'largest_share');
    expect(await reply('kpi', workspace, 'list')).toEqual({ kpis: [] });
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
      workspace,
      'define',
      write('wrong.json', JSON.stringify(definition)),
    );
    expect(code).toBe(2);
    expect(stderr).toBe(
      'quotabench: wrong: “(won + cycle)”: money and days cannot be added, subtracted, compared or chosen between.\n' +
        '  2 * (won + cycle)\n' +
        '      ^^^^^^^^^^^^^\n',
    );
    const broken = await run('kpi', workspace, 'define', write('broken.json', '{\n  "id": "x",\n  oops\n}'));
    expect(broken.stderr).toBe('quotabench: The text is not JSON: something is wrong at line 3, column 3.\n');
    const missing = await run('kpi', workspace, 'define', write('missing.json', '{ "id": "x" }'));
    expect(missing.stderr).toMatch(/^quotabench: “name” is missing/);
  });

  it('gives the KPIs that were computed elsewhere', async () => {
    const { kpis } = await reply(
      'kpi',
      workspace,
      '--kpi',
      'bookings',
      '--from',
      '2017-01-01',
      '--to',
      '2017-12-31',
      '--by',
      'rep',
    );
    expect(kpis[0]).toMatchObject({
      id: 'bookings',
      unit: 'money',
      value: answers.crm.bookings,
      from: '2017-01-01',
      to: '2017-12-31',
    });
    const byRep = Object.fromEntries(
      kpis[0].rows.map(({ key, value }: { key: string; value: number }) => [key, value]),
    );
    for (const [rep, bookings] of Object.entries(answers.crm.bookings_by_rep))
      expect(byRep[rep]).toBe(bookings);
  });

  it('reckons quotas that were imported, and what other quotas would do', async () => {
    const reps = Object.keys(answers.crm.bookings_by_rep);
    const periods = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];
    const rows = reps.flatMap((rep) => periods.map((period) => `${rep},${period},90000`));
    await reply('quota', workspace, 'import', write('quotas.csv', `Rep,Period,Quota\n${rows.join('\n')}\n`));
    const expected = answers.crm.flat_quota_90000_per_quarter_for_each_rep_with_deals;
    const { kpis } = await reply(
      'kpi',
      workspace,
      '--kpi',
      'quota_attainment',
      'reps_at_quota',
      '--from',
      '2017-04-01',
      '--to',
      '2017-06-30',
    );
    expect(kpis.map(({ value }: { value: number }) => value)).toEqual([
      expect.closeTo(expected['2017-Q2']?.quota_attainment ?? 0, 12),
      expect.closeTo(expected['2017-Q2']?.reps_at_quota ?? 0, 12),
    ]);
    const scenario = write(
      'half.json',
      JSON.stringify({
        name: 'Half',
        from: '2017-04-01',
        to: '2017-06-30',
        adjustments: [{ id: 'q', lever: 'quota', op: 'scale', value: 0.5 }],
      }),
    );
    const outcome = await reply('whatif', workspace, '--scenario', scenario);
    const attainment = outcome.kpis.find(({ id }: { id: string }) => id === 'quota_attainment');
    expect(attainment.value).toBeCloseTo(2 * attainment.base, 12);
  });

  it('seeks the quota that brings attainment to a goal, and says when none does', async () => {
    await reply('quota', workspace, 'set', '--rep', 'Anna Snelling', '--period', '2017', '90000');
    const scenario = write(
      'seek.json',
      JSON.stringify({
        name: 'Seek',
        from: '2017-01-01',
        to: '2017-12-31',
        adjustments: [{ id: 'q', lever: 'quota', op: 'scale', value: 1 }],
      }),
    );
    const { kpis } = await reply('whatif', workspace, '--scenario', scenario);
    const { base } = kpis.find(({ id }: { id: string }) => id === 'quota_attainment');
    const seek = (target: number) =>
      reply(
        'goalseek',
        workspace,
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
    expect(found).toMatchObject({ vary: 'q.value', found: true, reason: null });
    expect(found.value).toBeCloseTo(0.8, 9);
    // A tenth of the quota is the least that is tried, and gives ten times the attainment.
    expect(await seek(base * 11)).toMatchObject({ found: false, value: null, reason: 'outOfReach' });
  });

  it('simulates what a scenario is unsure about, the same way for the same seed', async () => {
    const scenario = write(
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
    await reply('target', workspace, 'set', 'average_deal_size', '1', '--period', '2017');
    const simulate = (seed: number) =>
      reply('simulate', workspace, '--scenario', scenario, '--runs', '2000', '--seed', String(seed));
    const first = await simulate(7);
    expect(first).toMatchObject({ scenario: 'Unsure', runs: 2000, seed: 7 });
    const of = (id: string) => first.kpis.find((kpi: { id: string }) => kpi.id === id);
    // The average deal is the base times N(1, 0.1): half below the base, 5 % below 1 − 0.1 · 1.645; standard error of the mean 0.0022.
    const size = of('average_deal_size');
    expect(Math.abs(size.mean / size.base - 1)).toBeLessThan(0.01);
    expect(Math.abs(size.p5 / size.base - 0.8355)).toBeLessThan(0.02);
    expect(Math.abs(size.p95 / size.base - 1.1645)).toBeLessThan(0.02);
    expect(size).toMatchObject({ target: 1, chance: 1 });
    expect(of('bookings').drivers['d.value']).toBeGreaterThan(0.9);
    // No lever reaches them.
    expect(of('calls_made')?.p5 ?? null).toBe(of('calls_made')?.p95 ?? null);
    expect(await simulate(7)).toEqual(first);
    expect((await simulate(8)).kpis).not.toEqual(first.kpis);
    const wrong = await run('simulate', workspace, '--scenario', scenario, '--runs', 'many');
    expect(wrong).toMatchObject({ code: 2, stderr: 'quotabench: --runs takes a number, not many.\n' });
  });

  it('keeps targets and gives their status', async () => {
    await reply('target', workspace, 'set', 'win_rate', '60%', '--period', '2017');
    const { kpis } = await reply(
      'kpi',
      workspace,
      '--kpi',
      'win_rate',
      '--from',
      '2017-01-01',
      '--to',
      '2017-12-31',
    );
    expect(kpis[0]).toMatchObject({ target: 0.6, status: 'green', unit: 'percent' });
    expect((await reply('target', workspace, 'list')).targets).toMatchObject([
      { kpi: 'win_rate', value: 0.6, period: '2017' },
    ]);
  });

  it('pays incentives by rep as worked out elsewhere', async () => {
    const agents = Object.keys(answers.crm.bookings_by_rep);
    const quarters = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];
    const lines = agents.flatMap((agent) => quarters.map((quarter) => `${agent},${quarter},90000`));
    await reply(
      'quota',
      workspace,
      'import',
      write('quotas.csv', ['rep,period,amount', ...lines].join('\n')),
    );
    const tiers = [
      { from: 0.8, to: 1, rate: 0.06 },
      { from: 1, accelerator: 2.25 },
    ];
    const plan = write('plan.json', JSON.stringify({ name: 'All', baseRate: 0.04, tiers }));
    await reply('incentive', workspace, 'set', plan);
    const ids = ['incentive_payout', 'incentive_cost_ratio'];
    const period = ['--from', '2017-01-01', '--to', '2017-12-31'];
    const { kpis } = await reply('kpi', workspace, '--kpi', ...ids, '--by', 'rep', ...period);
    // By python's csv and decimal: for each of 30 agents and four quarters min(x, 72000) × 4 % + what lies between 72000 and 90000 × 6 %
    // + what lies above × 9 %, rounded half up, and summed.
    expect(kpis.map(({ value }: { value: number }) => value)).toEqual([
      521_375,
      expect.closeTo(521_375 / 10_005_534, 12),
    ]);
    const paid = new Map(kpis[0].rows.map(({ key, value }: { key: string; value: number }) => [key, value]));
    expect([paid.get('Darcel Schlecht'), paid.get('Anna Snelling')]).toEqual([87_230, 11_239]);
    const told = await run('incentive', workspace, 'payouts', ...period);
    expect(told.stdout).toMatch(/First 80% of quota: .*72,000 × 4% = .*2,880\n/);
  });

  it('gives a target out to parts that sum exactly to it, and takes one from last year', async () => {
    const over = ['--period', '2017', '--spread', 'equal', '--over', 'quarter', '--unit', '1000'];
    const spread = await reply('target', workspace, 'set', 'bookings', '10000000', ...over);
    expect(
      spread.parts.map(({ period, value }: { period: string; value: number }) => [period, value]),
    ).toEqual([
      ['2017-Q1', 2_500_000],
      ['2017-Q2', 2_500_000],
      ['2017-Q3', 2_500_000],
      ['2017-Q4', 2_500_000],
    ]);
    const { target } = await reply(
      'target',
      workspace,
      'set',
      'bookings',
      'last-year+5%',
      '--period',
      '2018',
    );
    // 10,005,534 × 1.05.
    expect(target.value).toBe(10_505_810.7);
    const refused = await run('target', workspace, 'set', 'win_rate', 'benchmark');
    expect(refused).toMatchObject({ code: 2, stderr: 'quotabench: There is no benchmark of win_rate.\n' });
  });

  it('is a file that the sqlite3 program could open, and whole', async () => {
    expect(readFileSync(workspace).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(await reply('check', workspace)).toMatchObject({ whole: true, problems: [] });
  });

  it('replaces a quota of the same rep and period', async () => {
    await reply('quota', workspace, 'set', '--rep', 'Anna Snelling', '--period', 'Q1 2017', '1 000,50');
    await reply('quota', workspace, 'set', '--rep', 'Anna Snelling', '--period', '2017-Q1', '2000');
    expect((await reply('quota', workspace, 'list')).quotas).toEqual([
      { rep: 'Anna Snelling', team: null, period: '2017-Q1', measure: 'bookings', amount: 2000 },
    ]);
  });
});

describe('a sheet that is imported again', () => {
  const note = expect.stringContaining('imported before');
  const deals = ['deal_id,closed_on,stage,amount', 'D1,2026-01-05,Won,100', 'D2,2026-01-06,Lost,50'].join(
    '\n',
  );

  it('brings its rows a second time and says so, unless a key finds them', async () => {
    await reply('new', workspace);
    const source = write('deals.csv', deals);
    await reply('import', workspace, source);
    const keyed = await reply('import', workspace, source, '--key', 'deal_id');
    expect(keyed.batches).toMatchObject([{ inserted: 0, unchanged: 2, notes: [] }]);
    const again = await reply('import', workspace, source);
    expect(again.batches).toMatchObject([{ inserted: 2, unchanged: 0, notes: [note] }]);
  });
});

describe('a mapping file', () => {
  it('says which column goes where, for a file without headings too', async () => {
    await reply('new', workspace);
    const mapping = write(
      'mapping.json',
      JSON.stringify({
        dataset: 'orders',
        headerRow: 0,
        columns: [
          { column: 0, field: 'customer' },
          { column: 'Column C', field: 'ordered_on' },
          { column: 3, field: 'quantity' },
          { column: 4, field: 'amount' },
        ],
      }),
    );
    const { batches } = await reply(
      'import',
      workspace,
      join(golden, 'cdnow/CDNOW_sample.txt'),
      '--mapping',
      mapping,
    );
    expect(batches).toMatchObject([{ dataset: 'orders', inserted: 6919, rejected: [] }]);
    const { kpis } = await reply('kpi', workspace, '--kpi', 'revenue');
    expect(kpis[0].value).toBeCloseTo(244091.94, 6);

    const { cohorts } = await reply('retention', workspace, '--step', 'quarter');
    expect(cohorts.cohorts).toMatchObject([{ key: '1997-Q1', customers: 2357 }]);
    const { fit, holdOut } = await reply('lifetime', workspace, '--to', '1997-09-30');
    expect(fit.model.buying.r).toBeCloseTo(0.243, 2);
    expect(holdOut.split).toBe('1997-05-17');
  });
});

describe('what is wrong', () => {
  it('is said in one sentence, with exit code 2 for arguments', async () => {
    await reply('new', workspace);
    const wrong = [
      ['kpi', workspace, '--kpi', 'profit'],
      ['kpi', workspace, '--by', 'colour'],
      ['kpi', workspace, '--from', '31.12.2026'],
      ['import', workspace],
      ['import', workspace, 'x.csv', '--as', 'sales'],
      ['quota', workspace, 'set', '--rep', 'Anna', '100'],
      ['target', workspace, 'set', 'win_rate'],
      ['frobnicate'],
    ];
    for (const words of wrong) {
      const { code, stdout, stderr } = await run(...words);
      expect([words, code, stdout, stderr.trim().split('\n').length]).toEqual([words, 2, '', 1]);
    }
  });

  it('with data or a file ends with exit code 1 and leaves the workspace as it was', async () => {
    await reply('new', workspace);
    const before = readFileSync(workspace);
    const notes = write('notes.csv', 'Just some words\nand more of them\n');
    for (const words of [
      ['new', workspace],
      ['import', workspace, join(folder, 'gone.xlsx')],
      ['import', workspace, notes],
      ['kpi', join(folder, 'gone.qbench')],
      ['check', notes],
    ]) {
      const { code, stderr } = await run(...words);
      expect([words, code, stderr.startsWith('quotabench: ')]).toEqual([words, 1, true]);
    }
    expect(readFileSync(workspace).equals(before)).toBe(true);
  });

  it('in single rows is listed with file, sheet, row and column, and the good rows go in', async () => {
    await reply('new', workspace);
    const orders = write(
      'ordrer.csv',
      'Ordredato;Kunde;Beløp\n1.2.2026;A;1 000,50\n31.2.2026;B;5\n3.2.2026;C;mye\n4.2.2026;D;7\n5.2.2026;D;7\n6.2.2026;D;7\n7.2.2026;D;7\n8.2.2026;D;7\n9.2.2026;D;7\n9.2.2026;D;7\n',
    );
    const { batches } = await reply('import', workspace, orders);
    expect(batches[0]).toMatchObject({
      inserted: 8,
      rejected: [
        { row: 3, column: 'Ordredato', value: '31.2.2026', reason: expect.stringContaining('is not a date') },
        { row: 4, column: 'Beløp', value: 'mye', reason: expect.stringContaining('is not a number') },
      ],
    });
    const { stderr } = await run('import', workspace, orders);
    expect(stderr).toContain('ordrer.csv, sheet ordrer, row 4, column Beløp (mye): ');
  });
});

describe('an export', () => {
  it('writes the KPI table and any dataset, which can be imported again', async () => {
    await reply('new', workspace);
    await reply('import', workspace, join(golden, 'crm', 'products.csv'), '--as', 'products');
    const before = await reply('check', workspace);
    for (const file of ['products.xlsx', 'products.csv']) {
      const path = join(folder, file);
      expect(await reply('export', workspace, path, '--dataset', 'products')).toEqual({ path, rows: 7 });
      const other = join(folder, `${file}.qbench`);
      await reply('new', other);
      const { batches } = await reply('import', other, path);
      expect(batches).toMatchObject([{ dataset: 'products', inserted: 7, rejected: [] }]);
    }
    expect(await reply('check', workspace)).toEqual(before);
    const kpis = join(folder, 'kpis.csv');
    await reply(
      'export',
      workspace,
      kpis,
      '--report',
      'kpi',
      '--from',
      '2017-01-01',
      '--to',
      '2017-12-31',
      '--locale',
      'nb-NO',
    );
    expect(readFileSync(kpis, 'utf8')).toMatch(/^\uFEFFKPI;Verdi;/);
  });

  it('says what is wrong with its arguments', async () => {
    await reply('new', workspace);
    const out = join(folder, 'out.xlsx');
    for (const [words, sentence] of [
      [[out], 'Say what to export: --dataset or --report kpi.'],
      [[out, '--dataset', 'sales'], '--dataset takes one of'],
      [[out, '--report', 'annual'], '--report takes kpi, not annual.'],
      [[join(folder, 'out.doc'), '--dataset', 'orders'], 'must end in .xlsx or .csv'],
    ] as const) {
      const { code, stderr } = await run('export', workspace, ...words);
      expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
    }
    expect(existsSync(out)).toBe(false);
  });
});

describe('the built program', () => {
  const bundle = resolve(import.meta.dirname, '../../out/main/cli.cjs');

  it.runIf(existsSync(bundle))('runs in plain Node and replies with one JSON document', () => {
    const output = execFileSync(process.execPath, [bundle, 'new', workspace, '--json'], { encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual({ path: workspace });
  });
});

describe('the best price on the command line', () => {
  it('is cost · ε ÷ (1 + ε) of orders that show their elasticity, and is told why where it is not known', async () => {
    await reply('new', workspace);
    // q = 1,000,000 · p⁻²: ln q falls by 2 for each ln p, exactly.
    const prices = [80, 90, 100, 110, 120, 125];
    const lines = prices.map((price, index) => {
      const quantity = 1e6 / price ** 2;
      return `2026-0${index + 1}-15,A,${quantity},${price},${quantity * 50}`;
    });
    const orders = write(
      'orders.csv',
      ['ordered_on,product,quantity,unit_price,cost', ...lines, '2026-01-15,B,5,10,20'].join('\n'),
    );
    await reply('import', workspace, orders, '--as', 'orders');
    const found = await reply('bestprice', workspace, '--low', '-90%', '--high', '400%');
    const of = (name: string) => found.products.find(({ product }: { product: string }) => product === name);
    // The unit cost is 50: 50 · −2 ÷ (1 − 2) = 100.
    expect(of('A')).toMatchObject({ found: true, reason: 'optimum', doubt: null });
    expect(of('A').elasticity).toBeCloseTo(-2, 6);
    expect(of('A').best.price).toBeCloseTo(100, 4);
    expect(of('B')).toMatchObject({ found: false, reason: 'noElasticity' });
    expect(await run('bestprice', workspace, '--aim', 'luck')).toMatchObject({ code: 2 });
  });
});
