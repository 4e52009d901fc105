import { Button, Group, NumberInput, SegmentedControl, Slider, Text, Title } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { DateRange } from '@shared/model/calendar-date';
import type { PricedProductReport } from '@shared/pricing/pricing-report';
import { bestPrice, outcomeAt, type PriceAim } from '@shared/scenario/best-price';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { FigureActions } from '../../components/FigureActions';
import { demandOption } from './demand-option';
import { monthTable } from './month-table';
import { PriceOutcomes } from './PriceOutcomes';
import classes from './PricingPage.module.css';
import { usePricing } from './pricing.store';

/** Prices beyond these change more than a demand curve can tell; in per cent. */
const most = 30;

interface ProductPanelProps {
  readonly product: PricedProductReport;
  readonly range: DateRange;
}

/** One product: how its sales have answered its price, and what another price would do. */
export function ProductPanel({ product, range }: ProductPanelProps) {
  const { t } = useTranslation('pricing');
  const format = useFormat();
  const go = useNavigation((state) => state.go);
  const { setElasticity, makeScenario } = usePricing();
  const [percent, setPercent] = useState(0);
  const [aim, setAim] = useState<PriceAim>(product.unitCost === null ? 'revenue' : 'margin');
  const { elasticity, price, quantity, unitCost } = product;
  const option = useCallback(
    (colors: ChartColors) =>
      demandOption(product, colors, {
        price: (value) => format.money(value, 0),
        units: (value) => format.number(value, 0),
        month: format.period,
        curve: t('curve'),
        months: t('month'),
        priceName: t('price'),
        unitsName: t('units'),
      }),
    [product, format, t],
  );
  const priced =
    price === null
      ? null
      : {
          product: product.product,
          price,
          volume: quantity,
          unitCost,
          elasticity: elasticity?.value ?? null,
        };
  const factor = 1 + percent / 100;
  const bounds = price === null ? null : { low: price * (1 - most / 100), high: price * (1 + most / 100) };
  const best = priced === null || bounds === null ? null : bestPrice(priced, aim, bounds);
  const toScenario = async () => {
    const name = t('scenario.name', { product: product.product });
    const scenario = await makeScenario(name, range, { product: product.product, factor });
    if (scenario !== null) go({ page: 'whatif', scenario });
  };
  return (
    <section className={classes.panel} aria-label={product.product}>
      <div className={classes.head}>
        <Title order={2} size="h5">
          {product.product}
        </Title>
        <FigureActions
          name={t('demand.of', { product: product.product })}
          chart={{ height: 420, option }}
          table={monthTable(product, t)}
        />
      </div>
      <Text size="sm" c="dimmed">
        {elasticity === null
          ? t('elasticity.none')
          : t(`elasticity.${elasticity.source}`, {
              count: elasticity.months,
              value: format.number(elasticity.value, 2),
              low: format.number(elasticity.low, 2),
              high: format.number(elasticity.high, 2),
              own: format.number(elasticity.own, 2),
              r2: format.percent(elasticity.r2, 0),
              weight: format.percent(elasticity.weight, 0),
              category: product.category,
            })}
      </Text>
      <Chart
        description={t('demand.description', { product: product.product })}
        height={190}
        option={option}
      />
      <Group gap="md" align="flex-end" mt={6}>
        <NumberInput
          w={170}
          size="xs"
          label={t('own')}
          placeholder={elasticity === null ? '' : format.number(elasticity.value, 2)}
          decimalSeparator={decimalSeparatorOf(format.locale)}
          decimalScale={3}
          step={0.1}
          defaultValue={elasticity?.source === 'given' ? elasticity.value : ''}
          onBlur={(event) => {
            const typed = event.currentTarget.value.trim().replace(',', '.').replace('−', '-');
            const value = typed === '' ? null : Number(typed);
            const before = elasticity?.source === 'given' ? elasticity.value : null;
            if (value !== before && (value === null || Number.isFinite(value)))
              void setElasticity(product.product, value);
          }}
        />
        <div style={{ flex: 1, minWidth: 180 }}>
          <Text component="div" size="xs" fw={500} mb={2}>
            {t('change')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Slider
              flex={1}
              min={-most}
              max={most}
              step={1}
              startPointValue={0}
              label={null}
              thumbLabel={t('change')}
              value={percent}
              onChange={setPercent}
            />
            <NumberInput
              w={84}
              size="xs"
              aria-label={t('change')}
              suffix=" %"
              min={-most}
              max={most}
              value={percent}
              onChange={(value) => typeof value === 'number' && setPercent(value)}
            />
          </Group>
        </div>
        <Button
          size="xs"
          variant="default"
          disabled={percent === 0 || elasticity === null}
          leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
          onClick={() => void toScenario()}
        >
          {t('scenario')}
        </Button>
      </Group>
      {priced !== null && elasticity !== null && price !== null && (
        <PriceOutcomes
          today={outcomeAt(price, priced, elasticity.value)}
          then={outcomeAt(price * factor, priced, elasticity.value)}
          ends={[elasticity.low, elasticity.high].flatMap((end) =>
            end === null ? [] : [outcomeAt(price * factor, priced, end)],
          )}
        />
      )}
      <Group gap="xs" mt={8}>
        <SegmentedControl
          size="xs"
          aria-label={t('aim')}
          value={aim}
          data={(['margin', 'revenue'] as const).map((value) => ({
            value,
            label: t(`aim.${value}`),
            disabled: value === 'margin' && unitCost === null,
          }))}
          onChange={(value) => setAim(value === 'margin' ? 'margin' : 'revenue')}
        />
        <Text size="sm" role="status">
          {best?.kind === 'found'
            ? t(`best.${best.reason}`, {
                price: format.money(best.best.price),
                bound: format.percent(most / 100),
                gain: format.money(
                  aim === 'margin'
                    ? (best.best.margin ?? 0) - (best.today.margin ?? 0)
                    : best.best.revenue - best.today.revenue,
                  0,
                ),
              })
            : t(`best.${best?.kind ?? 'noSales'}`)}{' '}
          {best?.kind === 'found' && best.doubt !== null && t(`doubt.${best.doubt}`)}
        </Text>
      </Group>
    </section>
  );
}
