import { exactSum } from '../kpi/exact-sum';
import { divide } from '../kpi/figure';
import { cutQuotas } from '../kpi/quota-share';
import type { CubeMeasure, ScenarioCube } from './cube';
import { cellsOfPeriod } from './cube-sums';
import { ownedQuotas } from './owned-quotas';
import { type Adjustment, changed, type Operation, type Scope } from './scenario';
import { cellTest, isQuotaInScope, passes, scopedProducts } from './scope';
import { activeReps, repsInScope } from './scope-reader';

/**
 * What a lever works on before anything moves it: the median amount of the quotas in scope, or their sum where a total is spread; the
 * median price of the products, or of their competitors; the units sold, leads or activities; the average size or cycle of won deals;
 * the share of closed deals that are won, of leads that convert, or of customers who leave; the number of reps. Null where there is
 * none above zero.
 */
export function typicalValue(
  { lever, where, op }: Pick<Adjustment, 'lever' | 'where'> & Partial<Pick<Adjustment, 'op'>>,
  cube: ScenarioCube,
): number | null {
  const sums = (measures: readonly CubeMeasure[]) => sumsToday(where, measures, cube);
  const positive = (value: number | undefined) => (value !== undefined && value > 0 ? value : null);
  const ratio = (above: CubeMeasure, below: CubeMeasure) => {
    const [one = 0, other = 0] = sums([above, below]);
    return divide(one, other);
  };
  switch (lever) {
    case 'quota': {
      const cuts = cutQuotas(cube.quotas, cube.range, cube.fiscalYearStart);
      const amounts = cuts.filter((cut) => isQuotaInScope(where, cut, cube)).map(({ quota }) => quota.amount);
      return op === 'spread' ? positive(exactSum(amounts)) : median(amounts);
    }
    case 'price': {
      const prices = pricesToday(cube);
      return median(scopedProducts(cube, where).map((product) => prices[product] ?? 0));
    }
    case 'competitor_price': {
      const named = new Set(scopedProducts(cube, where).map((product) => cube.products[product]?.name));
      return median(
        cube.prices.flatMap(({ product, competitors }) =>
          named.has(product)
            ? competitors.flatMap(({ competitor, price }) =>
                passes(where.competitor, competitor) ? [price] : [],
              )
            : [],
        ),
      );
    }
    case 'volume':
      return positive(sums(['quantity'])[0]);
    case 'leads':
      return positive(sums(['createdLeads'])[0]);
    case 'activity':
      return positive(sums(['activities'])[0]);
    case 'deal_size':
      return ratio('wonAmount', 'wonDeals');
    case 'win_rate':
      return ratio('wonDeals', 'closedDeals');
    case 'conversion':
      return ratio('createdLeadsConverted', 'createdLeads');
    case 'sales_cycle':
      return ratio('cycleDays', 'cycleDeals');
    case 'churn': {
      const own = cube.retention.filter(({ segment }) => passes(where.segment, segment));
      return divide(exactSum(own.map(({ lost }) => lost)), exactSum(own.map(({ there }) => there)));
    }
    case 'headcount': {
      const cuts = cutQuotas(cube.quotas, cube.range, cube.fiscalYearStart);
      const inScope = repsInScope(cube, where, activeReps(cube, ownedQuotas(cuts)));
      return positive(inScope.reduce((count, own) => count + own, 0));
    }
  }
}

/** By index of product: revenue ÷ quantity of the period, else the list price; null where there is neither. */
function pricesToday(cube: ScenarioCube): readonly (number | null)[] {
  const { cells, products } = cube;
  const revenue = new Float64Array(products.length);
  const quantity = new Float64Array(products.length);
  for (const cell of cellsOfPeriod(cube)) {
    const product = cells.product[cell] ?? 0;
    revenue[product] = (revenue[product] ?? 0) + (cells.sums.quantifiedRevenue[cell] ?? 0);
    quantity[product] = (quantity[product] ?? 0) + (cells.sums.quantity[cell] ?? 0);
  }
  return products.map(
    ({ listPrice }, index) => divide(revenue[index] ?? 0, quantity[index] ?? 0) ?? listPrice,
  );
}

/** What is in scope before anything moves it, in the order of the measures. */
function sumsToday(where: Scope, measures: readonly CubeMeasure[], cube: ScenarioCube): readonly number[] {
  const { cells } = cube;
  const namesProducts = where.product !== undefined || where.category !== undefined;
  const named = new Set(scopedProducts(cube, where));
  const isInside = cellTest(cube, where);
  const totals = measures.map(() => 0);
  for (const cell of cellsOfPeriod(cube)) {
    if ((namesProducts && !named.has(cells.product[cell] ?? 0)) || !isInside(cell)) continue;
    for (const [place, measure] of measures.entries()) {
      totals[place] = (totals[place] ?? 0) + (cells.sums[measure][cell] ?? 0);
    }
  }
  return totals;
}

/** The value by which another operation makes the same of a typical value; without one, the value that changes nothing, or zero. */
export function inOtherTerms(adjustment: Adjustment, op: Operation, typical: number | null): number {
  if (typical === null) return op === 'scale' ? 1 : 0;
  const after = changed(typical, adjustment);
  switch (op) {
    case 'set':
    case 'spread':
      return rounded(after, stepFor(typical));
    case 'add':
      return rounded(after - typical, stepFor(typical));
    case 'scale':
      return rounded(after / typical, 0.001);
  }
}

/** 1, 2 or 5 times a power of ten, at most a hundredth of a value: how far one press of an arrow key moves it. */
export function stepFor(typical: number): number {
  const hundredth = typical / 100;
  const power = 10 ** Math.floor(Math.log10(hundredth));
  const leading = hundredth / power;
  return (leading >= 5 ? 5 : leading >= 2 ? 2 : 1) * power;
}

function rounded(value: number, step: number): number {
  // Division by a whole number keeps decimal steps free of binary dust.
  return step < 1 ? Math.round(value / step) / Math.round(1 / step) : Math.round(value / step) * step;
}

function median(values: readonly number[]): number | null {
  const ascending = values.filter((value) => value > 0).sort((one, other) => one - other);
  return ascending[Math.floor(ascending.length / 2)] ?? null;
}
