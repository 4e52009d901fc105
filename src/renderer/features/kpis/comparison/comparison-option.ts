import type { ComparedShare } from '@shared/kpi/compare-shares';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';
import { errorBars } from '../error-bars';

/** More bars than these are not read; the table has them all. */
export const mostBars = 15;

interface Writing {
  percent(value: number | null): string;
  name(key: string): string;
  readonly rate: string;
  readonly interval: string;
  readonly total: string;
}

/** A bar for each share with its interval across the end, and the whole as a line. */
export function comparisonOption(
  shares: readonly ComparedShare[],
  total: number | null,
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const shown = shares.slice(0, mostBars);
  return {
    grid: { left: 0, right: 24, top: 36, bottom: 0, outerBoundsMode: 'same' },
    legend: { top: 0, right: 0, itemWidth: 14 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => write.percent(typeof value === 'number' ? value : null),
    },
    xAxis: { type: 'value', min: 0, axisLabel: { formatter: (value: number) => write.percent(value) } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ key }) => write.name(key)),
      axisLine: { show: false },
      axisLabel: { color: colors.text, width: 160, overflow: 'truncate' },
    },
    series: [
      {
        name: write.rate,
        type: 'bar',
        barMaxWidth: 20,
        color: colors.series[0],
        data: shown.map(({ value }) => value),
        markLine:
          total === null
            ? undefined
            : {
                silent: true,
                symbol: 'none',
                lineStyle: { color: colors.quiet, type: 'dashed', width: 1.2 },
                label: {
                  position: 'start',
                  color: colors.quiet,
                  formatter: `${write.total} ${write.percent(total)}`,
                },
                data: [{ xAxis: total }],
              },
      },
      errorBars(write.interval, shown, colors.text),
    ],
  };
}
