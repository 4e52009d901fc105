import { dateOfDayNumber, dayNumber } from '@shared/model/calendar-date';
import { type Elasticity, estimateElasticity, type MonthlySales } from '@shared/scenario/elasticity';
import type { DatasetColumns } from '../kpi/dataset-columns';

/** Before any date that a workspace can hold. */
const beginning = '0001-01-01';

/** The price elasticity of each product, by position, from its orders of all months up to a day; null where there is no telling. */
export function productElasticities(
  orders: DatasetColumns,
  products: number,
  until: string,
): readonly (Elasticity | null)[] {
  const sales = monthlySales(orders, until);
  return Array.from({ length: products }, (_, product) => estimateElasticity(sales.get(product) ?? []));
}

function monthlySales(orders: DatasetColumns, until: string): ReadonlyMap<number, readonly MonthlySales[]> {
  const days = orders.days('ordered_on');
  const productOf = orders.positions('products', 'product_id');
  const [amounts, quantities] = [orders.numbers('amount'), orders.numbers('quantity')];
  const monthOf = new Map<number, string>();
  const found = new Map<number, Map<string, { quantity: number; revenue: number }>>();
  for (const row of orders.dayOrder('ordered_on').between(dayNumber(beginning), dayNumber(until))) {
    const [product, quantity] = [productOf[row] ?? -1, quantities[row] ?? Number.NaN];
    if (product < 0 || Number.isNaN(quantity)) continue;
    const day = days[row] ?? 0;
    const month = monthOf.get(day) ?? dateOfDayNumber(day).slice(0, 7);
    monthOf.set(day, month);
    const ofProduct = found.get(product) ?? new Map<string, { quantity: number; revenue: number }>();
    found.set(product, ofProduct);
    const sold = ofProduct.get(month) ?? { quantity: 0, revenue: 0 };
    ofProduct.set(month, sold);
    sold.quantity += quantity;
    sold.revenue += amounts[row] ?? 0;
  }
  return new Map([...found].map(([product, months]) => [product, [...months.values()]]));
}
