import { divide } from '../kpi/figure';
import { cutQuotas } from '../kpi/quota-share';
import type { ScenarioCube } from './cube';
import { cellsOfPeriod } from './cube-sums';
import { isQuotaInScope } from './quota-lever';
import { type Adjustment, changed, type Operation, type Scope } from './scenario';
import { cellTest, scopedProducts } from './scope';

/**
 * What a lever works on before anything moves it: the median amount of the quotas in scope, the median price of the products, the
 * units sold, the average size of won deals, or the share of closed deals that are won. Null where there is none above zero.
 */
export function typicalValue(
  { lever, where }: Pick<Adjustment, 'lever' | 'where'>,
  cube: ScenarioCube,
): number | null {
  switch (lever) {
    case 'quota': {
      const cuts = cutQuotas(cube.quotas, cube.range, cube.fiscalYearStart);
      return median(cuts.filter((cut) => isQuotaInScope(where, cut, cube)).map(({ quota }) => quota.amount));
    }
    case 'price': {
      const prices = pricesToday(cube);
      return median(scopedProducts(cube, where).map((product) => prices[product] ?? 0));
    }
    case 'volume':
      return salesToday(where, cube).quantity || null;
    case 'deal_size': {
      const { wonAmount, wonDeals } = salesToday(where, cube);
      return divide(wonAmount, wonDeals);
    }
    case 'win_rate': {
      const { wonDeals, closedDeals } = salesToday(where, cube);
      return divide(wonDeals, closedDeals);
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

const saleMeasures = ['quantity', 'wonAmount', 'wonDeals', 'closedDeals'] as const;

/** What is sold in scope before anything moves it. */
function salesToday(where: Scope, cube: ScenarioCube): Record<(typeof saleMeasures)[number], number> {
  const { cells } = cube;
  const namesProducts = where.product !== undefined || where.category !== undefined;
  const named = new Set(scopedProducts(cube, where));
  const isInside = cellTest(cube, where);
  const sums = { quantity: 0, wonAmount: 0, wonDeals: 0, closedDeals: 0 };
  for (const cell of cellsOfPeriod(cube)) {
    if ((namesProducts && !named.has(cells.product[cell] ?? 0)) || !isInside(cell)) continue;
    for (const measure of saleMeasures) sums[measure] += cells.sums[measure][cell] ?? 0;
  }
  return sums;
}

/** The value by which another operation makes the same of a typical value; without one, the value that changes nothing, or zero. */
export function inOtherTerms(adjustment: Adjustment, op: Operation, typical: number | null): number {
  if (typical === null) return op === 'scale' ? 1 : 0;
  const after = changed(typical, adjustment);
  switch (op) {
    case 'set':
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
