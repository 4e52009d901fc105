import type { CoursePoint } from '@shared/kpi/lifetime/lifetime-report';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

interface Words {
  number(value: number): string;
  readonly actual: string;
  readonly expected: string;
}

interface Pair {
  readonly name: string;
  readonly actual: number;
  readonly expected: number;
}

const grid = { left: 8, right: 16, top: 34, bottom: 22, outerBoundsMode: 'same' } as const;
const legend = { top: 0, right: 0 } as const;

/** What was seen and what was expected, side by side. */
export function pairedBarsOption(
  pairs: readonly Pair[],
  colors: ChartColors,
  words: Words & { readonly across: string },
): EChartsCoreOption {
  const bar = { type: 'bar', barMaxWidth: 30 } as const;
  return {
    grid,
    legend,
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => words.number(Number(value)) },
    xAxis: {
      type: 'category',
      name: words.across,
      nameLocation: 'middle',
      nameGap: 26,
      data: pairs.map(({ name }) => name),
    },
    yAxis: { type: 'value', axisLabel: { formatter: words.number } },
    series: [
      { ...bar, name: words.actual, color: colors.series[0], data: pairs.map(({ actual }) => actual) },
      { ...bar, name: words.expected, color: colors.series[1], data: pairs.map(({ expected }) => expected) },
    ],
  };
}

/** Repeat purchases added up over time, with a line where the model's knowledge ends. */
export function courseOption(
  course: readonly CoursePoint[],
  split: string | null,
  colors: ChartColors,
  words: Words & { readonly split: string; date(value: string): string },
): EChartsCoreOption {
  const line = { type: 'line', symbol: 'none' } as const;
  const from = course.find(({ day }) => split !== null && day > split)?.day;
  return {
    grid: { ...grid, bottom: 4 },
    legend,
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => words.number(Number(value)) },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: course.map(({ day }) => words.date(day)),
    },
    yAxis: { type: 'value', axisLabel: { formatter: words.number } },
    series: [
      {
        ...line,
        name: words.actual,
        color: colors.series[0],
        lineStyle: { width: 2.4 },
        data: course.map(({ actual }) => actual),
        markLine:
          from === undefined
            ? undefined
            : {
                silent: true,
                symbol: 'none',
                lineStyle: { color: colors.quiet, type: 'dotted' },
                label: { formatter: words.split, color: colors.quiet, position: 'insideEndTop' },
                data: [{ xAxis: words.date(from) }],
              },
      },
      {
        ...line,
        name: words.expected,
        color: colors.series[1],
        lineStyle: { width: 2, type: 'dashed' },
        data: course.map(({ expected }) => expected),
      },
    ],
  };
}
