import { themeQuartz } from 'ag-grid-community';

/** The grid in the app's own colours, which follow the theme by themselves. */
export const gridTheme = themeQuartz.withParams({
  browserColorScheme: 'inherit',
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--mantine-color-text)',
  chromeBackgroundColor: 'var(--surface-sunken)',
  headerBackgroundColor: 'var(--surface-sunken)',
  headerTextColor: 'var(--mantine-color-text)',
  borderColor: 'var(--line)',
  accentColor: 'var(--mantine-primary-color-filled)',
  rowHoverColor: 'var(--surface-sunken)',
  selectedRowBackgroundColor: 'color-mix(in srgb, var(--mantine-primary-color-filled) 12%, transparent)',
  subtleTextColor: 'var(--text-quiet)',
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontWeight: 600,
  rowHeight: 30,
  headerHeight: 34,
  spacing: 6,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  columnBorder: true,
});

function icon(path: string): string {
  return `<svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;
}

/** The grid's own icons are CSS masks, which Chromium before 120 draws as black squares. */
export const gridIcons: Record<string, string> = {
  sortAscending: icon('M8 13V3M4 7l4-4 4 4'),
  sortDescending: icon('M8 3v10M4 9l4 4 4-4'),
  sortUnSort: icon('M5 6l3-3 3 3M5 10l3 3 3-3'),
  filter: icon('M2 3h12L9.5 8.5V13l-3-1.5v-3z'),
  filterActive: icon('M2 3h12L9.5 8.5V13l-3-1.5v-3z'),
  menu: icon('M3 4h10M3 8h10M3 12h10'),
  menuAlt: icon('M3 4h10M3 8h10M3 12h10'),
  columnMoveHide: icon('M3 3l10 10M13 3L3 13'),
  columnMoveMove: icon('M8 2v12M2 8h12'),
  columnMoveLeft: icon('M13 8H3M7 4L3 8l4 4'),
  columnMoveRight: icon('M3 8h10M9 4l4 4-4 4'),
  columnMovePin: icon('M8 9v5M5 2h6l-1 4 2 3H4l2-3z'),
  checkboxChecked: icon('M3 8.5l3 3 7-7'),
  cancel: icon('M4 4l8 8M12 4l-8 8'),
  loading: icon('M8 2a6 6 0 1 0 6 6'),
  smallDown: icon('M4 6l4 4 4-4'),
  smallUp: icon('M4 10l4-4 4 4'),
  smallLeft: icon('M10 4L6 8l4 4'),
  smallRight: icon('M6 4l4 4-4 4'),
};
