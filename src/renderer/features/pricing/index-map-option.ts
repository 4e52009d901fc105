import type { PricedProductReport } from '@shared/pricing/pricing-report';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../components/Chart';

interface Writing {
  index(value: number): string;
  units(value: number): string;
  money(value: number): string;
  readonly indexName: string;
  readonly unitsName: string;
  readonly revenueName: string;
  readonly parity: string;
}

/** Radii in pixels; the area of a bubble is in proportion to revenue. */
const [smallest, largest] = [6, 34];
/** More names than these would lie over one another. */
const mostNamed = 8;

/** Bubbles by price index and units sold, as large as their revenue, with a line where prices are the competitors'. */
export function indexMapOption(
  products: readonly PricedProductReport[],
  chosen: string,
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const shown = products.filter(({ index }) => index !== null);
  const most = Math.max(1, ...shown.map(({ revenue }) => revenue));
  const byRevenue = [...shown].sort((one, other) => other.revenue - one.revenue);
  const named = new Set([chosen, ...byRevenue.slice(0, mostNamed).map(({ product }) => product)]);
  const indices = shown.map(({ index }) => index ?? 100);
  return {
    grid: { left: 8, right: 24, top: 20, bottom: 24, outerBoundsMode: 'same' },
    tooltip: {
      formatter: ({ data }: { data: { name: string; value: readonly number[] } }) => {
        const [index = 0, units = 0, revenue = 0] = data.value;
        return [
          `<b>${escaped(data.name)}</b>`,
          `${write.indexName} ${write.index(index)}`,
          `${write.unitsName} ${write.units(units)}`,
          `${write.revenueName} ${write.money(revenue)}`,
        ].join('<br>');
      },
    },
    xAxis: {
      type: 'value',
      scale: true,
      min: Math.floor(Math.min(98, ...indices) - 2),
      max: Math.ceil(Math.max(102, ...indices) + 2),
      name: write.indexName,
      nameLocation: 'middle',
      nameGap: 28,
      axisLabel: { formatter: write.index },
    },
    yAxis: {
      type: 'value',
      name: write.unitsName,
      nameLocation: 'end',
      nameTextStyle: { align: 'left', padding: [0, 0, 0, -24] },
      axisLabel: { formatter: write.units },
    },
    series: [
      {
        type: 'scatter',
        data: byRevenue.map(({ product, index, quantity, revenue }) => ({
          name: product,
          value: [index, quantity, revenue],
          symbolSize: smallest + (largest - smallest) * Math.sqrt(Math.max(0, revenue) / most),
          itemStyle: {
            color: product === chosen ? colors.series[1] : colors.series[0],
            opacity: product === chosen ? 0.95 : 0.6,
          },
          label: { show: named.has(product) },
        })),
        label: { formatter: '{b}', position: 'right', color: colors.text, fontSize: 11 },
        labelLayout: { hideOverlap: true },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colors.quiet, type: 'dashed' },
          label: { formatter: write.parity, color: colors.quiet, position: 'insideEndTop' },
          data: [{ xAxis: 100 }],
        },
      },
    ],
  };
}

/** Names of products come from spreadsheets. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
