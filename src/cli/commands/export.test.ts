import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { golden, in2017, reply, run, useDesk } from '../command-line.fixture';

describe('export', () => {
  const desk = useDesk();

  it('writes the KPI table and any dataset, which can be imported again', async () => {
    await reply('new', desk.workspace);
    await reply('import', desk.workspace, join(golden, 'crm', 'products.csv'), '--as', 'products');
    const before = await reply('check', desk.workspace);
    for (const file of ['products.xlsx', 'products.csv']) {
      const path = join(desk.folder, file);
      expect(await reply('export', desk.workspace, path, '--dataset', 'products')).toEqual({ path, rows: 7 });
      const other = join(desk.folder, `${file}.qbench`);
      await reply('new', other);
      expect(await reply('import', other, path)).toMatchObject({
        batches: [{ dataset: 'products', inserted: 7, rejected: [] }],
      });
    }
    expect(await reply('check', desk.workspace)).toEqual(before);
    const kpis = join(desk.folder, 'kpis.csv');
    await reply('export', desk.workspace, kpis, '--report', 'kpi', ...in2017, '--locale', 'nb-NO');
    expect(readFileSync(kpis, 'utf8')).toMatch(/^\uFEFFKPI;Verdi;/);
  });

  it('says what is wrong with its arguments', async () => {
    await reply('new', desk.workspace);
    const out = join(desk.folder, 'out.xlsx');
    for (const [words, sentence] of [
      [[out], 'Say what to export: --dataset or --report kpi.'],
      [[out, '--dataset', 'sales'], '--dataset takes one of'],
      [[out, '--report', 'annual'], '--report takes kpi, not annual.'],
      [[join(desk.folder, 'out.doc'), '--dataset', 'orders'], 'must end in .xlsx or .csv'],
    ] as const) {
      const { code, stderr } = await run('export', desk.workspace, ...words);
      expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
    }
    expect(existsSync(out)).toBe(false);
  });
});
