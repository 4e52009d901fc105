import fc from 'fast-check';
import { quotaMeasures } from '../model/dataset';
import type { CubeMeasure, ScenarioCube } from './cube';
import { mapMeasures } from './cube-sums';
import type { ScenarioBase } from './scenario-base';

export const reps = ['Anna', 'Bo', 'Cid'];
export const teams = ['North', 'South', 'North'];
export const products = ['A', 'B', 'C'];
export const segments = ['Large', 'Small'];
const months = [31, 28, 31].map((days, index) => ({
  from: `2026-0${index + 1}-01`,
  to: `2026-0${index + 1}-${days}`,
}));
export const range = { from: '2026-01-01', to: '2026-03-31' };

interface Cell {
  readonly rep: number;
  readonly product: number;
  readonly segment: number;
  readonly bucket: number;
  readonly sums: Readonly<Record<CubeMeasure, number>>;
}

/** Names by their index; the index after the last stands for none. */
const names = (list: readonly unknown[]) => fc.integer({ min: 0, max: list.length });
/** Money in cents. */
const amount = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
const count = fc.integer({ min: 0, max: 500 });

const cell: fc.Arbitrary<Cell> = fc.record({
  rep: names(reps),
  product: names(products),
  segment: names(segments),
  bucket: fc.integer({ min: 0, max: months.length - 1 }),
  sums: fc
    .record({ revenue: amount, cost: amount, quantity: count, won: amount, wonDeals: count, lost: count })
    .map(({ revenue, cost, quantity, won, wonDeals, lost }) => ({
      revenue,
      margin: revenue - cost,
      costedRevenue: revenue,
      quantifiedRevenue: revenue,
      quantity,
      discount: 0,
      gross: revenue,
      // Without a deal won nothing is won.
      wonAmount: wonDeals > 0 ? won : 0,
      wonDeals,
      closedDeals: wonDeals + lost,
    })),
});

const product = fc.record({
  listPrice: fc.option(fc.double({ min: 1, max: 1000, noNaN: true })),
  elasticity: fc.option(fc.double({ min: -5, max: 2, noNaN: true })),
});

const quota = fc.record({
  rep: fc.integer({ min: 0, max: reps.length - 1 }),
  period: fc.constantFrom('2026-01', '2026-02', '2026-Q1', '2026', '2025-Q4'),
  measure: fc.constantFrom(...quotaMeasures),
  amount: fc.double({ min: 1, max: 1e6, noNaN: true }),
});

/** What scenarios of a quarter start from: any sales, prices and quotas of three reps and three products in two segments. */
export const scenarioBases: fc.Arbitrary<ScenarioBase> = fc
  .record({
    cells: fc.array(cell, { maxLength: 40 }),
    products: fc.tuple(product, product, product),
    quotas: fc.array(quota, { maxLength: 12 }),
  })
  .map((given) => ({ cube: cubeOf(given), values: [], openAmount: 1000 }));

function cubeOf(given: {
  readonly cells: readonly Cell[];
  readonly products: readonly { readonly listPrice: number | null; readonly elasticity: number | null }[];
  readonly quotas: readonly {
    readonly rep: number;
    readonly period: string;
    readonly measure: (typeof quotaMeasures)[number];
    readonly amount: number;
  }[];
}): ScenarioCube {
  const column = (of: (cell: Cell) => number) => Int32Array.from(given.cells, of);
  return {
    range,
    buckets: months,
    reps: [...reps.map((name, index) => ({ name, team: teams[index] ?? '' })), { name: '', team: '' }],
    regions: [''],
    products: [
      ...products.map((name, index) => ({
        name,
        category: 'All',
        listPrice: given.products[index]?.listPrice ?? null,
        elasticity: given.products[index]?.elasticity ?? null,
      })),
      { name: '', category: '', listPrice: null, elasticity: null },
    ],
    segments: [...segments, ''],
    cells: {
      count: given.cells.length,
      rep: column(({ rep }) => rep),
      region: column(() => 0),
      product: column((own) => own.product),
      segment: column(({ segment }) => segment),
      bucket: column(({ bucket }) => bucket),
      sums: mapMeasures((id) => Float64Array.from(given.cells, ({ sums }) => sums[id])),
    },
    quotas: given.quotas.map(({ rep, ...own }) => ({
      ...own,
      rep: reps[rep] ?? '',
      team: teams[rep] ?? '',
      region: '',
    })),
    prices: [{ product: 'A', category: 'All', listPrice: 10, competitors: [{ competitor: 'X', price: 12 }] }],
    datasets: ['orders', 'opportunities', 'quotas'],
    fiscalYearStart: 1,
    inactivityDays: 90,
  };
}
