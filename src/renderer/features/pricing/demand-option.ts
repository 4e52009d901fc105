import type { PricedProductReport } from '@shared/pricing/pricing-report';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../components/Chart';

interface Writing {
  price(value: number): string;
  units(value: number): string;
  month(key: string): string;
  readonly curve: string;
  readonly months: string;
  readonly priceName: string;
  readonly unitsName: string;
}

const curvePoints = 24;

/** Months by price and units sold, and the demand curve of the elasticity through their middle (in logarithms). */
export function demandOption(
  { months, elasticity }: PricedProductReport,
  colors: ChartColors,
  write: Writing,
): EChartsCoreOption {
  const prices = months.map(({ price }) => price);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const middle = {
    price: meanOfLogs(prices),
    quantity: meanOfLogs(months.map(({ quantity }) => quantity)),
  };
  const span = Math.max(high - low, high * 0.02);
  const curve =
    elasticity === null || months.length === 0
      ? []
      : Array.from({ length: curvePoints + 1 }, (_, step) => {
          const price = low - span * 0.1 + (span * 1.2 * step) / curvePoints;
          return [price, middle.quantity * (price / middle.price) ** elasticity.value];
        });
  return {
    grid: { left: 8, right: 16, top: 30, bottom: 22, outerBoundsMode: 'same' },
    legend: { top: 0, right: 0 },
    tooltip: {
      formatter: ({ name, value }: { name: string; value: readonly number[] }) =>
        [name === '' ? '' : write.month(name), `${write.price(value[0] ?? 0)}: ${write.units(value[1] ?? 0)}`]
          .filter((line) => line !== '')
          .join('<br>'),
    },
    xAxis: {
      type: 'value',
      scale: true,
      name: write.priceName,
      nameLocation: 'middle',
      nameGap: 26,
      axisLabel: { formatter: write.price, hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', scale: true, axisLabel: { formatter: write.units } },
    series: [
      {
        name: write.months,
        type: 'scatter',
        symbolSize: 7,
        color: colors.series[0],
        data: months.map(({ month, price, quantity }) => ({ name: month, value: [price, quantity] })),
      },
      {
        name: write.curve,
        type: 'line',
        symbol: 'none',
        smooth: true,
        color: colors.series[1],
        lineStyle: { width: 2 },
        data: curve,
      },
    ],
  };
}

function meanOfLogs(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length));
}
