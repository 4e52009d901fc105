import { Table } from '@mantine/core';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { ComparedCell } from './ComparedCell';
import { repFigure } from './outcome-figures';
import { QuestionFrame } from './questions/QuestionFrame';
import classes from './WhatIfPage.module.css';

/** Attainment that fills the bar's width. */
const fullBar = 1.5;

/** Each rep's quota, bookings and attainment, the base below in grey where it differs; the total divides sums by sums. */
export function RepTable({ reps }: Pick<ScenarioOutcome, 'reps'>) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const sums = totalsOf(reps);
  const hasTeams = reps.some(({ team }) => team !== '');
  const sorted = [...reps].sort((one, other) => (other.attainment ?? -1) - (one.attainment ?? -1));
  return (
    <QuestionFrame name={t('reps')} chart={null} table={repFigure(sorted, t)}>
      <Table stickyHeader highlightOnHover verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rep')}</Table.Th>
            {hasTeams && <Table.Th>{t('team')}</Table.Th>}
            <Table.Th className={classes.number}>{t('quota')}</Table.Th>
            <Table.Th className={classes.number}>{t('bookings')}</Table.Th>
            <Table.Th className={classes.number}>{t('attainment')}</Table.Th>
            <Table.Th>{t('attainment.bar')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map(({ rep, team, isNew, quota, bookings, attainment, base }) => (
            <Table.Tr key={rep}>
              <Table.Td className={classes.name}>
                {isNew ? t('newRep', { number: rep.replaceAll('+', '') }) : rep}
              </Table.Td>
              {hasTeams && <Table.Td>{team}</Table.Td>}
              <ComparedCell now={format.number(quota, 0)} before={format.number(base.quota, 0)} />
              <ComparedCell now={format.number(bookings, 0)} before={format.number(base.bookings, 0)} />
              <ComparedCell now={format.percent(attainment)} before={format.percent(base.attainment)} />
              <Table.Td>
                <AttainmentBar attainment={attainment} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr fw={650}>
            <Table.Td>{t('total')}</Table.Td>
            {hasTeams && <Table.Td />}
            <ComparedCell now={format.number(sums.quota, 0)} before={format.number(sums.baseQuota, 0)} />
            <ComparedCell
              now={format.number(sums.bookings, 0)}
              before={format.number(sums.baseBookings, 0)}
            />
            <ComparedCell
              now={format.percent(sums.quota > 0 ? sums.bookings / sums.quota : null)}
              before={format.percent(sums.baseQuota > 0 ? sums.baseBookings / sums.baseQuota : null)}
            />
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </QuestionFrame>
  );
}

function totalsOf(reps: ScenarioOutcome['reps']) {
  const sum = (of: (rep: ScenarioOutcome['reps'][number]) => number) =>
    reps.reduce((total, rep) => total + of(rep), 0);
  return {
    quota: sum(({ quota }) => quota),
    bookings: sum(({ bookings }) => bookings),
    baseQuota: sum(({ base }) => base.quota),
    baseBookings: sum(({ base }) => base.bookings),
  };
}

/** Repeats the number beside it, with a line at 100 %. */
function AttainmentBar({ attainment }: { readonly attainment: number | null }) {
  if (attainment === null) return null;
  const share = Math.max(0, Math.min(1, attainment / fullBar));
  return (
    <div className={classes.bar} aria-hidden>
      <span style={{ width: `${share * 100}%` }} />
      <i style={{ left: `${100 / fullBar}%` }} />
    </div>
  );
}
