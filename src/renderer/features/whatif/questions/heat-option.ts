import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

interface Heat {
  readonly down: readonly string[];
  readonly across: readonly string[];
  /** By place down, then across. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly today: { readonly down: number; readonly across: number };
}

/** How much of the series' colour the deepest cell takes: text on it stays legible. */
const deepest = 0.5;

/** A value for each pair of values, the greater on a deeper ground, that of today framed. */
export function heatOption(
  { down, across, cells, today }: Heat,
  { series, surface, text, line }: ChartColors,
  write: (value: number) => string,
): EChartsCoreOption {
  const known = cells.flatMap((row) => row.flatMap((value) => value ?? []));
  const labels = { color: text, interval: 0 };
  return {
    grid: { left: 8, right: 8, top: 30, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'category', position: 'top', data: across, axisLabel: labels, axisLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: down, axisLabel: labels, axisLine: { show: false } },
    visualMap: {
      show: false,
      seriesIndex: 0,
      min: Math.min(...known),
      max: Math.max(...known),
      inRange: { color: [surface, mixed(surface, series[0] ?? text, deepest)] },
    },
    series: [
      {
        type: 'heatmap',
        silent: true,
        itemStyle: { borderColor: line, borderWidth: 1 },
        data: cells.flatMap((row, place) =>
          row.map((value, column) => {
            const isToday = place === today.down && column === today.across;
            return { value: [column, place, value], label: { fontWeight: isToday ? 700 : 400 } };
          }),
        ),
        label: {
          show: true,
          color: text,
          formatter: ({ value }: { readonly value: readonly unknown[] }) =>
            typeof value[2] === 'number' ? write(value[2]) : '–',
        },
      },
      {
        // Above the others, so that no neighbour covers its frame.
        type: 'heatmap',
        silent: true,
        z: 3,
        itemStyle: { color: 'transparent', borderColor: text, borderWidth: 2.5 },
        label: { show: false },
        data: [[today.across, today.down, cells[today.down]?.[today.across] ?? null]],
      },
    ],
  };
}

/** A colour so far from one towards another, both `#rrggbb`. */
function mixed(from: string, to: string, share: number): string {
  const part = (color: string, place: number) =>
    Number.parseInt(color.slice(1 + 2 * place, 3 + 2 * place), 16);
  const parts = [0, 1, 2].map((place) =>
    Math.round(part(from, place) + (part(to, place) - part(from, place)) * share),
  );
  return `rgb(${parts.join(', ')})`;
}
