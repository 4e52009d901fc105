import { exactSum } from '../exact-sum';
import { divide, type Figure, type Figures, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { readColumns } from '../measure-column';
import type { ProductPrices } from '../measure-source';

/** Our price of one product beside what competitors ask, and how much of it we sold in the period. */
interface PricePoint {
  /** Of the scope's dimension. */
  readonly key: string;
  readonly ours: number;
  readonly theirs: number;
  readonly revenue: number;
  readonly quantity: number;
}

const parity = 100;

/**
 * Our price ÷ the mean of the competitors' newest prices × 100, by product; totals are weighted by our revenue. Our price is the
 * realised one (revenue ÷ quantity in the period), else the list price.
 */
export function priceIndex(scope: Scope): Figures {
  return figuresOf(
    pricePoints(scope, mean),
    scope,
    ({ ours, theirs }) => ratioFigure(ours * parity, theirs),
    (points) =>
      ratioFigure(
        exactSum(points.map((point) => (point.revenue * point.ours * parity) / point.theirs)),
        exactSum(points.map((point) => point.revenue)),
      ),
  );
}

/**
 * Our price less the cheapest (or the mean) competitor's, in money a unit, by product; totals are weighted by the units that we
 * sold. Beside it the same as a share of the competitor's price.
 */
export function priceGap(against: 'cheapest' | 'mean'): (scope: Scope) => Figures {
  return (scope) =>
    figuresOf(
      pricePoints(scope, against === 'mean' ? mean : cheapest),
      scope,
      ({ ours, theirs }) => gapFigure(ours - theirs, 1, theirs),
      (points) =>
        gapFigure(
          exactSum(points.map((point) => (point.ours - point.theirs) * point.quantity)),
          exactSum(points.map((point) => point.quantity)),
          exactSum(points.map((point) => point.theirs * point.quantity)),
        ),
    );
}

function gapFigure(gap: number, units: number, theirs: number): Figure {
  return { ...ratioFigure(gap, units), beside: { price_gap_share: divide(gap, theirs) } };
}

function figuresOf(
  points: readonly PricePoint[],
  scope: Scope,
  ofProduct: (point: PricePoint) => Figure,
  ofMany: (points: readonly PricePoint[]) => Figure,
): Figures {
  if (scope.by === 'product') return new Map(points.map((point) => [point.key, ofProduct(point)]));
  if (scope.by === null) return new Map([['', ofMany(points)]]);
  return new Map([...groupBy(points, ({ key }) => key)].map(([key, group]) => [key, ofMany(group)]));
}

type Reckoned = (prices: readonly number[]) => number;

function mean(prices: readonly number[]): number {
  return exactSum(prices) / prices.length;
}

function cheapest(prices: readonly number[]): number {
  return Math.min(...prices);
}

function pricePoints(scope: Scope, reckoned: Reckoned): readonly PricePoint[] {
  const column = readColumns({ ...scope, by: 'product' }, ['quantifiedRevenue', 'quantity', 'revenue']);
  return scope.source.prices(scope.range.to, scope.filter).flatMap((prices) => {
    const quantity = column('quantity').get(prices.product) ?? 0;
    const ours = divide(column('quantifiedRevenue').get(prices.product) ?? 0, quantity) ?? prices.listPrice;
    const revenue = column('revenue').get(prices.product) ?? 0;
    if (ours === null) return [];
    return competitorsOf(prices, scope).flatMap(({ key, asked }) => {
      const theirs = reckoned(asked);
      return theirs > 0 ? [{ key, ours, theirs, revenue, quantity }] : [];
    });
  });
}

/** The competitors' prices that one key compares with: all of them together, or each alone where competitors are the dimension. */
function competitorsOf(
  { product, category, competitors }: ProductPrices,
  { by }: Scope,
): readonly { readonly key: string; readonly asked: readonly number[] }[] {
  if (by === 'competitor')
    return competitors.map(({ competitor, price }) => ({ key: competitor, asked: [price] }));
  const key = by === 'product' ? product : by === 'category' ? category : '';
  return competitors.length > 0 ? [{ key, asked: competitors.map(({ price }) => price) }] : [];
}
