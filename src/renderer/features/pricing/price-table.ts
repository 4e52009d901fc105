import type { FigureTable, TableColumn } from '@shared/model/table-cell';
import type { PricedProductReport } from '@shared/pricing/pricing-report';
import type { TFunction } from 'i18next';

const column = (heading: string, format: TableColumn['format']): TableColumn => ({ heading, format });

/** All that the page tells of each product, in one table. */
export function priceTable(products: readonly PricedProductReport[], t: TFunction<'pricing'>): FigureTable {
  return {
    columns: [
      column(t('pricing:product'), 'general'),
      column(t('pricing:category'), 'general'),
      column(t('pricing:price'), 'money'),
      column(t('pricing:cheapest'), 'money'),
      column(t('pricing:mean'), 'money'),
      column(t('kpis:price_index.name'), 'decimal'),
      column(t('pricing:units'), 'integer'),
      column(t('kpis:revenue.name'), 'money'),
      column(t('pricing:elasticity'), 'money'),
      column(t('pricing:low'), 'money'),
      column(t('pricing:high'), 'money'),
      column(t('pricing:source'), 'general'),
      column(t('pricing:months'), 'integer'),
    ],
    rows: products.map((product) => {
      const { elasticity, competitors } = product;
      const prices = competitors.map(({ price }) => price);
      return [
        product.product,
        product.category,
        product.price,
        prices.length === 0 ? null : Math.min(...prices),
        prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0) / prices.length,
        product.index,
        product.quantity,
        product.revenue,
        elasticity?.value ?? null,
        elasticity?.low ?? null,
        elasticity?.high ?? null,
        elasticity === null ? t('pricing:source.none') : t(`pricing:source.${elasticity.source}`),
        elasticity?.months ?? null,
      ];
    }),
  };
}
