import { Table } from '@mantine/core';
import type { Adjustment } from '@shared/scenario/scenario';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { adjustmentSentence, amountIn } from './adjustment-words';
import classes from './WhatIfPage.module.css';

interface LeverCurveProps {
  readonly kpi: string;
  readonly adjustment: Adjustment;
  readonly bounds: { readonly low: number; readonly high: number };
  readonly target: number;
  /** The KPI with this value of the adjustment. */
  read(value: number): number | null;
}

/** Values that the lever is tried with, from half to one and a half of its reach about nothing changed. */
const tried = 11;

/** A KPI over the values of one lever, as a line with the goal across it and as a table. */
export function LeverCurve({ kpi, adjustment, bounds, target, read }: LeverCurveProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { unit } = useKpis()(kpi);
  const points = useMemo(
    () => valuesTried(adjustment, bounds).map((value) => ({ value, kpi: read(value) })),
    [adjustment, bounds, read],
  );
  const nameOf = useCallback(
    (value: number) => adjustmentSentence({ ...adjustment, value }, format, t),
    [adjustment, format, t],
  );
  const option = useCallback(
    ({ series, quiet, text }: ChartColors): EChartsCoreOption => ({
      grid: { left: 8, right: 24, top: 24, bottom: 4, outerBoundsMode: 'same' },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => format.kpi(typeof value === 'number' ? value : null, unit),
      },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: points.map(({ value }) =>
          adjustment.op === 'scale'
            ? format.signedPercent(value - 1)
            : amountIn(adjustment.lever, value, format),
        ),
      },
      yAxis: {
        type: 'value',
        scale: true,
        axisLabel: { formatter: (value: number) => format.kpi(value, unit, { compact: true }) },
      },
      series: [
        {
          name: t(`kpis:${kpi}.name`),
          type: 'line',
          color: series[0],
          lineStyle: { width: 2.2 },
          symbolSize: 7,
          data: points.map((point) => point.kpi),
          markLine: {
            silent: true,
            symbol: 'none',
            precision: 12,
            lineStyle: { color: quiet, type: 'dashed', width: 1.4 },
            label: { position: 'insideEndTop', color: text, formatter: t('goal.target') },
            data: [{ yAxis: target }],
          },
        },
      ],
    }),
    [points, adjustment, format, unit, kpi, target, t],
  );
  return (
    <>
      <Chart
        description={t('goal.description', { kpi: t(`kpis:${kpi}.name`) })}
        height={240}
        option={option}
      />
      <Table verticalSpacing={5} mt="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('goal.lever')}</Table.Th>
            <Table.Th className={classes.number}>{t(`kpis:${kpi}.name`)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => (
            <Table.Tr key={point.value}>
              <Table.Td>{nameOf(point.value)}</Table.Td>
              <Table.Td className={classes.number}>{format.kpi(point.kpi, unit)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function valuesTried({ op }: Adjustment, { low, high }: LeverCurveProps['bounds']): readonly number[] {
  const [from, to] = op === 'scale' ? [0.5, 1.5] : [low / 2, high / 2];
  return Array.from({ length: tried }, (_, index) => {
    const value = from + ((to - from) * index) / (tried - 1);
    return op === 'scale' ? Math.round(value * 100) / 100 : value;
  });
}
