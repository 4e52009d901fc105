import { Table } from '@mantine/core';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { Delta } from './Delta';
import { kpiFigure } from './outcome-figures';
import { QuestionFrame } from './questions/QuestionFrame';
import classes from './WhatIfPage.module.css';

/** Every KPI under the scenario beside its base. */
export function KpiTable({ kpis }: Pick<ScenarioOutcome, 'kpis'>) {
  const { t } = useTranslation('whatif');
  const kpiOf = useKpis();
  const format = useFormat();
  return (
    <QuestionFrame name={t('allKpis')} chart={null} table={kpiFigure(kpis, (id) => kpiOf(id).unit, t)}>
      <Table stickyHeader highlightOnHover verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('kpi')}</Table.Th>
            <Table.Th className={classes.number}>{t('kpi.base')}</Table.Th>
            <Table.Th className={classes.number}>{t('kpi.scenario')}</Table.Th>
            <Table.Th className={classes.number}>{t('kpi.change')}</Table.Th>
            <Table.Th className={classes.number}>{t('kpi.changePercent')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kpis.map(({ id, base, value, delta, deltaPct }) => {
            const { unit, direction } = kpiOf(id);
            return (
              <Table.Tr key={id}>
                <Table.Td>{t(`kpis:${id}.name`)}</Table.Td>
                <Table.Td className={`${classes.number} ${classes.ghost}`}>{format.kpi(base, unit)}</Table.Td>
                <Table.Td className={classes.number}>{format.kpi(value, unit)}</Table.Td>
                <Table.Td className={classes.number}>
                  <Delta delta={delta} unit={unit} direction={direction} />
                </Table.Td>
                <Table.Td className={classes.number}>{format.percent(deltaPct)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </QuestionFrame>
  );
}
