import type { Quota } from '../kpi/quota-share';
import { intersection } from '../model/calendar-date';
import type { ErrorDescription } from '../model/error';
import { parsePeriod, periodRange } from '../model/period';
import { type CubeMeasure, cubeMeasures, type ScenarioCube } from './cube';
import type { Adjustment } from './scenario';
import { matchingCells, scopedProducts, unknownNames } from './scope';

/** What a person should know of how an adjustment worked out, by the catalogue's id. */
export interface AdjustmentNote {
  readonly adjustment: string;
  readonly note: { readonly code: string; readonly parameters: ErrorDescription['parameters'] };
}

/** A cube after adjustments, with the same cells. */
export interface AdjustedCube {
  readonly cube: ScenarioCube;
  readonly sums: Readonly<Record<CubeMeasure, Float64Array>>;
  readonly quotas: readonly Quota[];
  /** By index of product: list price under the adjustments. */
  readonly listPrices: readonly (number | null)[];
  readonly notes: readonly AdjustmentNote[];
}

/** What the sums of a cell are multiplied by. */
interface Factors {
  /** Of money that customers pay: price × volume. */
  readonly amount: Float64Array;
  /** Of units, and so of costs. */
  readonly volume: Float64Array;
}

/**
 * Applies adjustments in order. Pure: the same cube and adjustments give the same result to the last bit; without an adjustment
 * that acts the sums are the cube's own.
 */
export function adjustCube(cube: ScenarioCube, adjustments: readonly Adjustment[]): AdjustedCube {
  const notes: AdjustmentNote[] = [];
  const say = (adjustment: Adjustment, code: string, parameters: ErrorDescription['parameters'] = {}) =>
    notes.push({ adjustment: adjustment.id, note: { code, parameters } });
  const factors = { amount: filledWithOnes(cube.cells.count), volume: filledWithOnes(cube.cells.count) };
  const prices = new PriceList(cube);
  let quotas = cube.quotas;
  let moved = false;
  for (const adjustment of adjustments.filter(({ enabled }) => enabled)) {
    for (const name of unknownNames(cube, adjustment.where)) say(adjustment, 'unknownName', { name });
    if (adjustment.lever === 'quota') {
      const { adjusted, count } = adjustQuotas(cube, quotas, adjustment);
      if (count === 0) say(adjustment, 'noQuotaInScope');
      quotas = adjusted;
    } else {
      const acted = adjustPrices(cube, adjustment, prices, factors, (code, parameters) =>
        say(adjustment, code, parameters),
      );
      moved ||= acted;
    }
  }
  const sums = moved ? multiplied(cube, factors) : cube.cells.sums;
  return { cube, sums, quotas, listPrices: prices.list, notes };
}

function filledWithOnes(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}

function changed(value: number, { op, value: by }: Adjustment): number {
  switch (op) {
    case 'set':
      return by;
    case 'add':
      return value + by;
    case 'scale':
      return value * by;
  }
}

/** Each quota in scope whose period touches the scenario's is set, added to or scaled; none falls below 0. */
function adjustQuotas(
  cube: ScenarioCube,
  quotas: readonly Quota[],
  adjustment: Adjustment,
): { readonly adjusted: readonly Quota[]; readonly count: number } {
  let count = 0;
  const adjusted = quotas.map((quota) => {
    if (!isQuotaInScope(cube, quota, adjustment)) return quota;
    count += 1;
    return { ...quota, amount: Math.max(0, changed(quota.amount, adjustment)) };
  });
  return { adjusted, count };
}

function isQuotaInScope(cube: ScenarioCube, quota: Quota, { where }: Adjustment): boolean {
  const named = (names: readonly string[] | undefined, name: string) =>
    names === undefined || names.includes(name);
  if (!named(where.rep, quota.rep) || !named(where.team, quota.team) || !named(where.region, quota.region))
    return false;
  if (where.product || where.category || where.segment) return false;
  const dates = periodRange(quota.period, cube.fiscalYearStart);
  if (dates === null || intersection(dates, cube.range) === null) return false;
  return (
    where.period?.some((text) => {
      const period = parsePeriod(text);
      const range = period === null ? null : periodRange(period, cube.fiscalYearStart);
      return range !== null && intersection(range, dates) !== null;
    }) ?? true
  );
}

/** The prices of products while adjustments are applied one after the other. */
class PriceList {
  readonly current: (number | null)[];
  readonly list: (number | null)[];

  constructor(cube: ScenarioCube) {
    this.list = cube.products.map(({ listPrice }) => listPrice);
    this.current = realisedPrices(cube).map((price, product) => price ?? this.list[product] ?? null);
  }

  /** `listed`: the list price moves too. */
  move(product: number, ratio: number, listed: boolean): void {
    const [current = null, list = null] = [this.current[product], this.list[product]];
    this.current[product] = current === null ? null : current * ratio;
    if (listed && list !== null) this.list[product] = list * ratio;
  }
}

