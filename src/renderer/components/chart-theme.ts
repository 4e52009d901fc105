import type { ChartColors } from './chart-colors';

/** The theme that makes an ECharts chart part of the window. */
export function chartTheme({ text, quiet, line, surface, series }: ChartColors, fontFamily: string): object {
  const label = { color: quiet, fontSize: 12 };
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: label,
    nameTextStyle: label,
    splitLine: { lineStyle: { color: line } },
  };
  return {
    color: series,
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: text },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    logAxis: axis,
    timeAxis: { ...axis, splitLine: { show: false } },
    legend: { textStyle: { color: text, fontSize: 12 }, icon: 'roundRect', itemWidth: 12, itemHeight: 8 },
    tooltip: {
      backgroundColor: surface,
      borderColor: line,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: text, fontSize: 13, fontFamily },
      axisPointer: { lineStyle: { color: quiet }, shadowStyle: { color: line, opacity: 0.35 } },
    },
  };
}
