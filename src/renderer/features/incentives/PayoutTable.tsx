import { Table, Text, Title, UnstyledButton } from '@mantine/core';
import type { PayoutRow } from '@shared/ipc/incentives';
import { exactSum } from '@shared/kpi/exact-sum';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './IncentivesPage.module.css';
import { PayoutSteps } from './PayoutSteps';

interface PayoutTableProps {
  readonly payouts: readonly PayoutRow[];
  readonly costRatio: number | null;
}

/** What each rep is paid in the period; a line opens to the steps in which it was worked out. */
export function PayoutTable({ payouts, costRatio }: PayoutTableProps) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const [opened, setOpened] = useState<string | null>(null);
  const money = (value: number | null) =>
    format.money(value, value !== null && !Number.isInteger(value) ? 2 : 0);
  const total = exactSum(payouts.map(({ payout }) => payout));
  return (
    <section aria-label={t('payouts')}>
      <Title order={2} size="h5" mb={6}>
        {t('payouts')}
      </Title>
      {payouts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('payouts.none')}
        </Text>
      ) : (
        <div className={classes.table}>
          <Table verticalSpacing={5} horizontalSpacing={10} aria-label={t('payouts')}>
            <Table.Thead className={classes.head}>
              <Table.Tr>
                <Table.Th>{t('rep')}</Table.Th>
                <Table.Th>{t('period')}</Table.Th>
                {(['bookings', 'quota', 'attainment', 'earned', 'draw', 'payout'] as const).map((name) => (
                  <Table.Th key={name} className={classes.number}>
                    {t(name)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {payouts.map((row) => {
                const key = `${row.rep} ${row.period}`;
                const isOpen = opened === key;
                return (
                  <Fragment key={key}>
                    <Table.Tr>
                      <Table.Td>
                        <UnstyledButton
                          className={classes.name}
                          aria-expanded={isOpen}
                          onClick={() => setOpened(isOpen ? null : key)}
                        >
                          {row.rep}
                        </UnstyledButton>
                      </Table.Td>
                      <Table.Td>{format.period(row.period)}</Table.Td>
                      <Table.Td className={classes.number}>{money(row.bookings)}</Table.Td>
                      <Table.Td className={classes.number}>{money(row.quota)}</Table.Td>
                      <Table.Td className={classes.number}>{format.percent(row.attainment)}</Table.Td>
                      <Table.Td className={classes.number}>{money(row.earned)}</Table.Td>
                      <Table.Td className={classes.number}>{row.draw === 0 ? '' : money(row.draw)}</Table.Td>
                      <Table.Td className={`${classes.number} ${classes.payout}`}>
                        {money(row.payout)}
                      </Table.Td>
                    </Table.Tr>
                    {isOpen && (
                      <Table.Tr className={classes.opened}>
                        <Table.Td colSpan={8}>
                          <Text size="sm" fw={600}>
                            {row.plan}
                          </Text>
                          <PayoutSteps steps={row.steps} baseRate={row.baseRate} />
                          {row.carriedForward > 0 && (
                            <Text size="sm">
                              {t('carriedForward', { amount: money(row.carriedForward) })}
                            </Text>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    )}
                  </Fragment>
                );
              })}
            </Table.Tbody>
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th colSpan={7}>
                  {costRatio === null ? t('total') : t('total.cost', { ratio: format.percent(costRatio, 2) })}
                </Table.Th>
                <Table.Th className={classes.number}>{money(total)}</Table.Th>
              </Table.Tr>
            </Table.Tfoot>
          </Table>
        </div>
      )}
    </section>
  );
}
