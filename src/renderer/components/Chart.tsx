import { useMantineTheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type ChartColors, readChartColors } from './chart-colors';
import { chartTheme } from './chart-theme';

export type { ChartColors };

use([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface ChartProps {
  /** The chart in words, for those who do not see it. */
  readonly description: string;
  /** In pixels; the width is that of what is around. */
  readonly height: number;
  /** A new function redraws the chart, so a caller keeps it with `useCallback`. */
  readonly option: (colors: ChartColors) => EChartsCoreOption;
}

/** An ECharts chart that fills its place, follows the theme and says what it shows. */
export function Chart({ description, height, option }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const { fontFamily } = useMantineTheme();
  const still = useReducedMotion();

  useEffect(() => {
    if (place.current === null) return;
    const made = init(place.current, null, { renderer: 'svg' });
    chart.current = made;
    const follow = new ResizeObserver(() => made.resize());
    follow.observe(place.current);
    return () => {
      follow.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const draw = () => {
      const colors = readChartColors();
      chart.current?.setTheme(chartTheme(colors, fontFamily));
      chart.current?.setOption(
        {
          animation: !still,
          animationDuration: 250,
          animationDurationUpdate: 200,
          aria: { enabled: true, label: { description } },
          ...option(colors),
        },
        { notMerge: true },
      );
    };
    draw();
    // Mantine puts the scheme on the root element after this effect has run.
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => themed.disconnect();
  }, [option, description, fontFamily, still]);

  return <div ref={place} style={{ height, width: '100%' }} role="img" aria-label={description} />;
}
