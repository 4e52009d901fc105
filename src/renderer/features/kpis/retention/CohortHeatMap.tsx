import { Table, Text } from '@mantine/core';
import type { CohortMeasure, CohortStep, CohortTable } from '@shared/kpi/retention/cohort-table';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { ScrollRegion } from '../../../components/ScrollRegion';
import { shadeOf } from '../cross-shade';
import classes from '../KpiCrossTable.module.css';

interface CohortHeatMapProps {
  readonly table: CohortTable;
  readonly step: CohortStep;
  readonly measure: CohortMeasure;
}

/** Cohorts down, steps since their start across; the more is left, the deeper the ground. */
export function CohortHeatMap({ table, step, measure }: CohortHeatMapProps) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const { cohorts, total } = table;
  if (cohorts.length === 0) return <Text>{t('noCohorts')}</Text>;
  const share = (value: number | null): string => format.percent(value, measure === 'revenue' ? 0 : 1);
  // The start is always whole, and would leave the later steps alike.
  const isStart = (steps: number): boolean => steps === 0 && measure !== 'kept';
  const shade = shadeOf(
    cohorts.flatMap(({ cells }) => cells.flatMap(({ value }, steps) => (isStart(steps) ? [] : [value]))),
  );
  const columns = total.map(({ value }, steps) => ({ value, steps, id: `after ${steps}` }));
  const customers = cohorts.reduce((sum, cohort) => sum + cohort.customers, 0);
  return (
    <ScrollRegion className={classes.scroll} label={t('cohorts.table')}>
      <Table stickyHeader verticalSpacing={5} horizontalSpacing={8} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.first}>{t('started')}</Table.Th>
            <Table.Th className={classes.number}>{t('customers')}</Table.Th>
            {columns.map(({ id, steps }) => (
              <Table.Th key={id} className={classes.number} aria-label={t(`after.${step}`, { count: steps })}>
                {steps === 0 ? t('after.start') : `+${steps}`}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cohorts.map((cohort) => (
            <Table.Tr key={cohort.key}>
              <Table.Th scope="row" className={classes.first}>
                {format.period(cohort.key)}
              </Table.Th>
              <Table.Td className={classes.total}>{format.number(cohort.customers)}</Table.Td>
              {columns.map(({ id, steps }) => {
                const cell = cohort.cells[steps];
                return (
                  <Table.Td
                    key={id}
                    className={cell ? classes.number : undefined}
                    style={{ '--shade': isStart(steps) ? 0 : shade(cell?.value ?? null) }}
                  >
                    {cell ? share(cell.value) : ''}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" className={classes.first}>
              {t('kpis:total')}
            </Table.Th>
            <Table.Td className={classes.total}>{format.number(customers)}</Table.Td>
            {columns.map(({ id, value }) => (
              <Table.Td key={id} className={classes.total}>
                {share(value)}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
