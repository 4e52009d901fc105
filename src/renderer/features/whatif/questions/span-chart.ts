import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

/** Part of a row of the chart: from one value of a KPI to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly tone: 'good' | 'bad' | 'less' | 'more';
  readonly label: string;
}

export interface SpanRow {
  readonly name: string;
  readonly spans: readonly Span[];
}

interface Reference {
  readonly at: number;
  readonly label: string;
}

/** How much of the charted range is left free on both sides, for labels. */
const margin = 0.3;

/** Rows from the top down, each with spans between two values of one KPI, and lines at values to compare with. */
export function spanOption(
  rows: readonly SpanRow[],
  references: readonly Reference[],
  colors: ChartColors,
  write: (value: number) => string,
): EChartsCoreOption {
  const ends = [
    ...rows.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to])),
    ...references.map(({ at }) => at),
  ];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least || Math.abs(most) || 1) * margin;
  const layers = Math.max(0, ...rows.map(({ spans }) => spans.length));
  return {
    grid: { left: 0, right: 16, top: 26, bottom: 0, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: least - room,
      max: most + room,
      splitNumber: 4,
      axisLabel: { formatter: write, showMinLabel: false, showMaxLabel: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLine: { show: false },
      axisLabel: { color: colors.text, width: 190, overflow: 'break' },
    },
    series: Array.from({ length: layers }, (_, layer) =>
      layerOf(rows, layer, colors, layer === 0 ? referenceLines(references, colors) : undefined),
    ).flat(),
  };
}

function referenceLines(references: readonly Reference[], colors: ChartColors): object {
  return {
    silent: true,
    symbol: 'none',
    // The line stands at the value itself, not at its first two decimals.
    precision: 12,
    lineStyle: { color: colors.quiet, type: 'dashed', width: 1.2 },
    label: {
      position: 'start',
      color: colors.text,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => references[dataIndex]?.label ?? '',
    },
    data: references.map(({ at }) => ({ xAxis: at })),
  };
}

/** One span of each row: an unseen bar up to where it begins, and a seen one on top of it. */
function layerOf(
  rows: readonly SpanRow[],
  layer: number,
  colors: ChartColors,
  markLine: object | undefined,
): object[] {
  const toneColors = {
    good: colors.green,
    bad: colors.red,
    less: colors.series[1] ?? colors.quiet,
    more: colors.series[0] ?? colors.text,
  };
  const shared = {
    type: 'bar',
    stack: `layer ${layer}`,
    stackStrategy: 'all',
    barGap: '-100%',
    barMaxWidth: 22,
    silent: true,
  };
  const unseen = rows.map(({ spans }) => {
    const span = spans[layer];
    return span ? Math.min(span.from, span.to) : null;
  });
  const seen = rows.map(({ spans }) => {
    const span = spans[layer];
    if (span === undefined) return null;
    return {
      value: Math.abs(span.to - span.from),
      itemStyle: { color: toneColors[span.tone] },
      label: {
        show: true,
        color: colors.text,
        backgroundColor: colors.surface,
        padding: [1, 3],
        position: span.to >= span.from ? 'right' : 'left',
        formatter: span.label,
      },
    };
  });
  return [
    { ...shared, data: unseen, itemStyle: { color: 'transparent' }, markLine },
    { ...shared, data: seen, z: 6 },
  ];
}
