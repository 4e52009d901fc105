import { Table, UnstyledButton } from '@mantine/core';
import type { StoredPlan } from '@shared/incentives/incentive-plan';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './IncentivesPage.module.css';

interface PlanListProps {
  readonly plans: readonly StoredPlan[];
  readonly chosen: number | 'new' | null;
  onChoose(id: number): void;
}

/** The plans, one a line; a plan is opened by its name. */
export function PlanList({ plans, chosen, onChoose }: PlanListProps) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  if (plans.length === 0) return null;
  const days = ({ from, to }: StoredPlan): string => {
    if (from === null && to === null) return t('days.always');
    if (to === null) return t('days.from', { from: format.date(from) });
    return from === null
      ? t('days.to', { to: format.date(to) })
      : t('days.between', { from: format.date(from), to: format.date(to) });
  };
  return (
    <div className={classes.table}>
      <Table verticalSpacing={6} horizontalSpacing={10} aria-label={t('plans')}>
        <Table.Thead className={classes.head}>
          <Table.Tr>
            <Table.Th>{t('plan')}</Table.Th>
            <Table.Th>{t('for')}</Table.Th>
            <Table.Th>{t('days')}</Table.Th>
            <Table.Th>{t('payoutPeriod')}</Table.Th>
            <Table.Th>{t('rates')}</Table.Th>
            <Table.Th className={classes.number}>{t('cap')}</Table.Th>
            <Table.Th className={classes.number}>{t('draw')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plans.map((plan) => (
            <Table.Tr key={plan.id} data-chosen={plan.id === chosen || undefined} className={classes.plan}>
              <Table.Td>
                <UnstyledButton
                  className={classes.name}
                  aria-expanded={plan.id === chosen}
                  onClick={() => onChoose(plan.id)}
                >
                  {plan.name}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>{plan.scope === 'all' ? t('scope.all') : plan.names.join(', ')}</Table.Td>
              <Table.Td>{days(plan)}</Table.Td>
              <Table.Td>{t(`payoutPeriod.${plan.payoutPeriod}`)}</Table.Td>
              <Table.Td>
                {[
                  format.percent(plan.baseRate, 4),
                  ...plan.tiers.map(({ from, rate }) =>
                    t('rates.from', { rate: format.percent(rate, 4), from: format.percent(from, 4) }),
                  ),
                ].join(' · ')}
              </Table.Td>
              <Table.Td className={classes.number}>{format.money(plan.cap, 0)}</Table.Td>
              <Table.Td className={classes.number}>{format.money(plan.draw?.amount ?? null, 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
