import { Text, TextInput, Title } from '@mantine/core';
import { parseNumber } from '@shared/format/parse-number';
import type { IncentivePlan } from '@shared/incentives/incentive-plan';
import { workOutPayout } from '@shared/incentives/work-out-payout';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './IncentivesPage.module.css';
import { PayoutSteps } from './PayoutSteps';

/** What the plan pays for a quota and bookings that can be tried out. */
export function PlanExample({ plan }: { readonly plan: IncentivePlan | null }) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const [quota, setQuota] = useState(format.number(1_000_000));
  const [bookings, setBookings] = useState(format.number(1_200_000));
  const [held, sold] = [parseNumber(quota, format.locale), parseNumber(bookings, format.locale)];
  const payout =
    plan === null || sold === null
      ? null
      : workOutPayout(plan, {
          bookings: sold,
          result: sold,
          quota: held,
          teamAttainment: held ? sold / held : null,
          employedShare: 1,
          broughtForward: 0,
        });
  return (
    <section className={classes.example} aria-label={t('example')}>
      <Title order={3} size="h6">
        {t('example')}
      </Title>
      <div className={classes.line}>
        <TextInput
          size="sm"
          label={t('quota')}
          value={quota}
          onChange={(event) => setQuota(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={t('bookings')}
          value={bookings}
          error={sold === null ? t('problem.unreadable') : undefined}
          onChange={(event) => setBookings(event.currentTarget.value)}
        />
      </div>
      {payout === null || plan === null ? (
        <Text size="sm" c="dimmed">
          {t('example.none')}
        </Text>
      ) : (
        <>
          <PayoutSteps steps={payout.steps} baseRate={plan.baseRate} />
          <Text size="sm" fw={600} aria-live="polite">
            {t('example.payout', { payout: format.money(payout.payout, plan.roundTo < 1 ? 2 : 0) })}
          </Text>
        </>
      )}
    </section>
  );
}
