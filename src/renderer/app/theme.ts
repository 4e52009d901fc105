import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** From light to dark; the eighth carries white text at more than 4.5 : 1. */
const fjord: MantineColorsTuple = [
  '#e8f4f8',
  '#d3e6ed',
  '#a6cdda',
  '#75b2c7',
  '#4e9bb6',
  '#368cab',
  '#2781a2',
  '#136f8f',
  '#006380',
  '#005571',
];

export const theme = createTheme({
  primaryColor: 'fjord',
  primaryShade: { light: 8, dark: 7 },
  colors: { fjord },
  fontFamily:
    '"Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  luminanceThreshold: 0.36,
  headings: { fontWeight: '650' },
});

/** Mantine's dimmed grey is too light on white for WCAG AA; its body follows the app's own surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#56606a', '--mantine-color-body': '#ffffff' },
  dark: { '--mantine-color-dimmed': '#a9b0b7', '--mantine-color-body': '#1b1d20' },
});
