import { useMantineTheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { type ChartColors, readChartColors } from './chart-colors';
import { chartTheme } from './chart-theme';
import { type EChartsCoreOption, type EChartsType, init } from './echarts-parts';

export type { ChartColors };

interface ChartProps {
  /** The chart in words, for those who do not see it. */
  readonly description: string;
  /** In pixels, at least; the width is that of what is around. */
  readonly height: number;
  /** Whether it grows with what is around, a flex column. */
  readonly grows?: boolean;
  /** A new function redraws the chart, so a caller keeps it with `useCallback`. */
  readonly option: (colors: ChartColors) => EChartsCoreOption;
}

/** An ECharts chart that fills its place, follows the theme and says what it shows. */
export function Chart({ description, height, grows = false, option }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const { fontFamily } = useMantineTheme();
  const still = useReducedMotion();

  useEffect(() => {
    if (place.current === null) return;
    const made = init(place.current, chartTheme(readChartColors(), fontFamily), { renderer: 'svg' });
    chart.current = made;
    const follow = new ResizeObserver(() => made.resize());
    follow.observe(place.current);
    return () => {
      follow.disconnect();
      made.dispose();
    };
  }, [fontFamily]);

  useEffect(() => {
    const draw = () =>
      chart.current?.setOption(
        {
          animation: !still,
          animationDuration: 250,
          animationDurationUpdate: 200,
          aria: { enabled: true, label: { description } },
          ...option(readChartColors()),
        },
        { notMerge: true },
      );
    draw();
    // Mantine puts the scheme on the root element after this effect has run.
    const themed = new MutationObserver(() => {
      chart.current?.setTheme(chartTheme(readChartColors(), fontFamily));
      draw();
    });
    themed.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => themed.disconnect();
  }, [option, description, fontFamily, still]);

  const size = grows ? { minHeight: height, flex: 1 } : { height };
  return <div ref={place} style={{ ...size, width: '100%' }} role="img" aria-label={description} />;
}
