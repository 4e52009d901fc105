import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpus, importDesk } from './import-desk.fixture';
import { inspectSource } from './inspect-source';

const desk = importDesk();

describe('a wide table becomes rows', () => {
  it('of quotas, from months as columns', async () => {
    await desk.importFile({ path: join(corpus, 'exports/kvoter-brede.csv') });
    expect(
      desk.tuples(
        'SELECT r.name, period, amount FROM quotas JOIN reps r ON r.id = rep_id ORDER BY quotas.id',
      ),
    ).toEqual([
      ['Gro', '2026-01', 100000],
      ['Gro', '2026-02', 110000],
      ['Gro', '2026-03', 120000],
      ['Per', '2026-01', 90000],
      ['Per', '2026-02', 90000],
      ['Per', '2026-03', 95000],
    ]);
  });

  it('of quotas, from dates as columns', async () => {
    await desk.importFile({ path: join(corpus, 'written/months-as-dates.xlsx') });
    expect(desk.tuples('SELECT DISTINCT period FROM quotas')).toEqual([
      ['2026-01'],
      ['2026-02'],
      ['2026-03'],
    ]);
  });

  it('of quotas of the year in the name of the file, from names of months', async () => {
    const path = join(desk.folder, 'Budsjett 2027.xlsx');
    copyFileSync(join(corpus, 'written/months-without-year.xlsx'), path);
    const { batch } = await desk.importFile({ path });
    expect([batch.dataset, batch.inserted]).toEqual(['quotas', 24]);
    expect(desk.tuples("SELECT amount FROM quotas WHERE period = '2027-05'")).toEqual([[5], [5]]);
  });

  it('of orders, where the title says that the months hold sales', async () => {
    const path = desk.write(
      'report.csv',
      'Sales 2026;;;',
      'Product;Q1;Q2;Q3',
      'Laks;1000;;300',
      'Torsk;50;60;70',
    );
    const { batch } = await desk.importFile({ path });
    expect([batch.dataset, batch.inserted]).toEqual(['orders', 5]);
    expect(desk.tuples('SELECT ordered_on, amount FROM orders')).toContainEqual(['2026-07-01', 300]);
  });

  it('of activities, from calls, e-mails and meetings as columns', async () => {
    await desk.importFile({ path: join(corpus, 'exports/aktiviteter-brede.csv') });
    expect(desk.tuples('SELECT type, sum(count) FROM activities GROUP BY 1 ORDER BY 1')).toEqual([
      ['call', 30],
      ['email', 75],
      ['meeting', 6],
    ]);
  });

  it('of competitors’ prices, from competitors as columns', async () => {
    await desk.importFile({ path: join(corpus, 'exports/competitors-wide.csv') });
    expect(desk.tuples('SELECT competitor, price FROM competitor_prices ORDER BY id LIMIT 2')).toEqual([
      ['Competitor A', 95],
      ['Competitor B', 105],
    ]);
  });
});

describe('a wide table', () => {
  it('names row and column of the file for a cell that cannot be read', async () => {
    const path = desk.write('q.csv', 'Rep,2026-01,2026-02,2026-03', 'Ann,1,2,3', 'Bob,4,much,6');
    const { rejects } = await desk.importFile({ path });
    expect(rejects).toMatchObject([
      { row: 3, column: '2026-02', value: 'much', reason: { code: 'cellNotNumber' } },
    ]);
  });

  it('stays as it is when that is asked', async () => {
    const { unpivot, wide, columns } = await inspectSource({
      path: join(corpus, 'exports/kvoter-brede.csv'),
      unpivot: null,
    });
    expect([unpivot, wide?.columns, columns.length]).toEqual([null, [1, 2, 3], 4]);
  });

  it('says when its months have no year', async () => {
    const { unpivot, notes } = await inspectSource({
      path: join(corpus, 'written/months-without-year.xlsx'),
    });
    expect([unpivot, notes.map(({ code }) => code)]).toEqual([null, ['noteMonthsWithoutYear']]);
  });
});
