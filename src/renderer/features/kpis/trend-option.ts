import { periodsWithin } from '@shared/model/period';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../components/Chart';
import type { KpiDetail } from './kpi-detail.store';
import type { EarlierStep } from './trend-compared';

interface Writing {
  value(value: number | null, compact?: boolean): string;
  period(key: string): string;
  readonly names: {
    readonly value: string;
    readonly target: string;
    readonly benchmark: string;
    readonly earlier: string;
  };
}

/** A KPI that is a sum is drawn as bars, a rate as a line; what lies outside the chosen period is paler. */
export function trendOption(detail: KpiDetail, colors: ChartColors, write: Writing): EChartsCoreOption {
  const { trend, question, benchmark } = detail;
  const earlier = detail.earlier?.some(({ value }) => value !== null) ? detail.earlier : null;
  const { rows } = trend;
  const isSum = detail.result.denominator === null && rows.every((row) => row.denominator === null);
  const chosen = new Set(periodsWithin(question.range, question.step, 1).map(({ key }) => key));
  const [main, targetColor, benchmarkColor] = colors.series;
  const points = rows.map(({ key, value }) => ({
    value,
    itemStyle: { opacity: isSum && !chosen.has(key) ? 0.4 : 1 },
    symbolSize: chosen.has(key) ? 8 : 4,
  }));
  const hasTarget = rows.some(({ target }) => target !== null);
  const hasLegend = hasTarget || earlier !== null;
  return {
    grid: { left: 8, right: 16, top: hasLegend ? 34 : 14, bottom: 4, outerBoundsMode: 'same' },
    legend: { show: hasLegend, top: 0, right: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 4 },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => write.value(numberOrNull(value)) },
    xAxis: { type: 'category', data: rows.map(({ key }) => write.period(key)) },
    yAxis: {
      type: 'value',
      scale: !isSum,
      axisLabel: { formatter: (value: number) => write.value(value, true) },
    },
    series: [
      {
        name: write.names.value,
        type: isSum ? 'bar' : 'line',
        data: points,
        color: main,
        barMaxWidth: 36,
        lineStyle: { width: 2.2 },
        symbol: 'circle',
        markLine: benchmark === null ? undefined : benchmarkLine(benchmark, benchmarkColor, write),
      },
      ...(earlier === null ? [] : [earlierLine(earlier, colors.quiet, write)]),
      ...(hasTarget
        ? [
            {
              name: write.names.target,
              type: 'line',
              step: 'middle',
              data: rows.map(({ target }) => target),
              color: targetColor,
              lineStyle: { width: 1.8, type: 'dashed' },
              symbol: 'none',
            },
          ]
        : []),
    ],
  };
}

/** Pale, as it is there to be held against and not to be read by itself. */
function earlierLine(earlier: readonly EarlierStep[], color: string, { names, period }: Writing): object {
  return {
    name: names.earlier,
    type: 'line',
    data: earlier.map(({ key, value }) => ({ value, name: key === null ? '' : period(key) })),
    color,
    z: 3,
    lineStyle: { width: 1.8, opacity: 0.65 },
    itemStyle: { opacity: 0.65 },
    symbol: 'circle',
    symbolSize: 3,
  };
}

function benchmarkLine(benchmark: number, color: string | undefined, write: Writing): object {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color, type: 'dotted', width: 1.8 },
    label: {
      position: 'insideEndTop',
      color,
      formatter: `${write.names.benchmark} ${write.value(benchmark, true)}`,
    },
    data: [{ yAxis: benchmark }],
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
