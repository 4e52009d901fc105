import type {
  Histogram,
  SimulatedCourse,
  SimulatedKpi,
} from '@shared/scenario/simulation/simulation-summary';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

interface HistogramWords {
  readonly runs: string;
  readonly target: string;
  readonly median: string;
  write(value: number): string;
  count(value: number): string;
}

/** How often the KPI came to what, with its median, its target and the middle nine tenths. */
export function histogramOption(
  { histogram, percentiles, target }: SimulatedKpi,
  { series, quiet, text }: ChartColors,
  words: HistogramWords,
): EChartsCoreOption {
  if (histogram === null || percentiles === null) return {};
  const ends = [histogram.from, histogram.to, ...(target === null ? [] : [target])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least || Math.abs(most) || 1) * 0.04;
  const line = (at: number, label: string, type: 'solid' | 'dashed') => ({
    xAxis: at,
    lineStyle: { color: text, type, width: 1.6 },
    label: { formatter: label, color: text, position: 'end' },
  });
  return {
    grid: { left: 8, right: 24, top: 40, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: least - room,
      max: most + room,
      splitLine: { show: false },
      axisLabel: { formatter: words.write, showMinLabel: false, showMaxLabel: false },
    },
    yAxis: { type: 'value', name: words.runs, axisLabel: { formatter: words.count } },
    series: [
      {
        type: 'line',
        step: 'end',
        symbol: 'none',
        silent: true,
        color: series[0],
        lineStyle: { width: 1 },
        areaStyle: { opacity: 0.85 },
        data: outlineOf(histogram),
        markArea: {
          silent: true,
          itemStyle: { color: quiet, opacity: 0.12 },
          data: [[{ xAxis: percentiles[5] }, { xAxis: percentiles[95] }]],
        },
        markLine: {
          silent: true,
          symbol: 'none',
          precision: 12,
          data: [
            line(percentiles[50], words.median, 'solid'),
            ...(target === null ? [] : [line(target, words.target, 'dashed')]),
          ],
        },
      },
    ],
  };
}

/** From each bin's lower end its count, up to where the next begins; a single value is a thin column. */
function outlineOf({ from, to, counts }: Histogram): readonly (readonly [number, number])[] {
  const width = from === to ? Math.abs(from || 1) * 0.001 : (to - from) / counts.length;
  const columns = counts.map((count, bin) => [from + width * bin, count] as const);
  return [[from, 0], ...columns, [from + width * counts.length, 0]];
}

interface FanWords {
  readonly months: readonly string[];
  readonly names: { readonly wide: string; readonly narrow: string; readonly median: string };
  write(value: number): string;
}

/** The sum up to each month's end: its median, and bands that hold half and nine tenths of the runs. */
export function fanOption(
  { months }: SimulatedCourse,
  { series, text }: ChartColors,
  { months: monthNames, names, write }: FanWords,
): EChartsCoreOption {
  const color = series[0] ?? text;
  const band = (name: string, low: 5 | 25, high: 75 | 95, opacity: number) => {
    const shared = { type: 'line', stack: name, symbol: 'none', silent: true, lineStyle: { opacity: 0 } };
    return [
      // The lower end carries the band and is not seen itself.
      { ...shared, name: '', tooltip: { show: false }, data: months.map((month) => month[low]) },
      {
        ...shared,
        name,
        color,
        areaStyle: { color, opacity },
        data: months.map((month) => month[high] - month[low]),
      },
    ];
  };
  return {
    grid: { left: 8, right: 24, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, data: [names.wide, names.narrow, names.median] },
    xAxis: { type: 'category', boundaryGap: false, data: monthNames },
    yAxis: { type: 'value', axisLabel: { formatter: write } },
    series: [
      ...band(names.wide, 5, 95, 0.18),
      ...band(names.narrow, 25, 75, 0.32),
      {
        name: names.median,
        type: 'line',
        symbol: 'none',
        silent: true,
        color: text,
        lineStyle: { width: 2.2 },
        data: months.map((month) => month[50]),
      },
    ],
  };
}

/** What share of the variance each unsure number explains. */
export function driversOption(
  drivers: readonly { readonly name: string; readonly share: number }[],
  { series, text }: ChartColors,
  write: (value: number) => string,
): EChartsCoreOption {
  return {
    grid: { left: 0, right: 64, top: 4, bottom: 0, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, max: 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: drivers.map(({ name }) => name),
      axisLine: { show: false },
      axisLabel: { color: text, width: 220, overflow: 'break' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 20,
        silent: true,
        color: series[0],
        data: drivers.map(({ share }) => share),
        label: {
          show: true,
          position: 'right',
          color: text,
          formatter: ({ value }: { readonly value: number }) => write(value),
        },
      },
    ],
  };
}
