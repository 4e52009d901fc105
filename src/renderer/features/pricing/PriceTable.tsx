import { Anchor, Table, Title } from '@mantine/core';
import type { PricedProductReport } from '@shared/pricing/pricing-report';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { FigureActions } from '../../components/FigureActions';
import { ScrollRegion } from '../../components/ScrollRegion';
import classes from './PricingPage.module.css';
import { priceTable } from './price-table';

interface PriceTableProps {
  readonly products: readonly PricedProductReport[];
  readonly chosen: string;
  onChoose(product: string): void;
}

/** Every product with its price, those of competitors, and its elasticity; a name opens it above. */
export function PriceTable({ products, chosen, onChoose }: PriceTableProps) {
  const { t } = useTranslation('pricing');
  const format = useFormat();
  return (
    <section className={classes.panel} aria-label={t('products')}>
      <div className={classes.head}>
        <Title order={2} size="h5">
          {t('products')}
        </Title>
        <FigureActions name={t('products')} table={priceTable(products, t)} />
      </div>
      <ScrollRegion className={classes.scroll} label={t('products')}>
        <Table stickyHeader verticalSpacing={5} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('product')}</Table.Th>
              <Table.Th className={classes.number}>{t('price')}</Table.Th>
              <Table.Th className={classes.number}>{t('cheapest')}</Table.Th>
              <Table.Th className={classes.number}>{t('mean')}</Table.Th>
              <Table.Th className={classes.number}>{t('kpis:price_index.name')}</Table.Th>
              <Table.Th className={classes.number}>{t('units')}</Table.Th>
              <Table.Th className={classes.number}>{t('elasticity')}</Table.Th>
              <Table.Th className={classes.number}>{t('interval')}</Table.Th>
              <Table.Th>{t('source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {products.map((row) => (
              <PriceRow key={row.product} row={row} isChosen={row.product === chosen} onChoose={onChoose} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <p className={classes.quiet}>
        {t('products.explanation', { count: products.length, shown: format.number(products.length) })}
      </p>
    </section>
  );
}

interface PriceRowProps {
  readonly row: PricedProductReport;
  readonly isChosen: boolean;
  onChoose(product: string): void;
}

function PriceRow({ row, isChosen, onChoose }: PriceRowProps) {
  const { t } = useTranslation('pricing');
  const format = useFormat();
  const prices = row.competitors.map(({ price }) => price);
  const mean = prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0) / prices.length;
  const { elasticity } = row;
  return (
    <Table.Tr className={isChosen ? classes.chosen : undefined} aria-current={isChosen ? 'true' : undefined}>
      <Table.Th scope="row" fw={400}>
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          ta="left"
          c={isChosen ? 'inherit' : undefined}
          fw={isChosen ? 600 : undefined}
          onClick={() => onChoose(row.product)}
        >
          {row.product}
        </Anchor>
      </Table.Th>
      <Table.Td className={classes.number}>{format.money(row.price)}</Table.Td>
      <Table.Td className={classes.number}>
        {format.money(prices.length === 0 ? null : Math.min(...prices))}
      </Table.Td>
      <Table.Td className={classes.number}>{format.money(mean)}</Table.Td>
      <Table.Td className={classes.number}>{format.number(row.index, 1)}</Table.Td>
      <Table.Td className={classes.number}>{format.number(row.quantity, 0)}</Table.Td>
      <Table.Td className={classes.number}>{format.number(elasticity?.value ?? null, 2)}</Table.Td>
      <Table.Td className={classes.number}>
        {elasticity?.low == null
          ? format.number(null)
          : t('kpis:chance.range', {
              low: format.number(elasticity.low, 1),
              high: format.number(elasticity.high, 1),
            })}
      </Table.Td>
      <Table.Td>
        {elasticity === null
          ? t('source.none')
          : t(`source.${elasticity.source}.weight`, {
              count: elasticity.months,
              weight: format.percent(elasticity.weight, 0),
            })}
      </Table.Td>
    </Table.Tr>
  );
}
