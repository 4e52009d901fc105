import { Table } from '@mantine/core';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { ComparedCell } from './ComparedCell';
import { productFigure } from './outcome-figures';
import { QuestionFrame } from './questions/QuestionFrame';
import classes from './WhatIfPage.module.css';

/** Each product's price, volume, revenue and margin, the base below in grey where it differs. */
export function ProductTable({ products }: Pick<ScenarioOutcome, 'products'>) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const sorted = [...products].sort((one, other) => other.base.revenue - one.base.revenue);
  return (
    <QuestionFrame name={t('products')} chart={null} table={productFigure(sorted, t)}>
      <Table stickyHeader highlightOnHover verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('product')}</Table.Th>
            {(['price', 'volume', 'revenue', 'margin'] as const).map((column) => (
              <Table.Th key={column} className={classes.number}>
                {t(`product.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map(({ product, price, volume, revenue, margin, base }) => (
            <Table.Tr key={product}>
              <Table.Td>{product}</Table.Td>
              <ComparedCell now={format.money(price)} before={format.money(base.price)} />
              <ComparedCell now={format.number(volume, 1)} before={format.number(base.volume, 1)} />
              <ComparedCell now={format.money(revenue, 0)} before={format.money(base.revenue, 0)} />
              <ComparedCell now={format.money(margin, 0)} before={format.money(base.margin, 0)} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </QuestionFrame>
  );
}
