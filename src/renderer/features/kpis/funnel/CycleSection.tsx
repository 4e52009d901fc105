import { Skeleton, Text } from '@mantine/core';
import { type Frequency, quantile } from '@shared/kpi/quantile';
import type { FigureTable } from '@shared/model/table-cell';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataEffect } from '../../../app/use-data-effect';
import { useFormat } from '../../../app/use-format';
import { Chart, type ChartColors } from '../../../components/Chart';
import { FigureActions } from '../../../components/FigureActions';
import { useKpiFormat } from '../../../components/use-kpi-format';
import { KpiProblem } from '../KpiProblem';
import { KpiSection } from '../KpiSection';
import type { KpiSectionProps } from '../kpi-sections';
import { type CycleBin, cycleBins } from './cycle-bins';
import { useCycles } from './funnel.store';

/** How long the deals won took, each length with how many there are: the mean alone hides the slow ones. */
export function CycleSection({ path, range, filter }: KpiSectionProps) {
  const { t } = useTranslation('funnel');
  const { cycles, problem, load } = useCycles();
  const { from, to } = range;
  useDataEffect(() => {
    void load({ path, asked: { from, to, filter } });
  }, [path, from, to, filter, load]);
  if (problem) return <KpiProblem error={problem} />;
  if (cycles?.path !== path) return <Skeleton height={320} radius="md" />;
  if (cycles.lengths.length === 0) {
    return (
      <KpiSection title={t('cycles')}>
        <Text c="dimmed">{t('kpis:noValue.sales_cycle_length')}</Text>
      </KpiSection>
    );
  }
  return <CyclePanel lengths={cycles.lengths} />;
}

function CyclePanel({ lengths }: { readonly lengths: readonly Frequency[] }) {
  const { t } = useTranslation('funnel');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const bins = useMemo(() => cycleBins(lengths), [lengths]);
  const marks = useMemo(() => {
    const deals = lengths.reduce((sum, { count }) => sum + count, 0);
    const days = lengths.reduce((sum, { value, count }) => sum + value * count, 0);
    return [
      { name: t('kpis:beside.median'), value: quantile(lengths, 0.5) ?? 0 },
      { name: t('mean'), value: days / deals },
      { name: t('kpis:beside.p90'), value: quantile(lengths, 0.9) ?? 0 },
    ];
  }, [lengths, t]);
  const inDays = useCallback((value: number) => kpiFormat.value(value, 'days'), [kpiFormat]);
  const option = useCallback(
    (colors: ChartColors) =>
      cycleOption(bins, marks, colors, {
        deals: t('kpis:beside.deals'),
        days: t('days'),
        inDays,
        count: (value) => format.number(value, 0),
      }),
    [bins, marks, inDays, format, t],
  );
  const table: FigureTable = {
    columns: [
      { heading: t('fromDays'), format: 'integer' },
      { heading: t('beforeDays'), format: 'integer' },
      { heading: t('kpis:beside.deals'), format: 'integer' },
    ],
    rows: bins.map(({ from, to, count }) => [from, to, count]),
  };
  return (
    <KpiSection
      title={t('cycles')}
      beside={<FigureActions name={t('cycles')} chart={{ height: 380, option }} table={table} />}
    >
      <Chart
        description={[t('cycles'), ...marks.map(({ name, value }) => `${name}: ${inDays(value)}`)].join('. ')}
        height={280}
        option={option}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('quantiles')}
      </Text>
    </KpiSection>
  );
}

interface Writing {
  readonly deals: string;
  readonly days: string;
  inDays(value: number): string;
  count(value: number): string;
}

/** A histogram over an axis of days, with the middle and the slow end marked. */
function cycleOption(
  bins: readonly CycleBin[],
  marks: readonly { readonly name: string; readonly value: number }[],
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: 24, top: 62, bottom: 26, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      formatter: (shown: unknown) => {
        const [point] = shown as readonly { readonly dataIndex: number }[];
        const bin = bins[Math.min(point?.dataIndex ?? 0, bins.length - 1)];
        if (bin === undefined) return '';
        const last = bin.to - 1;
        const span = last > bin.from ? `${bin.from} – ${write.inDays(last)}` : write.inDays(bin.from);
        return `${span}<br>${write.deals} <b>${write.count(bin.count)}</b>`;
      },
    },
    xAxis: {
      type: 'value',
      min: bins[0]?.from ?? 0,
      max: bins.at(-1)?.to ?? 1,
      name: write.days,
      nameLocation: 'middle',
      nameGap: 28,
      splitLine: { show: false },
    },
    yAxis: { type: 'value', axisLabel: { formatter: write.count } },
    series: [
      {
        type: 'line',
        step: 'end',
        symbol: 'none',
        color: colors.series[0],
        areaStyle: { opacity: 0.35 },
        // Each bin's height holds to where the next begins; the last one falls at its end.
        data: [
          ...bins.map(({ from, count }) => [from, count]),
          [bins.at(-1)?.to ?? 1, bins.at(-1)?.count ?? 0],
        ],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colors.text, type: 'dashed', width: 1.4 },
          data: marks.map(({ name, value }, place) => ({
            xAxis: value,
            label: {
              position: 'end',
              color: colors.text,
              // One below the other, as median and mean often lie close.
              distance: 4 + 15 * place,
              formatter: `${name} ${write.inDays(Math.round(value * 10) / 10)}`,
            },
          })),
        },
      },
    ],
  };
}
