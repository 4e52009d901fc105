/** Sales of one product in one month. */
export interface MonthlySales {
  readonly quantity: number;
  readonly revenue: number;
}

/** Sums of squares and products about the means of ln(price) and ln(quantity). */
export interface LogSquares {
  readonly months: number;
  readonly pricePrice: number;
  readonly priceQuantity: number;
  readonly quantityQuantity: number;
}

/** With fewer months there is no telling. */
const fewestMonths = 6;

/**
 * What a regression of ln(quantity) on ln(price) over the months of one product stands on; the price is revenue ÷ quantity of each
 * month, and months without sales are left out. Null under 6 months, or where the price does not vary.
 */
export function logSquares(sales: readonly MonthlySales[]): LogSquares | null {
  const points = sales
    .filter(({ quantity, revenue }) => quantity > 0 && revenue > 0)
    .map(({ quantity, revenue }) => ({ x: Math.log(revenue / quantity), y: Math.log(quantity) }));
  if (points.length < fewestMonths) return null;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const sum = (of: (dx: number, dy: number) => number) =>
    points.reduce((total, { x, y }) => total + of(x - meanX, y - meanY), 0);
  const pricePrice = sum((dx) => dx ** 2);
  // What is left of equal prices after rounding.
  if (pricePrice <= 1e-18 * points.length) return null;
  return {
    months: points.length,
    pricePrice,
    priceQuantity: sum((dx, dy) => dx * dy),
    quantityQuantity: sum((_, dy) => dy ** 2),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
