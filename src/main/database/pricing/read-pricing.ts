import type { DateRange } from '@shared/model/calendar-date';
import { QuotabenchError } from '@shared/model/error';
import { type ListedProduct, type PricingReport, pricingReport } from '@shared/pricing/pricing-report';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { Connection } from '../connection';
import type { KpiReader } from '../kpi/kpi-reader';

/** Prices of the workspace's products in a period: see `pricingReport`. */
export function readPricing(connection: Connection, kpis: KpiReader, range: DateRange): PricingReport {
  const source = kpis.measures;
  return pricingReport(source, listedProducts(connection), { range, data: source.daysOfData() });
}

function listedProducts(connection: Connection): readonly ListedProduct[] {
  return connection
    .rows('SELECT name, category, list_price, elasticity FROM products ORDER BY name')
    .map((row) => ({
      name: String(row.name),
      category: String(row.category ?? ''),
      listPrice: row.list_price === null ? null : Number(row.list_price),
      elasticity: row.elasticity === null ? null : Number(row.elasticity),
    }));
}

/**
 * Sets the person's own elasticity of a product; null takes it away.
 * @throws QuotabenchError `productMissing`.
 */
export function setElasticity(session: WorkspaceSession, product: string, elasticity: number | null): void {
  const row = session.connection.first('SELECT id FROM products WHERE name = ?', [product]);
  if (row === null) throw new QuotabenchError('productMissing', { product });
  session.change({ code: 'elasticity', parameters: { product } }, (recorder) =>
    recorder.update('products', Number(row.id), { elasticity }),
  );
}
