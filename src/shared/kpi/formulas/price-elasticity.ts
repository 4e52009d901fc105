import { periodsWithin } from '../../model/period';
import { exactSum } from '../exact-sum';
import { type Figure, type Figures, noFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { type LogSquares, logSquares } from '../log-regression';
import { hasData } from '../measure-column';
import { studentQuantile } from '../student-t';

/**
 * Price elasticity of demand: the slope of ln(quantity) on ln(price) by ordinary least squares over the months of the period, for one
 * product or, about the means of each, for several together (the within estimator). Beside it the months, R² and the ends of the
 * 95 % interval. No value where no product has 6 months with sales at prices that vary.
 */
export function priceElasticity(scope: Scope): Figures {
  if (!hasData('quantity', scope.source)) return new Map([['', noFigure]]);
  const products = squaresOfProducts(scope);
  if (scope.by === null) return new Map([['', slope(products.map(({ squares }) => squares))]]);
  const groups = groupBy(products, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, slope(group.map(({ squares }) => squares))]));
}

function slope(products: readonly LogSquares[]): Figure {
  if (products.length === 0) return noFigure;
  const sum = (of: (squares: LogSquares) => number): number => exactSum(products.map(of));
  const xx = sum(({ pricePrice }) => pricePrice);
  const xy = sum(({ priceQuantity }) => priceQuantity);
  const yy = sum(({ quantityQuantity }) => quantityQuantity);
  const months = sum((squares) => squares.months);
  const value = xy / xx;
  // A mean of each product and the slope itself are estimated.
  const degrees = months - products.length - 1;
  const error = Math.sqrt(Math.max(0, yy - xy * value) / degrees / xx);
  const margin = studentQuantile(0.975, degrees) * error;
  return {
    value,
    numerator: xy,
    denominator: xx,
    beside: {
      elasticity_months: months,
      elasticity_r2: yy === 0 ? 1 : xy ** 2 / (xx * yy),
      elasticity_low: value - margin,
      elasticity_high: value + margin,
    },
  };
}

interface ProductSquares {
  readonly key: string;
  readonly squares: LogSquares;
}

function squaresOfProducts(scope: Scope): readonly ProductSquares[] {
  const { source, filter, by } = scope;
  const dimensions = by === null || by === 'product' ? (['product'] as const) : ([by, 'product'] as const);
  const months = periodsWithin(scope.range, 'month', 1).flatMap(({ from, to }) =>
    source.read({
      measures: ['quantifiedRevenue', 'quantity'],
      range: { from, to },
      by: dimensions,
      filter,
    }),
  );
  const ofProduct = groupBy(months, ({ keys }) => JSON.stringify(keys));
  return [...ofProduct.values()].flatMap((rows) => {
    const keys = rows[0]?.keys ?? [];
    const sales = rows.map(({ values }) => ({ revenue: values[0] ?? 0, quantity: values[1] ?? 0 }));
    const squares = keys.at(-1) === '' ? null : logSquares(sales);
    return squares === null ? [] : [{ key: keys[0] ?? '', squares }];
  });
}
