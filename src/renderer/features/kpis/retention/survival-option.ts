import type { SurvivalStep } from '@shared/kpi/retention/kaplan-meier';
import { daysOfMonth, type RetentionCurve } from '@shared/kpi/retention/retention-report';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

interface Writing {
  share(value: number): string;
  months(value: number): string;
  nameOf(key: string): string;
  readonly all: string;
  readonly interval: string;
  readonly across: string;
}

type Points = readonly (readonly [number, number])[];

/** Steps over the months since the start: the curve of all with its interval as a band, and a thinner one for each part. */
export function survivalOption(
  all: RetentionCurve | undefined,
  parts: readonly RetentionCurve[],
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const [main, ...others] = colors.series;
  const low = all === undefined ? [] : pointsOf(all, (step) => step.low ?? step.survival);
  const high = all === undefined ? [] : pointsOf(all, (step) => step.high ?? step.survival);
  const band = { type: 'line', step: 'end', symbol: 'none', silent: true, stack: 'interval' } as const;
  return {
    grid: { left: 8, right: 20, top: 38, bottom: 24, outerBoundsMode: 'same' },
    legend: {
      top: 0,
      right: 0,
      data: [write.all, write.interval, ...parts.map(({ key }) => write.nameOf(key))],
    },
    tooltip: {
      trigger: 'axis',
      formatter: (shown: unknown) => tooltip(shown, write),
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.max(1, Math.ceil((all?.longest ?? 0) / daysOfMonth)),
      name: write.across,
      nameLocation: 'middle',
      nameGap: 28,
      splitLine: { show: false },
    },
    yAxis: { type: 'value', min: 0, max: 1, axisLabel: { formatter: write.share } },
    series: [
      { ...band, name: 'low', data: low, lineStyle: { opacity: 0 } },
      {
        ...band,
        name: write.interval,
        data: high.map(([month, value], index) => [month, value - (low[index]?.[1] ?? 0)]),
        lineStyle: { opacity: 0 },
        areaStyle: { color: main, opacity: 0.16 },
        itemStyle: { color: main, opacity: 0.3 },
      },
      ...parts.map((part, index) => ({
        name: write.nameOf(part.key),
        type: 'line',
        step: 'end',
        symbol: 'none',
        color: others[index],
        lineStyle: { width: 1.6 },
        data: pointsOf(part, ({ survival }) => survival),
      })),
      {
        name: write.all,
        type: 'line',
        step: 'end',
        symbol: 'none',
        color: main,
        lineStyle: { width: 2.6 },
        data: all === undefined ? [] : pointsOf(all, ({ survival }) => survival),
      },
    ],
  };
}

/** From everybody at the start, over each step, to as long as was observed. */
function pointsOf({ steps, longest }: RetentionCurve, of: (step: SurvivalStep) => number): Points {
  const points = steps.map((step) => [step.time / daysOfMonth, of(step)] as const);
  const last = points.at(-1)?.[1] ?? 1;
  return [[0, 1], ...points, [longest / daysOfMonth, last]];
}

interface ShownPoint {
  readonly seriesName: string;
  readonly marker: string;
  readonly value: readonly [number, number];
}

/** Without the series that only hold the band up. */
function tooltip(shown: unknown, write: Writing): string {
  const points = (Array.isArray(shown) ? shown : []) as readonly ShownPoint[];
  const [first] = points;
  if (first === undefined) return '';
  const lines = points
    .filter(({ seriesName }) => seriesName !== 'low' && seriesName !== write.interval)
    .map(
      ({ seriesName, marker, value }) => `${marker}${escaped(seriesName)} <b>${write.share(value[1])}</b>`,
    );
  return [write.months(first.value[0]), ...lines].join('<br>');
}

/** Names of segments come from spreadsheets. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
