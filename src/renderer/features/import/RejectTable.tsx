import { Table, Text } from '@mantine/core';
import type { Reject } from '@shared/ipc/import';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './ImportPage.module.css';

/** The rows that stay outside, each with its reason. `total` counts those too that are not listed. */
export function RejectTable({
  rejects,
  total,
}: {
  readonly rejects: readonly Reject[];
  readonly total: number;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  if (rejects.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {t('rejects', { shown: format.number(rejects.length, 0), total: format.number(total, 0) })}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.tableScroll} tabIndex={0} aria-label={t('rejects.title')}>
        <Table stickyHeader verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={70}>{t('reject.row')}</Table.Th>
              <Table.Th>{t('reject.column')}</Table.Th>
              <Table.Th>{t('reject.value')}</Table.Th>
              <Table.Th>{t('reject.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rejects.map(({ row, column, value, reason }) => (
              <Table.Tr key={`${row} ${column} ${reason.code}`}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td>{value}</Table.Td>
                <Table.Td>{t(`errors:${reason.code}`, reason.parameters)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}
