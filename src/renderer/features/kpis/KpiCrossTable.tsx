import { Group, Table, Text } from '@mantine/core';
import type { KpiCrossing } from '@shared/ipc/kpi';
import { isTimeDimension } from '@shared/kpi/declaration';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { FigureActions } from '../../components/FigureActions';
import { ScrollRegion } from '../../components/ScrollRegion';
import { useKpiFormat } from '../../components/use-kpi-format';
import { crossingTable } from './breakdown-figure';
import { largestFirst } from './breakdown-option';
import { shadeOf } from './cross-shade';
import classes from './KpiCrossTable.module.css';
import type { KpiDetail } from './kpi-detail.store';

interface KpiCrossTableProps {
  readonly detail: KpiDetail;
  readonly crossing: KpiCrossing;
  /** The name of what is down. */
  readonly dimension: string;
  nameOf(key: string): string;
}

/** A KPI by one dimension down and another across, the larger values on a deeper ground. */
export function KpiCrossTable({ detail, crossing, dimension, nameOf }: KpiCrossTableProps) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const { unit } = detail.result;
  const { across } = detail.question;
  const columnName = (key: string): string =>
    across !== null && isTimeDimension(across) ? format.period(key) : nameOf(key);
  const shade = shadeOf(crossing.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? null)));
  const write = (value: number | null | undefined): string =>
    value === undefined ? '' : kpiFormat.value(value, unit, { compact: true });
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <FigureActions
          name={`${t(`${detail.result.id}.name`)} – ${t('breakdown.by', { dimension: dimension.toLowerCase() })}`}
          table={crossingTable(detail, crossing, { dimension, t, nameOf, columnName })}
        />
      </Group>
      <ScrollRegion className={classes.scroll} label={t('breakdown.table', { dimension })}>
        <Table stickyHeader verticalSpacing={5} horizontalSpacing={8} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.first}>{dimension}</Table.Th>
              {crossing.columns.map(({ key }) => (
                <Table.Th key={key} className={classes.number}>
                  {columnName(key)}
                </Table.Th>
              ))}
              <Table.Th className={classes.number}>{t('total')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {largestFirst(crossing.rows).map((row) => (
              <Table.Tr key={row.key}>
                <Table.Th scope="row" className={classes.first}>
                  {nameOf(row.key)}
                </Table.Th>
                {crossing.columns.map(({ key }, index) => {
                  const cell = row.cells[index];
                  return (
                    <Table.Td
                      key={key}
                      className={classes.number}
                      style={{ '--shade': shade(cell?.value ?? null) }}
                    >
                      {write(cell?.value)}
                    </Table.Td>
                  );
                })}
                <Table.Td className={classes.total}>{write(row.value)}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row" className={classes.first}>
                {t('total')}
              </Table.Th>
              {crossing.columns.map(({ key, value }) => (
                <Table.Td key={key} className={classes.total}>
                  {write(value)}
                </Table.Td>
              ))}
              <Table.Td className={classes.total}>{write(crossing.total.value)}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {crossing.omitted > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('cross.omitted', { count: crossing.omitted })}
        </Text>
      )}
    </>
  );
}
