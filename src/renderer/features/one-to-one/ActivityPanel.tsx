import { Table } from '@mantine/core';
import type { OneToOne } from '@shared/ipc/one-to-one';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { StatusMark } from '../../components/StatusMark';
import { KpiLink } from './KpiLink';
import classes from './OneToOnePage.module.css';
import { Panel } from './Panel';

/** What the rep does, against the median of the team. */
export function ActivityPanel({ figures: { activity, rep } }: { readonly figures: OneToOne }) {
  const { t } = useTranslation('one-to-one');
  const format = useFormat();
  const hasTargets = activity.some(({ target }) => target !== null);
  return (
    <Panel title={t('activity')}>
      {activity.every(({ value }) => value === null) ? (
        <p className={classes.quiet}>{t('activity.none')}</p>
      ) : (
        <Table fz="sm" verticalSpacing={6} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('activity')}</Table.Th>
              <Table.Th className={classes.number}>{t('own')}</Table.Th>
              <Table.Th className={classes.number}>{t('median')}</Table.Th>
              <Table.Th className={classes.number}>{t('difference')}</Table.Th>
              {hasTargets && <Table.Th>{t('targetHead')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {activity.map(({ kpi, value, median, target, status }) => (
              <Table.Tr key={kpi}>
                <Table.Td>
                  <KpiLink kpi={kpi} rep={rep.name} />
                </Table.Td>
                <Table.Td className={classes.number}>{format.number(value, 0)}</Table.Td>
                <Table.Td className={classes.number}>{format.number(median, 1)}</Table.Td>
                <Table.Td className={classes.number}>
                  {value === null || !median ? '–' : format.signedPercent(value / median - 1)}
                </Table.Td>
                {hasTargets && (
                  <Table.Td>
                    <span className={classes.judged}>
                      {format.number(target, 0)}
                      <StatusMark status={status} quiet />
                    </span>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
