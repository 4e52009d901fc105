import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { golden, reply, run, useDesk } from '../command-line.fixture';

describe('import', () => {
  const desk = useDesk();

  const note = expect.stringContaining('imported before');
  const deals = ['deal_id,closed_on,stage,amount', 'D1,2026-01-05,Won,100', 'D2,2026-01-06,Lost,50'].join(
    '\n',
  );

  it('brings its rows a second time and says so, unless a key finds them', async () => {
    await reply('new', desk.workspace);
    const source = desk.write('deals.csv', deals);
    await reply('import', desk.workspace, source);
    const keyed = await reply('import', desk.workspace, source, '--key', 'deal_id');
    expect(keyed).toMatchObject({ batches: [{ inserted: 0, unchanged: 2, notes: [] }] });
    const again = await reply('import', desk.workspace, source);
    expect(again).toMatchObject({ batches: [{ inserted: 2, unchanged: 0, notes: [note] }] });
  });

  it('says which column goes where, for a file without headings too', async () => {
    await reply('new', desk.workspace);
    const mapping = desk.write(
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
    const source = join(golden, 'cdnow/CDNOW_sample.txt');
    expect(await reply('import', desk.workspace, source, '--mapping', mapping)).toMatchObject({
      batches: [{ dataset: 'orders', inserted: 6919, rejected: [] }],
    });
    expect(await reply('kpi', desk.workspace, '--kpi', 'revenue')).toMatchObject({
      kpis: [{ value: expect.closeTo(244091.94, 6) }],
    });
    expect(await reply('retention', desk.workspace, '--step', 'quarter')).toMatchObject({
      cohorts: { cohorts: [{ key: '1997-Q1', customers: 2357 }] },
    });
    expect(await reply('lifetime', desk.workspace, '--to', '1997-09-30')).toMatchObject({
      fit: { model: { buying: { r: expect.closeTo(0.243, 2) } } },
      holdOut: { split: '1997-05-17' },
    });
  });

  it('in single rows is listed with file, sheet, row and column, and the good rows go in', async () => {
    await reply('new', desk.workspace);
    const orders = desk.write(
      'ordrer.csv',
      'Ordredato;Kunde;Beløp\n1.2.2026;A;1 000,50\n31.2.2026;B;5\n3.2.2026;C;mye\n4.2.2026;D;7\n5.2.2026;D;7\n6.2.2026;D;7\n7.2.2026;D;7\n8.2.2026;D;7\n9.2.2026;D;7\n9.2.2026;D;7\n',
    );
    expect(await reply('import', desk.workspace, orders)).toMatchObject({
      batches: [
        {
          inserted: 8,
          rejected: [
            {
              row: 3,
              column: 'Ordredato',
              value: '31.2.2026',
              reason: expect.stringContaining('is not a date'),
            },
            { row: 4, column: 'Beløp', value: 'mye', reason: expect.stringContaining('is not a number') },
          ],
        },
      ],
    });
    const { stderr } = await run('import', desk.workspace, orders);
    expect(stderr).toContain('ordrer.csv, sheet ordrer, row 4, column Beløp (mye): ');
  });
});
