import fc from 'fast-check';
import { divide } from '../kpi/figure';
import { quotaMeasures } from '../model/dataset';
import type { CubeMeasure, ScenarioCube } from './cube';
import { mapMeasures } from './cube-sums';
import type { ScenarioBase } from './scenario-base';

export const reps = ['Anna', 'Bo', 'Cid'];
export const teams = ['North', 'South', 'North'];
export const products = ['A', 'B', 'C'];
export const segments = ['Large', 'Small'];
export const sources = ['Web', 'Fair'];
export const competitors = ['X', 'Y'];
const months = [31, 28, 31].map((days, index) => ({
  from: `2026-0${index + 1}-01`,
  to: `2026-0${index + 1}-${days}`,
}));
export const range = { from: '2026-01-01', to: '2026-03-31' };

interface Cell {
  readonly rep: number;
  readonly product: number;
  readonly segment: number;
  readonly source: number;
  readonly bucket: number;
  readonly sums: Readonly<Record<CubeMeasure, number>>;
}

/** Names by their index; the index after the last stands for none. */
const names = (list: readonly unknown[]) => fc.integer({ min: 0, max: list.length });
/** Money in cents. */
const amount = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
const count = fc.integer({ min: 0, max: 500 });

const sale = fc
  .record({
    revenue: amount,
    cost: amount,
    quantity: count,
    won: amount,
    wonDeals: count,
    lost: count,
    days: count,
    open: count,
  })
  .map(({ revenue, cost, quantity, won, wonDeals, lost, days, open }) => ({
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
    cycleDeals: wonDeals,
    cycleDays: wonDeals * days,
    openDeals: open,
    openAmount: open * 100,
  }));

const leadsAndActivities = fc
  .record({ leads: count, converted: fc.nat(100), calls: count, emails: count, meetings: count })
  .map(({ leads, converted, calls, emails, meetings }) => ({
    createdLeads: leads,
    createdLeadsConverted: Math.floor((leads * converted) / 100),
    calls,
    emails,
    meetings,
    activities: calls + emails + meetings,
  }));

const nothing = mapMeasures(() => 0);
const place = {
  rep: names(reps),
  source: names(sources),
  bucket: fc.integer({ min: 0, max: months.length - 1 }),
};

/** Sales have a product and a customer; leads and activities have neither. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({
    ...place,
    product: names(products),
    segment: names(segments),
    sums: sale.map((sums) => ({ ...nothing, ...sums })),
  }),
  fc.record({
    ...place,
    product: fc.constant(products.length),
    segment: fc.constant(segments.length),
    sums: leadsAndActivities.map((sums) => ({ ...nothing, ...sums })),
  }),
);

const customers = fc.nat(1000).chain((there) =>
  fc.record({
    there: fc.constant(there),
    lost: fc.nat(there),
    revenueThere: fc.constant(there * 10),
    revenueLost: fc.nat(there * 10),
  }),
);

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
    retention: fc.tuple(customers, customers, customers),
  })
  .map((given) => ({ cube: cubeOf(given), values: valuesOf(given.retention) }));

type Customers = readonly {
  readonly there: number;
  readonly lost: number;
  readonly revenueThere: number;
  readonly revenueLost: number;
}[];

/** Of the KPIs that no cube answers. */
function valuesOf(retention: Customers): ScenarioBase['values'] {
  const sum = (of: (own: Customers[number]) => number) =>
    retention.reduce((total, own) => total + of(own), 0);
  const churn = divide(
    sum(({ lost }) => lost),
    sum(({ there }) => there),
  );
  const revenueChurn = divide(
    sum(({ revenueLost }) => revenueLost),
    sum(({ revenueThere }) => revenueThere),
  );
  const values = {
    clv_historical: 5000,
    churn_rate: churn,
    revenue_churn_rate: revenueChurn,
    net_revenue_retention: revenueChurn === null ? null : 1 - revenueChurn,
    repeat_purchase_rate: 0.4,
  };
  return Object.entries(values).map(([id, value]) => ({ id, value, target: null, unit: 'number' }));
}

function cubeOf(given: {
  readonly cells: readonly Cell[];
  readonly products: readonly { readonly listPrice: number | null; readonly elasticity: number | null }[];
  readonly quotas: readonly {
    readonly rep: number;
    readonly period: string;
    readonly measure: (typeof quotaMeasures)[number];
    readonly amount: number;
  }[];
  readonly retention: Customers;
}): ScenarioCube {
  const column = (of: (cell: Cell) => number) => Int32Array.from(given.cells, of);
  return {
    range,
    buckets: months,
    reps: [...reps, ''].map((name, index) => ({
      name,
      team: teams[index] ?? '',
      region: '',
      startDate: index === 1 ? '2026-02-01' : null,
      endDate: null,
    })),
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
    sources: [...sources, ''],
    openEarlier: { deals: 3, amount: 1000 },
    history: {
      months: ['2025-01', '2025-02', '2025-03'],
      sums: mapMeasures((id) => Float64Array.from(id === 'wonAmount' ? [5, 4, 0, 1, 0, 0, 0, 0, 3] : [])),
    },
    retention: given.retention.map((own, index) => ({ segment: [...segments, ''][index] ?? '', ...own })),
    cells: {
      count: given.cells.length,
      rep: column(({ rep }) => rep),
      region: column(() => 0),
      product: column((own) => own.product),
      segment: column(({ segment }) => segment),
      source: column(({ source }) => source),
      bucket: column(({ bucket }) => bucket),
      sums: mapMeasures((id) => Float64Array.from(given.cells, ({ sums }) => sums[id])),
    },
    quotas: given.quotas.map(({ rep, ...own }) => ({
      ...own,
      rep: reps[rep] ?? '',
      team: teams[rep] ?? '',
      region: '',
    })),
    prices: [
      {
        product: 'A',
        category: 'All',
        listPrice: 10,
        competitors: competitors.map((competitor, index) => ({ competitor, price: 12 + index })),
      },
    ],
    datasets: ['orders', 'opportunities', 'leads', 'activities', 'customers', 'quotas'],
    fiscalYearStart: 1,
    inactivityDays: 90,
  };
}
