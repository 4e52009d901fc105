/** What a product's price is judged by. */
export interface PricedProduct {
  readonly product: string;
  /** Today's, above 0. */
  readonly price: number;
  /** Units that are sold at today's price. */
  readonly volume: number;
  /** Null where it is not known. */
  readonly unitCost: number | null;
  /** ε of q = q₀ · (p/p₀)^ε; null where it is not known. */
  readonly elasticity: number | null;
}

export type PriceAim = 'revenue' | 'margin';

/** Both inclusive, above 0. */
export interface PriceBounds {
  readonly low: number;
  readonly high: number;
}

export interface PriceOutcome {
  readonly price: number;
  readonly volume: number;
  readonly revenue: number;
  /** Null without a unit cost. */
  readonly margin: number | null;
}

/**
 * Why the price is the best one: `optimum`, the formula's own; `low` and `high`, the bound that the aim runs into; `flat`, every
 * price gives the same.
 */
export type BestPriceReason = 'optimum' | 'low' | 'high' | 'flat';

export type BestPrice =
  | {
      readonly kind: 'found';
      readonly product: string;
      readonly reason: BestPriceReason;
      /** The optimum of the formula, where there is one, also beyond the bounds. */
      readonly unbounded: number | null;
      /** An elasticity above −1, by which a higher price always gives more; above 0 it is not to be trusted at all. */
      readonly doubt: 'inelastic' | 'positive' | null;
      readonly today: PriceOutcome;
      readonly best: PriceOutcome;
    }
  | { readonly kind: 'noElasticity' | 'noCost' | 'noSales'; readonly product: string };

/**
 * The price within bounds that maximises revenue or margin of a product whose demand has a constant elasticity ε.
 *
 * Revenue p₀·q₀·(p/p₀)^(1+ε) rises with the price where ε > −1 and falls where ε < −1, so that a bound is best. Margin (p − c)·q has its
 * maximum at p = c·ε ÷ (1 + ε) where ε < −1: Lerner's rule (p − c)/p = −1/ε (Lerner 1934; e.g. Varian, Intermediate Microeconomics,
 * ch. 25.4); where ε is between −1 and 0 it rises with the price, and where ε > 0 the better bound is taken.
 */
export function bestPrice(own: PricedProduct, aim: PriceAim, bounds: PriceBounds): BestPrice {
  const { product, elasticity, unitCost } = own;
  if (own.price <= 0 || own.volume <= 0) return { kind: 'noSales', product };
  if (elasticity === null) return { kind: 'noElasticity', product };
  if (aim === 'margin' && unitCost === null) return { kind: 'noCost', product };
  const cost = aim === 'margin' ? Math.max(0, unitCost ?? 0) : 0;
  const unbounded = cost > 0 && elasticity < -1 ? (cost * elasticity) / (1 + elasticity) : null;
  const found = within(bounds, elasticity, unbounded, cost > 0, own.price);
  const marginAt = (at: number): number => (at - cost) * at ** elasticity;
  // Demand that rises with the price has its least margin between the bounds, and the greatest at either of them.
  const isLowBetter = elasticity > 0 && marginAt(bounds.low) > marginAt(bounds.high);
  const { price, reason } = isLowBetter ? ({ price: bounds.low, reason: 'low' } as const) : found;
  const doubt = elasticity > 0 ? 'positive' : elasticity > -1 ? 'inelastic' : null;
  const [today, best] = [outcomeAt(own.price, own, elasticity), outcomeAt(price, own, elasticity)];
  return { kind: 'found', product, reason, unbounded, doubt, today, best };
}

function within(
  { low, high }: PriceBounds,
  elasticity: number,
  unbounded: number | null,
  hasCost: boolean,
  today: number,
): { readonly price: number; readonly reason: BestPriceReason } {
  if (unbounded !== null) {
    if (unbounded < low) return { price: low, reason: 'low' };
    return unbounded > high ? { price: high, reason: 'high' } : { price: unbounded, reason: 'optimum' };
  }
  // Revenue stays as it is; a margin still rises, as fewer units cost less.
  if (elasticity === -1 && !hasCost) return { price: Math.min(high, Math.max(low, today)), reason: 'flat' };
  return elasticity < -1 ? { price: low, reason: 'low' } : { price: high, reason: 'high' };
}

/** What a price would bring. */
export function outcomeAt(
  price: number,
  { price: today, volume, unitCost }: Omit<PricedProduct, 'product' | 'elasticity'>,
  elasticity: number,
): PriceOutcome {
  const units = volume * (price / today) ** elasticity;
  const revenue = price * units;
  return { price, volume: units, revenue, margin: unitCost === null ? null : revenue - unitCost * units };
}
