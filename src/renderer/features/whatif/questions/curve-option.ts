import type { LocaleFormat } from '@shared/format/locale-format';
import type { KpiUnit } from '@shared/kpi/declaration';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

export interface CurvePoint {
  /** What the lever is at, written. */
  readonly name: string;
  readonly kpi: number | null;
}

interface Curve {
  readonly points: readonly CurvePoint[];
  readonly kpiName: string;
  readonly unit: KpiUnit;
  /** A line across, such as the goal. */
  readonly across: { readonly at: number; readonly label: string } | null;
  /** Place of the point of today. */
  readonly today: number | null;
}

/** A KPI over the values of one lever, as a line. */
export function curveOption(
  { points, kpiName, unit, across, today }: Curve,
  { series, quiet, text, surface }: ChartColors,
  format: LocaleFormat,
): EChartsCoreOption {
  const known = points.flatMap(({ kpi }) => kpi ?? []);
  const ends = across === null ? known : [...known, across.at];
  const room = (Math.max(...ends) - Math.min(...ends) || Math.abs(ends[0] ?? 1)) * 0.08;
  return {
    grid: { left: 8, right: 24, top: 24, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => format.kpi(typeof value === 'number' ? value : null, unit),
    },
    xAxis: { type: 'category', boundaryGap: false, data: points.map(({ name }) => name) },
    yAxis: {
      type: 'value',
      scale: true,
      // A goal far from the line is shown too.
      min: across === null ? undefined : Math.min(...ends) - room,
      max: across === null ? undefined : Math.max(...ends) + room,
      axisLabel: {
        formatter: (value: number) => format.kpi(value, unit, { compact: true }),
        showMinLabel: across === null,
        showMaxLabel: across === null,
      },
    },
    series: [
      {
        name: kpiName,
        type: 'line',
        color: series[0],
        lineStyle: { width: 2.2 },
        data: points.map(({ kpi }, place) => ({
          value: kpi,
          symbolSize: place === today ? 13 : 7,
          itemStyle: place === today ? { color: text, borderColor: surface, borderWidth: 2 } : {},
        })),
        markLine:
          across === null
            ? undefined
            : {
                silent: true,
                symbol: 'none',
                precision: 12,
                lineStyle: { color: quiet, type: 'dashed', width: 1.4 },
                label: { position: 'insideEndTop', color: text, formatter: across.label },
                data: [{ yAxis: across.at }],
              },
      },
    ],
  };
}
