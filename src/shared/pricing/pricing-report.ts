import { divide } from '../kpi/figure';
import { groupBy } from '../kpi/group-by';
import { logSquares } from '../kpi/log-regression';
import { readColumns } from '../kpi/measure-column';
import type { MeasureSource } from '../kpi/measure-source';
import type { DateRange } from '../model/calendar-date';
import { periodsWithin } from '../model/period';
import { type ElasticityEstimate, elasticityEstimates } from './elasticity-estimates';

/** One product's price beside those of competitors, what it sells, and how its sales answer the price. Money by the unit sold. */
export interface PricedProductReport {
  readonly product: string;
  readonly category: string;
  /** Realised in the period: revenue ÷ quantity; else the list price. Null where neither is known. */
  readonly price: number | null;
  readonly listPrice: number | null;
  /** Of the period's sales whose cost is known; else null. */
  readonly unitCost: number | null;
  readonly quantity: number;
  readonly revenue: number;
  readonly competitors: readonly { readonly competitor: string; readonly price: number }[];
  /** Price ÷ the mean of the competitors' × 100. */
  readonly index: number | null;
  readonly elasticity: ElasticityEstimate | null;
  /** Months with sales, from the first to the last that the data reach up to the period's end. */
  readonly months: readonly MonthlyPrice[];
}

export interface MonthlyPrice {
  readonly month: string;
  readonly price: number;
  readonly quantity: number;
}

export interface PricingReport {
  readonly products: readonly PricedProductReport[];
}

/** What a product is called, and what was said of it. */
export interface ListedProduct {
  readonly name: string;
  readonly category: string;
  readonly listPrice: number | null;
  readonly elasticity: number | null;
}

/** Prices of the products that were sold, or that competitors sell, in a period, and their elasticities from all months up to its end. */
export function pricingReport(
  source: MeasureSource,
  products: readonly ListedProduct[],
  { range, data }: { readonly range: DateRange; readonly data: DateRange | null },
): PricingReport {
  const scope = { source, range, by: 'product' as const, filter: {} };
  const column = readColumns(scope, ['quantifiedRevenue', 'quantity', 'revenue', 'margin', 'costedRevenue']);
  const at = (id: Parameters<typeof column>[0], product: string): number => column(id).get(product) ?? 0;
  const seen = new Map(source.prices(range.to, {}).map((prices) => [prices.product, prices]));
  const months = monthsByProduct(
    source,
    data === null ? null : { from: data.from, to: earlier(data.to, range.to) },
  );
  const estimates = elasticityEstimates(
    products.map(({ name, category, elasticity }) => ({
      product: name,
      category,
      given: elasticity,
      squares: logSquares(
        (months.get(name) ?? []).map(({ price, quantity }) => ({ quantity, revenue: price * quantity })),
      ),
    })),
  );
  return {
    products: products.flatMap(({ name, category, listPrice }): PricedProductReport[] => {
      const quantity = at('quantity', name);
      const price = divide(at('quantifiedRevenue', name), quantity) ?? listPrice;
      const competitors = seen.get(name)?.competitors ?? [];
      if (quantity === 0 && competitors.length === 0) return [];
      const theirs = divide(
        competitors.reduce((sum, own) => sum + own.price, 0),
        competitors.length,
      );
      const margin = divide(at('margin', name), at('costedRevenue', name));
      return [
        {
          product: name,
          category,
          price,
          listPrice,
          unitCost: margin === null || price === null ? null : price * (1 - margin),
          quantity,
          revenue: at('revenue', name),
          competitors,
          index: price === null ? null : divide(price * 100, theirs),
          elasticity: estimates.get(name) ?? null,
          months: months.get(name) ?? [],
        },
      ];
    }),
  };
}

function monthsByProduct(
  source: MeasureSource,
  range: DateRange | null,
): ReadonlyMap<string, readonly MonthlyPrice[]> {
  if (range === null || range.from > range.to) return new Map();
  const rows = periodsWithin(range, 'month', 1).flatMap(({ key, from, to }) =>
    source
      .read({ measures: ['quantifiedRevenue', 'quantity'], range: { from, to }, by: ['product'], filter: {} })
      .flatMap(({ keys, values: [revenue = 0, quantity = 0] }) =>
        quantity > 0 && revenue > 0
          ? [{ product: keys[0] ?? '', month: key, price: revenue / quantity, quantity }]
          : [],
      ),
  );
  const groups = groupBy(rows, ({ product }) => product);
  return new Map(
    [...groups].map(([product, own]) => [product, own.map(({ product: _, ...month }) => month)]),
  );
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
