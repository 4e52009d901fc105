import { Text, Title } from '@mantine/core';
import type { PricedProductReport } from '@shared/pricing/pricing-report';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { FigureActions } from '../../components/FigureActions';
import { indexMapOption } from './index-map-option';
import classes from './PricingPage.module.css';
import { priceTable } from './price-table';

interface IndexMapProps {
  readonly products: readonly PricedProductReport[];
  readonly chosen: string;
  onChoose(product: string): void;
}

/** Price index against volume: what is dear and sells much stands at the top right. */
export function IndexMap({ products, chosen }: IndexMapProps) {
  const { t } = useTranslation('pricing');
  const format = useFormat();
  const option = useCallback(
    (colors: ChartColors) =>
      indexMapOption(products, chosen, colors, {
        index: (value) => format.number(value, 1),
        units: (value) => format.number(value, 0),
        money: (value) => format.kpi(value, 'money', { compact: true }),
        indexName: t('kpis:price_index.name'),
        unitsName: t('units'),
        revenueName: t('kpis:revenue.name'),
        parity: t('parity'),
      }),
    [products, chosen, format, t],
  );
  const indexed = products.filter(({ index }) => index !== null);
  return (
    <section className={classes.panel} aria-label={t('map')}>
      <div className={classes.head}>
        <Title order={2} size="h5">
          {t('map')}
        </Title>
        <FigureActions name={t('map')} chart={{ height: 460, option }} table={priceTable(products, t)} />
      </div>
      <Text size="sm" c="dimmed">
        {t('map.explanation')}
      </Text>
      {indexed.length > 0 ? (
        <Chart
          description={t('map.description', { count: indexed.length })}
          height={330}
          grows
          option={option}
        />
      ) : (
        <Text mt="md">{t('kpis:noValue.price_index')}</Text>
      )}
    </section>
  );
}
