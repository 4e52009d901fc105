import type { AttainmentForecast, AttainmentRow } from '@shared/forecast/attainment-forecast';
import type { ProgressForecast } from '@shared/forecast/progress-forecast';
import type { FigureTable, TableColumn } from '@shared/model/table-cell';
import type { TFunction } from 'i18next';

type Words = TFunction<'forecast'>;

const column = (heading: string, format: TableColumn['format']): TableColumn => ({ heading, format });

/** The months of the fiscal year; columns that nothing fills are left out. */
export function progressTable(
  { months, openMonth }: ProgressForecast,
  t: Words,
  period: (key: string) => string,
): FigureTable {
  const all = [
    {
      column: column(t('forecast:column.month'), 'general'),
      cells: months.map(({ key }) =>
        key === openMonth ? t('forecast:open', { month: period(key) }) : period(key),
      ),
    },
    { column: column(t('forecast:actual'), 'money'), cells: months.map(({ actual }) => actual) },
    { column: column(t('forecast:column.growth'), 'percent'), cells: months.map(({ growth }) => growth) },
    {
      column: column(t('forecast:column.yearGrowth'), 'percent'),
      cells: months.map(({ yearGrowth }) => yearGrowth),
    },
    {
      column: column(t('forecast:column.index'), 'money'),
      cells: months.map(({ seasonalIndex }) => seasonalIndex),
    },
    { column: column(t('forecast:target'), 'money'), cells: months.map(({ target }) => target) },
    {
      column: column(t('forecast:forecast'), 'money'),
      cells: months.map(({ forecast }) => forecast?.value ?? null),
    },
    {
      column: column(t('forecast:column.low'), 'money'),
      cells: months.map(({ forecast }) => forecast?.low ?? null),
    },
    {
      column: column(t('forecast:column.high'), 'money'),
      cells: months.map(({ forecast }) => forecast?.high ?? null),
    },
    {
      column: column(t('forecast:column.soFar'), 'money'),
      cells: months.map(({ cumulative, cumulativeForecast }) => cumulativeForecast?.value ?? cumulative),
    },
  ].filter(({ cells }) => cells.some((cell) => cell !== null));
  return {
    columns: all.map((each) => each.column),
    rows: months.map((_, place) => all.map(({ cells }) => cells[place] ?? null)),
  };
}

/** The reps, and all of them last. */
export function attainmentTable({ rows, total }: AttainmentForecast, t: Words): FigureTable {
  const row = (name: string, each: AttainmentRow) => [
    name,
    each.quota,
    each.booked,
    each.openDeals,
    each.expected,
    each.expectedNew,
    each.forecast,
    each.attainment,
    each.attainmentLow,
    each.attainmentHigh,
    each.chance,
  ];
  return {
    columns: [
      column(t('kpis:dimension.rep'), 'general'),
      column(t('forecast:quota'), 'money'),
      column(t('forecast:booked'), 'money'),
      column(t('forecast:column.openDeals'), 'integer'),
      column(t('forecast:fromOpen'), 'money'),
      column(t('forecast:fromNew'), 'money'),
      column(t('forecast:forecast'), 'money'),
      column(t('forecast:attainment'), 'percent'),
      column(t('forecast:column.low'), 'percent'),
      column(t('forecast:column.high'), 'percent'),
      column(t('forecast:column.chance'), 'percent'),
    ],
    rows: [...rows.map((each) => row(each.key || t('kpis:unassigned'), each)), row(t('kpis:total'), total)],
  };
}
