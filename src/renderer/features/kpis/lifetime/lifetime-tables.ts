import type { FrequencyBar, HoldOutBar, RepeatsRange } from '@shared/kpi/lifetime/fit-report';
import type { CoursePoint } from '@shared/kpi/lifetime/lifetime-report';
import type { FigureTable, TableColumn } from '@shared/model/table-cell';
import type { TFunction } from 'i18next';

type Words = TFunction<'lifetime'>;

/** `3`, `15–29` or `7+`. */
export function repeatsName({ from, to }: RepeatsRange): string {
  if (to === null) return `${from}+`;
  return from === to ? String(from) : `${from}–${to}`;
}

const column = (heading: string, format: TableColumn['format'] = 'general'): TableColumn => ({
  heading,
  format,
});

export function frequencyTable(bars: readonly FrequencyBar[], t: Words): FigureTable {
  return {
    columns: [
      column(t('lifetime:repeats')),
      column(t('lifetime:actual.customers'), 'integer'),
      column(t('lifetime:expected.customers'), 'decimal'),
    ],
    rows: bars.map((bar) => [repeatsName(bar), bar.actual, bar.expected]),
  };
}

export function holdOutTable(bars: readonly HoldOutBar[], t: Words): FigureTable {
  return {
    columns: [
      column(t('lifetime:repeats.before')),
      column(t('lifetime:customers'), 'integer'),
      column(t('lifetime:actual.mean')),
      column(t('lifetime:expected.mean')),
    ],
    rows: bars.map((bar) => [repeatsName(bar), bar.customers, bar.actual, bar.expected]),
  };
}

export function courseTable(course: readonly CoursePoint[], t: Words): FigureTable {
  return {
    columns: [
      column(t('lifetime:until'), 'date'),
      column(t('lifetime:actual'), 'integer'),
      column(t('lifetime:expected'), 'decimal'),
    ],
    rows: course.map(({ day, actual, expected }) => [day, actual, expected]),
  };
}
