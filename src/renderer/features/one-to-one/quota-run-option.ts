import type { OneToOne } from '@shared/ipc/one-to-one';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../components/Chart';

interface Writing {
  share(value: number | null): string;
  month(key: string): string;
  readonly names: { readonly value: string; readonly full: string };
}

/** The attainment of each month as a bar, and the full quota as a line across them. */
export function quotaRunOption(
  months: OneToOne['quota']['months'],
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  return {
    grid: { left: 0, right: 8, top: 14, bottom: 6, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => write.share(typeof value === 'number' ? value : null),
    },
    xAxis: { type: 'category', data: months.map(({ month }) => write.month(month)) },
    yAxis: { type: 'value', splitNumber: 3, axisLabel: { formatter: (value: number) => write.share(value) } },
    series: [
      {
        name: write.names.value,
        type: 'bar',
        data: months.map(({ value }) => value),
        color: colors.series[0],
        barMaxWidth: 26,
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colors.series[1], type: 'dashed', width: 1.6 },
          label: { show: false },
          data: [{ yAxis: 1, name: write.names.full }],
        },
      },
    ],
  };
}
