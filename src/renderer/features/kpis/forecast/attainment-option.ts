import type { AttainmentForecast } from '@shared/forecast/attainment-forecast';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';
import { errorBars } from '../error-bars';

/** More bars than these are not read; the table has them all. */
export const mostBars = 20;

interface Writing {
  money(value: number | null, compact?: boolean): string;
  name(key: string): string;
  readonly names: Readonly<Record<'booked' | 'fromOpen' | 'fromNew' | 'interval' | 'quota', string>>;
}

/** A bar for each rep: booked, from open deals and from new ones, with the interval across its end and the quota as a mark. */
export function attainmentOption(
  { rows }: AttainmentForecast,
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const shown = rows.slice(0, mostBars);
  const [first, second, third] = colors.series;
  const { names } = write;
  const bar = (name: string, color: string | undefined, values: readonly number[], opacity = 1) => ({
    name,
    type: 'bar',
    stack: 'forecast',
    barMaxWidth: 20,
    color,
    itemStyle: { opacity },
    data: values,
  });
  return {
    grid: { left: 0, right: 24, top: 36, bottom: 0, outerBoundsMode: 'same' },
    legend: { top: 0, right: 0, itemWidth: 14 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) =>
        write.money(typeof value === 'number' ? value : Array.isArray(value) ? Number(value[0]) : null),
    },
    xAxis: { type: 'value', axisLabel: { formatter: (value: number) => write.money(value, true) } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ key }) => write.name(key)),
      axisLine: { show: false },
      axisLabel: { color: colors.text, width: 160, overflow: 'truncate' },
    },
    series: [
      bar(
        names.booked,
        first,
        shown.map(({ booked }) => booked),
      ),
      bar(
        names.fromOpen,
        third,
        shown.map(({ expected }) => expected),
      ),
      bar(
        names.fromNew,
        third,
        shown.map(({ expectedNew }) => expectedNew),
        0.45,
      ),
      errorBars(names.interval, shown, colors.text),
      {
        name: names.quota,
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [3, 24],
        z: 6,
        color: second,
        data: shown.map(({ quota }, place) => (quota === null ? null : [quota, place])),
      },
    ],
  };
}
