import { groupBy } from '@shared/kpi/group-by';
import type { ProductPrices } from '@shared/kpi/measure-source';
import type { Connection } from '../connection';

export interface SeenPrice {
  readonly product: string;
  readonly category: string;
  readonly listPrice: number | null;
  readonly competitor: string;
  readonly price: number;
  /** Null: undated, and older than any date. */
  readonly observedOn: string | null;
}

/** All competitors' prices, of each product and competitor the oldest first; of one day, the row that came first. */
export function readPrices(connection: Connection): readonly SeenPrice[] {
  const rows = connection.rows(`
    SELECT product.name AS product, product.category, product.list_price, seen.competitor, seen.price, seen.observed_on
    FROM competitor_prices AS seen JOIN products AS product ON product.id = seen.product_id
    ORDER BY product.name, seen.competitor, seen.observed_on NULLS FIRST, seen.id`);
  return rows.map((row) => ({
    product: String(row.product),
    category: String(row.category ?? ''),
    listPrice: row.list_price === null ? null : Number(row.list_price),
    competitor: String(row.competitor),
    price: Number(row.price),
    observedOn: row.observed_on === null ? null : String(row.observed_on),
  }));
}

/** The newest price of each competitor at or before a day. */
export function newestPrices(seen: readonly SeenPrice[], day: string): readonly ProductPrices[] {
  const known = seen.filter(({ observedOn }) => observedOn === null || observedOn <= day);
  return [...groupBy(known, ({ product }) => product)].map(([product, prices]) => ({
    product,
    category: prices[0]?.category ?? '',
    listPrice: prices[0]?.listPrice ?? null,
    competitors: [...groupBy(prices, ({ competitor }) => competitor)].map(([competitor, ofOne]) => ({
      competitor,
      price: ofOne.at(-1)?.price ?? 0,
    })),
  }));
}
