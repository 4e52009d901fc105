import type { Elasticity } from '@shared/scenario/elasticity';
import type { DatasetColumns } from '../kpi/dataset-columns';
import { ProductSales } from './product-sales';

/** The price elasticity of each product, by position, from its orders of all months up to a day; null where there is no telling. */
export function productElasticities(
  orders: DatasetColumns,
  products: number,
  until: string,
): readonly (Elasticity | null)[] {
  const sales = new ProductSales(until);
  sales.collect(orders);
  return Array.from({ length: products }, (_, product) => sales.elasticity(product));
}
