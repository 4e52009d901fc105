import { Table, Text } from '@mantine/core';
import type { TargetChange } from '@shared/ipc/kpi';
import type { KpiUnit } from '@shared/kpi/declaration';
import { calendarDate } from '@shared/model/calendar-date';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useKpiFormat } from '../../components/use-kpi-format';
import classes from './TargetsPage.module.css';

interface TargetHistoryProps {
  readonly changes: readonly TargetChange[];
  readonly unit: KpiUnit;
}

/** What has become of a target, the newest first. */
export function TargetHistory({ changes, unit }: TargetHistoryProps) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('history.none')}
      </Text>
    );
  const figures = (figure: TargetChange['before'], none: string): string => {
    if (figure === null) return none;
    const limits = [figure.amber, figure.red].flatMap((limit) =>
      limit === null ? [] : [kpiFormat.value(limit, unit)],
    );
    const value = kpiFormat.value(figure.value, unit);
    return limits.length === 0 ? value : t('history.limits', { value, limits: limits.join(' / ') });
  };
  return (
    <div className={classes.changes}>
      <Table verticalSpacing={3} horizontalSpacing={8} aria-label={t('history')}>
        <Table.Tbody>
          {changes.map(({ changedAt, before, after }) => (
            <Table.Tr key={changedAt}>
              <Table.Td className={classes.nowrap}>
                {format.date(localDay(new Date(changedAt)))} {format.time(new Date(changedAt))}
              </Table.Td>
              <Table.Td className={classes.number}>{figures(before, t('history.unset'))}</Table.Td>
              <Table.Td>{'→'}</Table.Td>
              <Table.Td className={classes.number}>{figures(after, t('history.removed'))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** The calendar date of a moment on this machine's clock. */
function localDay(moment: Date): string {
  return calendarDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}
