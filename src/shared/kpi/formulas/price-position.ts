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
 * realised one (revenue ÷ quantity in the period, of the part), else the list price.
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
  const pricesOf = new Map(
    scope.source.prices(scope.range.to, scope.filter).map((prices) => [prices.product, prices]),
  );
  return salesOf(scope, [...pricesOf.keys()]).flatMap(({ key, product, revenue, quantified, quantity }) => {
    const prices = pricesOf.get(product);
    if (prices === undefined) return [];
    const ours = divide(quantified, quantity) ?? prices.listPrice;
    if (ours === null) return [];
    return competitorsOf(prices, scope).flatMap(({ competitor, asked }) => {
      const theirs = reckoned(asked);
      const own = key ?? (scope.by === 'category' ? prices.category : scope.by === 'product' ? product : '');
      return theirs > 0 ? [{ key: competitor ?? own, ours, theirs, revenue, quantity }] : [];
    });
  });
}

/** What was sold of one product, in one part where the scope is split by what the product does not tell. */
interface Sales {
  readonly key: string | null;
  readonly product: string;
  readonly revenue: number;
  readonly quantified: number;
  readonly quantity: number;
}

/** A list price is what all are asked; what one rep or customer pays is known of what was sold alone. */
function isOfSomeone(filter: Scope['filter']): boolean {
  return (['rep', 'team', 'region', 'customer', 'segment'] as const).some(
    (dimension) => filter[dimension] !== undefined,
  );
}

/** Of all the products where the product itself tells the key; else of those that each part has bought or sold. */
function salesOf(scope: Scope, products: readonly string[]): readonly Sales[] {
  const { source, range, by, filter } = scope;
  if (by === null || by === 'product' || by === 'category' || by === 'competitor') {
    const column = readColumns({ ...scope, by: 'product' }, ['quantifiedRevenue', 'quantity', 'revenue']);
    const sold = products.filter((product) => !isOfSomeone(filter) || column('revenue').has(product));
    return sold.map((product) => ({
      key: null,
      product,
      revenue: column('revenue').get(product) ?? 0,
      quantified: column('quantifiedRevenue').get(product) ?? 0,
      quantity: column('quantity').get(product) ?? 0,
    }));
  }
  const sold = source.read({
    measures: ['revenue', 'quantifiedRevenue', 'quantity'],
    range,
    by: [by, 'product'],
    filter,
  });
  return sold.map(({ keys, values }) => ({
    key: keys[0] ?? '',
    product: keys[1] ?? '',
    revenue: values[0] ?? 0,
    quantified: values[1] ?? 0,
    quantity: values[2] ?? 0,
  }));
}

/** The competitors' prices that a product is compared with: all of them together, or each alone where competitors are the dimension. */
function competitorsOf(
  { competitors }: ProductPrices,
  { by }: Scope,
): readonly { readonly competitor: string | null; readonly asked: readonly number[] }[] {
  if (by === 'competitor')
    return competitors.map(({ competitor, price }) => ({ competitor, asked: [price] }));
  return competitors.length > 0 ? [{ competitor: null, asked: competitors.map(({ price }) => price) }] : [];
}
