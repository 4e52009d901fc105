import type { ProgressForecast, ProgressMonth } from '@shared/forecast/progress-forecast';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

export const progressViews = ['months', 'year'] as const;
/** Month by month with the year before, or added up from the year's start. */
export type ProgressView = (typeof progressViews)[number];

interface Writing {
  money(value: number | null, compact?: boolean): string;
  period(key: string): string;
  readonly names: Readonly<Record<'actual' | 'forecast' | 'interval' | 'target', string>>;
}

interface Point {
  readonly key: string;
  readonly actual: number | null;
  readonly isComplete: boolean;
  readonly target: number | null;
  readonly forecast: ProgressMonth['forecast'];
}

/** What there was, and the forecast with its interval as a band; beside it the target. */
export function progressOption(
  forecast: ProgressForecast,
  view: ProgressView,
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const points = view === 'months' ? monthPoints(forecast) : yearPoints(forecast);
  const [main, targetColor, forecastColor] = colors.series;
  const hasTarget = points.some(({ target }) => target !== null);
  const { names } = write;
  const line = { type: 'line', symbol: 'none', connectNulls: false } as const;
  const drawn = view === 'months' ? points.map(({ forecast: outlook }) => outlook) : fromWhatIsKnown(points);
  const lows = drawn.map((outlook) => outlook?.low ?? null);
  return {
    grid: { left: 8, right: 16, top: 36, bottom: 4, outerBoundsMode: 'same' },
    legend: {
      top: 0,
      right: 0,
      itemWidth: 14,
      data: [names.actual, names.forecast, names.interval, ...(hasTarget ? [names.target] : [])],
    },
    tooltip: { trigger: 'axis', formatter: (shown: unknown) => tooltip(shown, points, write) },
    xAxis: { type: 'category', data: points.map(({ key }) => write.period(key)) },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => write.money(value, true) } },
    series: [
      { ...line, name: 'low', silent: true, stack: 'interval', data: lows, lineStyle: { opacity: 0 } },
      {
        ...line,
        name: names.interval,
        silent: true,
        stack: 'interval',
        data: drawn.map((outlook) => (outlook ? outlook.high - outlook.low : null)),
        lineStyle: { opacity: 0 },
        areaStyle: { color: forecastColor, opacity: 0.22 },
        itemStyle: { color: forecastColor, opacity: 0.35 },
      },
      view === 'months'
        ? {
            name: names.actual,
            type: 'bar',
            color: main,
            barMaxWidth: 34,
            data: points.map(({ actual, isComplete }) => ({
              value: actual,
              itemStyle: { opacity: isComplete ? 1 : 0.45 },
            })),
          }
        : {
            ...line,
            name: names.actual,
            color: main,
            lineStyle: { width: 2.6 },
            data: points.map(({ actual, isComplete }) => (isComplete ? actual : null)),
          },
      {
        ...line,
        name: names.forecast,
        color: forecastColor,
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { width: 2.2, type: 'dashed' },
        data: drawn.map((outlook) => outlook?.value ?? null),
      },
      ...(hasTarget
        ? [
            {
              ...line,
              name: names.target,
              color: targetColor,
              step: view === 'months' ? 'middle' : false,
              lineStyle: { width: 1.8, type: 'dotted' },
              data: points.map(({ target }) => target),
            },
          ]
        : []),
    ],
  };
}

/** The forecasts, and before them the last month that is known, from which their line starts. */
function fromWhatIsKnown(points: readonly Point[]): readonly Point['forecast'][] {
  return points.map(({ forecast, actual, isComplete }, place) =>
    forecast === null && isComplete && actual !== null && points[place + 1]?.forecast
      ? { value: actual, low: actual, high: actual }
      : forecast,
  );
}

function monthPoints({ before, months }: ProgressForecast): readonly Point[] {
  return [
    ...before.map(({ key, revenue }) => ({
      key,
      actual: revenue,
      isComplete: true,
      target: null,
      forecast: null,
    })),
    ...months,
  ];
}

function yearPoints({ months }: ProgressForecast): readonly Point[] {
  return months.map(({ key, isComplete, cumulative, cumulativeTarget, cumulativeForecast }) => ({
    key,
    actual: cumulative,
    isComplete,
    target: cumulativeTarget,
    forecast: cumulativeForecast,
  }));
}

interface ShownPoint {
  readonly dataIndex: number;
}

function tooltip(shown: unknown, points: readonly Point[], { money, period, names }: Writing): string {
  const [first] = (Array.isArray(shown) ? shown : []) as readonly ShownPoint[];
  const point = first === undefined ? undefined : points[first.dataIndex];
  if (point === undefined) return '';
  const { actual, target, forecast } = point;
  const lines = [
    actual === null ? null : `${names.actual} <b>${money(actual)}</b>`,
    forecast && `${names.forecast} <b>${money(forecast.value)}</b>`,
    forecast && `${names.interval} ${money(forecast.low)} – ${money(forecast.high)}`,
    target === null ? null : `${names.target} ${money(target)}`,
  ];
  return [period(point.key), ...lines.filter((line) => line !== null)].join('<br>');
}
