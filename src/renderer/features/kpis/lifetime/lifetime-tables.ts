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
      column(t('repeats')),
      column(t('actual.customers'), 'integer'),
      column(t('expected.customers'), 'decimal'),
    ],
    rows: bars.map((bar) => [repeatsName(bar), bar.actual, bar.expected]),
  };
}

export function holdOutTable(bars: readonly HoldOutBar[], t: Words): FigureTable {
  return {
    columns: [
      column(t('repeats.before')),
      column(t('customers'), 'integer'),
      column(t('actual.mean')),
      column(t('expected.mean')),
    ],
    rows: bars.map((bar) => [repeatsName(bar), bar.customers, bar.actual, bar.expected]),
  };
}

export function courseTable(course: readonly CoursePoint[], t: Words): FigureTable {
  return {
    columns: [column(t('until'), 'date'), column(t('actual'), 'integer'), column(t('expected'), 'decimal')],
    rows: course.map(({ day, actual, expected }) => [day, actual, expected]),
  };
}
