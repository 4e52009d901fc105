import type { FigureTable } from '@shared/model/table-cell';
import type { PricedProductReport } from '@shared/pricing/pricing-report';
import type { TFunction } from 'i18next';

/** The months that an elasticity stands on. */
export function monthTable({ months }: PricedProductReport, t: TFunction<'pricing'>): FigureTable {
  return {
    columns: [
      { heading: t('pricing:month'), format: 'general' },
      { heading: t('pricing:price'), format: 'money' },
      { heading: t('pricing:units'), format: 'integer' },
    ],
    rows: months.map(({ month, price, quantity }) => [month, price, quantity]),
  };
}
