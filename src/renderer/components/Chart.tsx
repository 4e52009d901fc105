import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([
  BarChart,
  LineChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
]);

/** The colours of a chart, read from the page so that they follow the theme. */
export interface ChartColors {
  readonly series: string[];
  readonly text: string;
  readonly line: string;
  readonly surface: string;
}

/** Told apart by people who see colours otherwise too (Okabe and Ito, Color Universal Design, 2008), tuned for either ground. */
const seriesColors: Readonly<Record<'light' | 'dark', string[]>> = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'],
  dark: ['#56b4e9', '#e69f00', '#2bbf95', '#e09cc4', '#f0c75e', '#8fd0f5'],
};

interface ChartProps {
  /** The chart in words, for those who do not see it. */
  readonly description: string;
  readonly height: number;
  readonly option: (colors: ChartColors) => EChartsCoreOption;
}

/** An ECharts chart that fills its place, follows the theme and says what it shows. */
export function Chart({ description, height, option }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    const follow = new ResizeObserver(() => chart.resize());
    follow.observe(place.current);
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const draw = () => {
      const colors = readColors();
      chart.setOption(
        {
          animation: !still,
          animationDuration: 250,
          aria: { enabled: true, label: { description } },
          color: colors.series,
          textStyle: { color: colors.text, fontFamily: 'inherit' },
          ...option(colors),
        },
        { notMerge: true },
      );
    };
    draw();
    // Mantine puts the scheme on the root element after this effect has run.
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => {
      themed.disconnect();
      follow.disconnect();
      chart.dispose();
    };
  }, [option, description]);
  return <div ref={place} style={{ height, width: '100%' }} role="img" aria-label={description} />;
}

function readColors(): ChartColors {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const scheme = root.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light';
  return {
    series: seriesColors[scheme],
    text: style.getPropertyValue('--text-quiet').trim(),
    line: style.getPropertyValue('--line').trim(),
    surface: style.getPropertyValue('--surface-raised').trim(),
  };
}
