import { logSquares, type MonthlySales } from '../kpi/log-regression';

export type { MonthlySales };

export interface Elasticity {
  /** ε: by how many per cent the quantity changes when the price rises by one per cent. */
  readonly value: number;
  /** Months that it rests on. */
  readonly months: number;
  /** Share of the variance of ln quantity that it explains, 0 to 1. */
  readonly r2: number;
}

/**
 * Price elasticity of demand: the slope of ln(quantity) on ln(price) by ordinary least squares, the price being revenue ÷ quantity
 * of each month (constant-elasticity demand, e.g. Varian, Intermediate Microeconomics, ch. 15). Months without sales are left out.
 *
 * @returns null under 6 months, or where the price does not vary.
 */
export function estimateElasticity(sales: readonly MonthlySales[]): Elasticity | null {
  const squares = logSquares(sales);
  if (squares === null) return null;
  const { months, pricePrice: xx, priceQuantity: xy, quantityQuantity: yy } = squares;
  return { value: xy / xx, months, r2: yy === 0 ? 1 : xy ** 2 / (xx * yy) };
}
