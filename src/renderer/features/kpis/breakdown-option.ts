import type { KpiResult, KpiRow } from '@shared/ipc/kpi';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../components/Chart';

/** More bars than these are not read; the table beside has them all. */
export const shownBars = 14;

interface Writing {
  value(value: number | null, compact?: boolean): string;
  name(key: string): string;
  readonly total: string;
  readonly kpi: string;
  readonly benchmark: string;
}

/** Rows by value, the largest first and those without one last. */
export function largestFirst<Row extends { readonly value: number | null }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort((one, other) => {
    if (one.value === null || other.value === null)
      return Number(one.value === null) - Number(other.value === null);
    return other.value - one.value;
  });
}

/** Bars from the top down; the total of a rate is a line across them, to see who is above and who below, and its benchmark another. */
export function breakdownOption(
  rows: readonly KpiRow[],
  total: KpiResult,
  benchmark: number | null,
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const shown = rows.filter(({ value }) => value !== null).slice(0, shownBars);
  const isRate = shown.some(({ denominator }) => denominator !== null);
  return {
    grid: {
      left: 0,
      right: 64,
      top: isRate ? 22 : 4,
      bottom: isRate && benchmark !== null ? 18 : 0,
      outerBoundsMode: 'same',
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => write.value(typeof value === 'number' ? value : null),
    },
    xAxis: { type: 'value', show: false, scale: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ key }) => write.name(key)),
      axisLine: { show: false },
      axisLabel: { color: colors.text, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        name: write.kpi,
        type: 'bar',
        data: shown.map(({ value }) => value),
        color: colors.series[0],
        barMaxWidth: 18,
        label: {
          show: true,
          position: 'right',
          color: colors.text,
          formatter: ({ value }: { readonly value: number }) => write.value(value, true),
        },
        markLine: isRate ? linesAcross(total.value, benchmark, colors, write) : undefined,
      },
    ],
  };
}

/** The total's name stands at one end of its line and the benchmark's at the other, so that they never meet. */
function linesAcross(
  total: number | null,
  benchmark: number | null,
  colors: ChartColors,
  write: Writing,
): object | undefined {
  const lines = [
    {
      value: total,
      name: write.total,
      color: colors.quiet,
      style: { type: 'dashed', width: 1.2 },
      end: 'start',
    },
    {
      value: benchmark,
      name: write.benchmark,
      color: colors.series[2],
      style: { type: 'dotted', width: 1.8 },
      end: 'end',
    },
  ];
  const data = lines.flatMap(({ value, name, color, style, end }) =>
    value === null
      ? []
      : [
          {
            xAxis: value,
            lineStyle: { color, ...style },
            label: { color, position: end, formatter: `${name} ${write.value(value, true)}` },
          },
        ],
  );
  return data.length === 0 ? undefined : { silent: true, symbol: 'none', data };
}