/** Revenue ÷ quantity of each product in the period; null where nothing was sold. */
function realisedPrices({ cells, products, buckets, range }: ScenarioCube): (number | null)[] {
  const revenue = new Float64Array(products.length);
  const quantity = new Float64Array(products.length);
  for (let cell = 0; cell < cells.count; cell += 1) {
    const product = cells.product[cell] ?? 0;
    if ((buckets[cells.bucket[cell] ?? 0]?.from ?? '') < range.from) continue;
    revenue[product] = (revenue[product] ?? 0) + (cells.sums.quantifiedRevenue[cell] ?? 0);
    quantity[product] = (quantity[product] ?? 0) + (cells.sums.quantity[cell] ?? 0);
  }
  return products.map((_, product) => {
    const sold = quantity[product] ?? 0;
    return sold > 0 ? (revenue[product] ?? 0) / sold : null;
  });
}

type Say = (code: string, parameters?: ErrorDescription['parameters']) => void;

/** What one price lever multiplies each product's sums by. */
interface ProductFactors {
  readonly amount: Float64Array;
  readonly volume: Float64Array;
  readonly moved: boolean;
}

/**
 * p₀ → p₁; volume answers q₁ = q₀ · (p₁/p₀)^ε. What customers pay, won deals that name the product included, is multiplied by
 * (p₁/p₀)^(1+ε), units and their costs by (p₁/p₀)^ε. The number of deals stays.
 * @returns whether any product's price moved.
 */
function adjustPrices(
  cube: ScenarioCube,
  adjustment: Adjustment,
  prices: PriceList,
  factors: Factors,
  say: Say,
): boolean {
  const inScope = scopedProducts(cube, adjustment.where);
  if (inScope.length === 0) say('noProductInScope');
  const ofProducts = movePrices(cube, adjustment, inScope, prices, say);
  let touched = 0;
  for (const cell of matchingCells(cube, adjustment.where)) {
    const product = cube.cells.product[cell] ?? 0;
    const amount = ofProducts.amount[product] ?? 1;
    factors.amount[cell] = (factors.amount[cell] ?? 1) * amount;
    factors.volume[cell] = (factors.volume[cell] ?? 1) * (ofProducts.volume[product] ?? 1);
    if (amount !== 1) touched += 1;
  }
  if (ofProducts.moved && touched === 0) say('noSalesInScope');
  return ofProducts.moved;
}

function movePrices(
  cube: ScenarioCube,
  adjustment: Adjustment,
  inScope: readonly number[],
  prices: PriceList,
  say: Say,
): ProductFactors {
  const amount = new Float64Array(cube.products.length).fill(1);
  const volume = new Float64Array(cube.products.length).fill(1);
  let moved = false;
  for (const product of inScope) {
    const { name = '', elasticity = null } = cube.products[product] ?? {};
    const before = prices.current[product] ?? null;
    const ratio = priceRatio(before, adjustment);
    if (ratio === null) {
      say(before === null || before <= 0 ? 'noPrice' : 'priceNotPositive', { product: name });
      continue;
    }
    if (adjustment.elasticity == null) sayElasticity(name, elasticity, say);
    volume[product] = ratio ** (adjustment.elasticity ?? elasticity ?? 0);
    amount[product] = ratio * (volume[product] ?? 1);
    prices.move(product, ratio, isWholeProduct(adjustment));
    moved ||= ratio !== 1;
  }
  return { amount, volume, moved };
}

/** p₁ ÷ p₀, or null where there is no price to start from or none left. A scale needs no price. */
function priceRatio(before: number | null, adjustment: Adjustment): number | null {
  if (adjustment.op === 'scale') return adjustment.value > 0 ? adjustment.value : null;
  if (before === null || before <= 0) return null;
  const after = changed(before, adjustment);
  return after > 0 ? after / before : null;
}

function sayElasticity(product: string, elasticity: number | null, say: Say): void {
  if (elasticity === null) say('noElasticity', { product });
  else say(elasticity > 0 ? 'positiveElasticity' : 'estimatedElasticity', { product, elasticity });
}

/** Whether the price changes for everybody who buys the product. */
function isWholeProduct({ where }: Adjustment): boolean {
  return !(where.rep || where.team || where.region || where.segment || where.period);
}

function multiplied({ cells }: ScenarioCube, { amount, volume }: Factors): Record<CubeMeasure, Float64Array> {
  const { sums } = cells;
  const times = (column: Float64Array, factor: Float64Array) =>
    column.map((value, cell) => value * (factor[cell] ?? 1));
  const margin = sums.margin.map((value, cell) => {
    const costed = sums.costedRevenue[cell] ?? 0;
    const [paid = 1, units = 1] = [amount[cell], volume[cell]];
    return paid === 1 && units === 1 ? value : costed * paid - (costed - value) * units;
  });
  const byMeasure: Record<CubeMeasure, () => Float64Array> = {
    revenue: () => times(sums.revenue, amount),
    margin: () => margin,
    costedRevenue: () => times(sums.costedRevenue, amount),
    quantifiedRevenue: () => times(sums.quantifiedRevenue, amount),
    quantity: () => times(sums.quantity, volume),
    discount: () => times(sums.discount, amount),
    gross: () => times(sums.gross, amount),
    wonAmount: () => times(sums.wonAmount, amount),
    wonDeals: () => sums.wonDeals,
    closedDeals: () => sums.closedDeals,
  };
  return Object.fromEntries(cubeMeasures.map((measure) => [measure, byMeasure[measure]()])) as Record<
    CubeMeasure,
    Float64Array
  >;
}
