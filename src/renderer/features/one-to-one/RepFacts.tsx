import { Title } from '@mantine/core';
import type { OneToOne } from '@shared/ipc/one-to-one';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './OneToOnePage.module.css';

/** Who is talked with, and with whom the rep is compared. */
export function RepFacts({ figures: { rep, group } }: { readonly figures: OneToOne }) {
  const { t } = useTranslation('one-to-one');
  const format = useFormat();
  const facts = [
    rep.team,
    rep.region,
    rep.manager && t('manager', { name: rep.manager }),
    rep.startedOn && t('since', { date: format.date(rep.startedOn) }),
  ].filter((fact) => fact !== '');
  return (
    <div className={classes.rep} data-wide>
      <Title order={2} size="h2">
        {rep.name}
      </Title>
      <p>{facts.join(' · ')}</p>
      <p>{t(`group.${group.kind}`, { team: rep.team, count: group.reps })}</p>
    </div>
  );
}
