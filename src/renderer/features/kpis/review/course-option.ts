import type { KpiCard } from '@shared/ipc/kpi';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

/** Readable from the far end of the room. */
const fontSize = 20;

interface Writing {
  readonly name: string;
  value(value: number | null): string;
  month(key: string): string;
}

/** The months as a thick line, the last of them with its value. */
export function courseOption(
  months: KpiCard['sparkline'],
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const last = months.length - 1;
  return {
    grid: { left: 0, right: 24, top: 16, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: months.map(({ key }) => write.month(key)),
      axisLabel: {
        fontSize,
        margin: 18,
        interval: Math.max(0, Math.ceil(months.length / 3) - 1),
        color: colors.text,
      },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 3,
      axisLabel: { fontSize, color: colors.text, formatter: (value: number) => write.value(value) },
    },
    series: [
      {
        name: write.name,
        type: 'line',
        data: months.map(({ value }, place) => ({ value, symbolSize: place === last ? 16 : 0 })),
        color: colors.series[0],
        lineStyle: { width: 4.5 },
        symbol: 'circle',
      },
    ],
  };
}
