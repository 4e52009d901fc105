import type { ComparedRow } from '@shared/scenario/compare-scenarios';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

/** More groups of bars than these are not read; the table has them all. */
const mostGroups = 12;

/** One row: a bar for each column. Several: groups of bars, the base in grey. */
export function compareOption(
  rows: readonly ComparedRow[],
  columns: readonly string[],
  { series, quiet, text }: ChartColors,
  write: (value: number | null, isCompact: boolean) => string,
): EChartsCoreOption {
  const [only] = rows;
  const colorOf = (column: number) => (column === 0 ? quiet : series[(column - 1) % series.length]);
  if (rows.length === 1 && only) {
    return {
      grid: { left: 0, right: 96, top: 4, bottom: 0, outerBoundsMode: 'same' },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: columns,
        axisLine: { show: false },
        axisLabel: { color: text, width: 200, overflow: 'break' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 22,
          silent: true,
          data: only.values.map((value, column) => ({ value, itemStyle: { color: colorOf(column) } })),
          label: {
            show: true,
            position: 'right',
            color: text,
            formatter: ({ value }: { readonly value: number }) => write(value, true),
          },
        },
      ],
    };
  }
  const shown = rows.slice(0, mostGroups);
  return {
    grid: { left: 8, right: 8, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: { type: 'scroll', top: 0, left: 0, right: 8 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => write(typeof value === 'number' ? value : null, false),
    },
    xAxis: {
      type: 'category',
      data: shown.map(({ id }) => id),
      axisLabel: { interval: 0, width: 90, overflow: 'truncate', rotate: shown.length > 6 ? 30 : 0 },
    },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => write(value, true) } },
    series: columns.map((name, column) => ({
      name,
      type: 'bar',
      barMaxWidth: 18,
      color: colorOf(column),
      data: shown.map(({ values }) => values[column] ?? null),
    })),
  };
}
