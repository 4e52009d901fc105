import { divide } from '../kpi/figure';
import type { PricedProduct } from './best-price';
import type { ScenarioCube } from './cube';
import { cellsOfPeriod, GroupSums } from './cube-sums';

/**
 * What is known of the products that were sold in the period: price as revenue ÷ quantity, unit cost as that part of the price that
 * costs take of the revenue whose cost is known.
 */
export function pricedProducts(cube: ScenarioCube): readonly PricedProduct[] {
  const cells = cellsOfPeriod(cube);
  const groups = cells.map((cell) => cube.cells.product[cell] ?? 0);
  const sums = new GroupSums(cube, cells, groups, cube.products.length);
  return cube.products.flatMap(({ name, elasticity }, index): PricedProduct[] => {
    const volume = sums.of('quantity')[index] ?? 0;
    const price = divide(sums.of('quantifiedRevenue')[index] ?? 0, volume);
    if (name === '' || price === null || price <= 0 || volume <= 0) return [];
    const costed = sums.of('costedRevenue')[index] ?? 0;
    const margin = divide(sums.of('margin')[index] ?? 0, costed);
    return [
      { product: name, price, volume, unitCost: margin === null ? null : price * (1 - margin), elasticity },
    ];
  });
}
