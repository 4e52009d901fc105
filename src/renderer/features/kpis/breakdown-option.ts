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

/** Bars from the top down; the total of a rate is a line across them, to see who is above and who below. */
export function breakdownOption(
  rows: readonly KpiRow[],
  total: KpiResult,
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const shown = rows.filter(({ value }) => value !== null).slice(0, shownBars);
  const isRate = shown.some(({ denominator }) => denominator !== null);
  return {
    grid: { left: 0, right: 64, top: isRate ? 22 : 4, bottom: 0, outerBoundsMode: 'same' },
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
        markLine: isRate && total.value !== null ? totalLine(total.value, colors, write) : undefined,
      },
    ],
  };
}

function totalLine(total: number, colors: ChartColors, write: Writing): object {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colors.quiet, type: 'dashed', width: 1.2 },
    label: {
      position: 'start',
      color: colors.quiet,
      formatter: `${write.total} ${write.value(total, true)}`,
    },
    data: [{ xAxis: total }],
  };
}
