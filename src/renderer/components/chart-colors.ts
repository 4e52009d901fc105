/** The colours of the window's present theme, from the variables of app.css. */
export interface ChartColors {
  /** In this order; they can be told apart by people who see colours otherwise too. */
  readonly series: string[];
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly green: string;
  readonly amber: string;
  readonly red: string;
}

export function readChartColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    series: [1, 2, 3, 4, 5, 6].map((number) => of(`--series-${number}`)),
    text: of('--mantine-color-text'),
    quiet: of('--text-quiet'),
    line: of('--line'),
    surface: of('--surface-raised'),
    green: of('--status-green'),
    amber: of('--status-amber'),
    red: of('--status-red'),
  };
}
