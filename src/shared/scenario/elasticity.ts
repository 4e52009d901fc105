/** Sales of one product in one month. */
export interface MonthlySales {
  readonly quantity: number;
  readonly revenue: number;
}

export interface Elasticity {
  /** ε: by how many per cent the quantity changes when the price rises by one per cent. */
  readonly value: number;
  /** Months that it rests on. */
  readonly months: number;
  /** Share of the variance of ln quantity that it explains, 0 to 1. */
  readonly r2: number;
}

/** With fewer months there is no telling. */
const fewestMonths = 6;

/**
 * Price elasticity of demand: the slope of ln(quantity) on ln(price) by ordinary least squares, the price being revenue ÷ quantity
 * of each month (constant-elasticity demand, e.g. Varian, Intermediate Microeconomics, ch. 15). Months without sales are left out.
 *
 * @returns null under 6 months, or where the price does not vary.
 */
export function estimateElasticity(sales: readonly MonthlySales[]): Elasticity | null {
  const points = sales
    .filter(({ quantity, revenue }) => quantity > 0 && revenue > 0)
    .map(({ quantity, revenue }) => ({ x: Math.log(revenue / quantity), y: Math.log(quantity) }));
  if (points.length < fewestMonths) return null;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const squares = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0);
  const xx = squares(({ x }) => (x - meanX) ** 2);
  const yy = squares(({ y }) => (y - meanY) ** 2);
  const xy = squares(({ x, y }) => (x - meanX) * (y - meanY));
  // What is left of equal prices after rounding.
  if (xx <= 1e-18 * points.length) return null;
  return { value: xy / xx, months: points.length, r2: yy === 0 ? 1 : xy ** 2 / (xx * yy) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
