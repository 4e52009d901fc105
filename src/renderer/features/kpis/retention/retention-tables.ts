import type { CohortTable } from '@shared/kpi/retention/cohort-table';
import { daysOfMonth, type RetentionCurve } from '@shared/kpi/retention/retention-report';
import type { FigureTable, TableColumn } from '@shared/model/table-cell';
import type { TFunction } from 'i18next';

type Words = TFunction<'retention'>;

const column = (heading: string, format: TableColumn['format']): TableColumn => ({ heading, format });

/** Cohorts down, steps since their start across, the total last. */
export function cohortFigure(
  { cohorts, total }: CohortTable,
  t: Words,
  period: (key: string) => string,
): FigureTable {
  const customers = cohorts.reduce((sum, cohort) => sum + cohort.customers, 0);
  const row = (name: string, count: number, cells: CohortTable['total']) => [
    name,
    count,
    ...total.map((_, steps) => cells[steps]?.value ?? null),
  ];
  return {
    columns: [
      column(t('retention:started'), 'general'),
      column(t('retention:customers'), 'integer'),
      ...total.map((_, steps) => column(steps === 0 ? t('retention:after.start') : `+${steps}`, 'percent')),
    ],
    rows: [
      ...cohorts.map((cohort) => row(period(cohort.key), cohort.customers, cohort.cells)),
      row(t('kpis:total'), customers, total),
    ],
  };
}

/** Every step of the curves, one below the other. */
export function survivalFigure(
  curves: readonly RetentionCurve[],
  t: Words,
  nameOf: (curve: RetentionCurve) => string,
): FigureTable {
  return {
    columns: [
      column(t('kpis:dimension.segment'), 'general'),
      column(t('retention:afterMonths'), 'general'),
      column(t('retention:atRisk'), 'integer'),
      column(t('retention:lost'), 'integer'),
      column(t('retention:staying'), 'percent'),
      column(t('retention:low'), 'percent'),
      column(t('retention:high'), 'percent'),
    ],
    rows: curves.flatMap((curve) =>
      curve.steps.map(({ time, atRisk, lost, survival, low, high }) => [
        nameOf(curve),
        time / daysOfMonth,
        atRisk,
        lost,
        survival,
        low,
        high,
      ]),
    ),
  };
}
