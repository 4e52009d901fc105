import { builtInKpis } from '@shared/kpi/catalogue';
import { rowDimensions } from '@shared/kpi/declaration';
import { QuotabenchError } from '@shared/model/error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorkspace } from './any-workspace.fixture';
import { crossKpi } from './cross-kpi';
import { everything } from './everything.fixture';
import { kpiWorkspace } from './kpi-workspace.fixture';

const year = { from: '2026-01-01', to: '2026-12-31' };

const deals = [
  { rep: 'Anna', product: 'Chair', stage: 'Won', closed_on: '2026-01-10', amount: 100 },
  { rep: 'Anna', product: 'Lamp', stage: 'Won', closed_on: '2026-02-10', amount: 40 },
  { rep: 'Anna', product: 'Lamp', stage: 'Lost', closed_on: '2026-02-11', amount: 999 },
  { rep: 'Bo', product: 'Chair', stage: 'Lost', closed_on: '2026-01-20', amount: 999 },
];

describe('a KPI crossed by two dimensions', () => {
  it('has a cell for each pair, the totals of both, and no value where there is nothing to divide by', async () => {
    const { kpis } = await kpiWorkspace({ opportunities: deals });
    const crossing = crossKpi(kpis, { ...year, kpi: 'win_rate', by: 'rep', across: 'product' });
    expect(crossing.columns.map(({ key, value }) => [key, value])).toEqual([
      ['Chair', 0.5],
      ['Lamp', 0.5],
    ]);
    expect(
      crossing.rows.map(({ key, value, cells }) => [key, value, cells.map((cell) => cell?.value)]),
    ).toEqual([
      ['Anna', 2 / 3, [1, 0.5]],
      ['Bo', 0, [0, undefined]],
    ]);
    expect(crossing.total).toEqual({ value: 0.5, numerator: 2, denominator: 4 });
  });

  it('can have periods across', async () => {
    const { kpis } = await kpiWorkspace({ opportunities: deals });
    const firstQuarter = { from: '2026-01-01', to: '2026-03-31' };
    const crossing = crossKpi(kpis, { ...firstQuarter, kpi: 'bookings', by: 'rep', across: 'month' });
    expect(crossing.columns.map(({ key, value }) => [key, value])).toEqual([
      ['2026-01', 100],
      ['2026-02', 40],
      ['2026-03', 0],
    ]);
    expect(crossing.rows[0]?.cells.map((cell) => cell?.value)).toEqual([100, 40, undefined]);
  });

  it('refuses a dimension that the KPI lacks, and one crossed with itself', async () => {
    const { kpis } = await kpiWorkspace({ opportunities: deals });
    const ask = (across: 'rep' | 'competitor') => () =>
      crossKpi(kpis, { ...year, kpi: 'bookings', by: 'rep', across });
    expect(ask('rep')).toThrow(QuotabenchError);
    expect(ask('competitor')).toThrow(QuotabenchError);
  });

  it('has the same value in a cell whichever of the two stands across, for every KPI and pair', async () => {
    const { kpis } = await kpiWorkspace(everything);
    const questions = builtInKpis.flatMap((kpi) => {
      const split = rowDimensions.filter((dimension) => kpi.dimensions.includes(dimension));
      // A team's own quota belongs to no rep, so that a team's reps do not make the team.
      const hasOwnQuotas = kpi.alsoReads?.includes('quotas') ?? false;
      return split.flatMap((by, place) =>
        split
          .slice(place + 1)
          .filter((across) => !hasOwnQuotas || (by !== 'team' && across !== 'team'))
          .map((across) => ({ kpi: kpi.id, by, across })),
      );
    });
    for (const { kpi, by, across } of questions) {
      const cells = ({ rows, columns }: ReturnType<typeof crossKpi>, turned: boolean) =>
        new Map(
          rows.flatMap((row) =>
            row.cells.flatMap((cell, index) => {
              const pair = [row.key, columns[index]?.key];
              return cell?.value == null ? [] : [[(turned ? pair.reverse() : pair).join(' × '), cell.value]];
            }),
          ),
        );
      const one = cells(crossKpi(kpis, { ...year, kpi, by, across }), false);
      const other = cells(crossKpi(kpis, { ...year, kpi, by: across, across: by }), true);
      const what = `${kpi} by ${by} and ${across}`;
      // A product alone stands at its list price where it was not sold; in a sum it has no weight then.
      const isPrice = (by === 'product' || across === 'product') && kpi.startsWith('price_');
      if (!isPrice) expect([...one.keys()].sort(), what).toEqual([...other.keys()].sort());
      for (const [pair, value] of one) {
        if (isPrice && !other.has(pair)) continue;
        expect(value, `${what}: ${pair}`).toBeCloseTo(other.get(pair) ?? Number.NaN, 8);
      }
    }
    expect(questions.length).toBeGreaterThan(200);
  });

  it('has cells whose numerators and denominators add up to the totals of rows and columns', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkspace, async (rows) => {
        const { kpis } = await kpiWorkspace(rows);
        for (const kpi of ['win_rate', 'gross_margin', 'revenue']) {
          const crossing = crossKpi(kpis, { ...year, kpi, by: 'segment', across: 'team' });
          for (const part of ['numerator', 'denominator'] as const) {
            const sum = (cells: readonly ({ [key in typeof part]: number | null } | null)[]) =>
              cells.reduce((total, cell) => total + (cell?.[part] ?? 0), 0);
            for (const row of crossing.rows) expect(sum(row.cells), kpi).toBeCloseTo(row[part] ?? 0, 6);
            crossing.columns.forEach((column, index) => {
              const cells = crossing.rows.map((row) => row.cells[index] ?? null);
              expect(sum(cells), kpi).toBeCloseTo(column[part] ?? 0, 6);
            });
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
