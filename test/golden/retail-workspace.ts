import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { filledWorkspace, idsOf, type Rows, readCsv } from './filled-workspace';

/** A month as the file writes it, dd-mm-yyyy, as a canonical period. */
export function month(text: string): string {
  return `${text.slice(6)}-${text.slice(3, 5)}`;
}

/** An order a month and product at the month's unit price, and the prices of its three competitors. */
function retailRows(): Rows {
  const lines = readCsv('retail_price/retail_price.csv');
  const products = idsOf([...new Set(lines.map((row) => row.product_id ?? ''))]);
  const product = (row: (typeof lines)[number]): number | null => products.get(row.product_id ?? '') ?? null;
  const firstDay = (row: (typeof lines)[number]): string => `${month(row.month_year ?? '')}-01`;
  return {
    products: [...products.keys()].map((name) => ({ name })),
    orders: lines.map((row) => ({
      ordered_on: firstDay(row),
      product_id: product(row),
      quantity: Number(row.qty),
      unit_price: Number(row.unit_price),
      amount: Number(row.qty) * Number(row.unit_price),
    })),
    competitor_prices: lines.flatMap((row) =>
      ['comp_1', 'comp_2', 'comp_3'].map((competitor) => ({
        product_id: product(row),
        competitor,
        price: Number(row[competitor]),
        observed_on: firstDay(row),
      })),
    ),
  };
}

/** The retail products with their sales and their competitors' prices, month by month. */
export function retailWorkspace(): Promise<WorkspaceSession> {
  return filledWorkspace(retailRows());
}
