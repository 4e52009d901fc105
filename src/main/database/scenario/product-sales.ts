import { type LogSquares, logSquares, type MonthlySales } from '@shared/kpi/log-regression';
import { dateOfDayNumber, dayNumber } from '@shared/model/calendar-date';
import type { DatasetColumns } from '../kpi/dataset-columns';
import { CodeIndex } from './code-index';
import { CompensatedSums } from './compensated-sums';

/** Before any date that a workspace can hold. */
const beginning = dayNumber('0001-01-01');
const monthsOfCalendar = 12 * 10_000;

/** What was sold of each product in each month up to a day, while orders are added and taken away. */
export class ProductSales {
  private readonly quantities = new CompensatedSums();
  private readonly revenues = new CompensatedSums();
  private readonly placeOf = new CodeIndex();
  private readonly ofProduct = new Map<number, number[]>();
  private lastDay = Number.NaN;
  private lastMonth = 0;
  private readonly last: number;

  /** @param until the last day. */
  constructor(until: string) {
    this.last = dayNumber(until);
  }

  collect(orders: DatasetColumns): void {
    const days = orders.days('ordered_on');
    const productOf = orders.positions('products', 'product_id');
    const [amounts, quantities] = [orders.numbers('amount'), orders.numbers('quantity')];
    for (const row of orders.dayOrder('ordered_on').between(beginning, this.last)) {
      this.add(productOf[row] ?? -1, days[row] ?? 0, quantities[row] ?? Number.NaN, amounts[row] ?? 0, 1);
    }
  }

  /** @param product its position; below 0 for none. @param sign −1 takes an order away. */
  add(product: number, day: number, quantity: number, amount: number, sign: 1 | -1): void {
    if (product < 0 || Number.isNaN(quantity) || day > this.last) return;
    const place = this.place(product, day);
    this.quantities.add(place, sign * quantity);
    this.revenues.add(place, sign * amount);
  }

  /** What a regression of quantity on price stands on; null where there is no telling. */
  squares(product: number): LogSquares | null {
    const sales = (this.ofProduct.get(product) ?? []).map(
      (place): MonthlySales => ({ quantity: this.quantities.at(place), revenue: this.revenues.at(place) }),
    );
    return logSquares(sales);
  }

  private place(product: number, day: number): number {
    // Orders come in the order of their days.
    if (day !== this.lastDay) {
      this.lastDay = day;
      this.lastMonth = monthNumber(day);
    }
    const before = this.placeOf.size;
    const place = this.placeOf.of(product * monthsOfCalendar + this.lastMonth);
    if (place < before) return place;
    const own = this.ofProduct.get(product) ?? [];
    this.ofProduct.set(product, own);
    own.push(place);
    return place;
  }
}

function monthNumber(day: number): number {
  const date = dateOfDayNumber(day);
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
