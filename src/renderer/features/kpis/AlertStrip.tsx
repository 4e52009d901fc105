import { UnstyledButton } from '@mantine/core';
import type { KpiCard, KpiRow } from '@shared/ipc/kpi';
import { enoughRepsAtQuota } from '@shared/kpi/formulas/quota-attainment';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useFormat } from '../../app/use-format';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import classes from './KpisPage.module.css';
import { useWarnings } from './use-warnings';

const alarming = ['red', 'amber'] as const;

interface AlertStripProps {
  readonly cards: readonly KpiCard[];
  /** Reps at quota by team. */
  readonly teams: readonly KpiRow[];
}

/** Names the KPIs that are off their targets, the worst first, and what they warn of; nothing when all is well. */
export function AlertStrip({ cards, teams }: AlertStripProps) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const go = useNavigation((state) => state.go);
  const groups = alarming
    .map((status) => ({ status, alerts: cards.filter((card) => card.status === status) }))
    .filter(({ alerts }) => alerts.length > 0);
  const warned = cards.filter(({ warnings }) => warnings.length > 0);
  if (groups.length === 0 && warned.length === 0) return null;
  return (
    <section className={classes.alerts} aria-label={t('alerts')}>
      {groups.map(({ status, alerts }) => (
        <div key={status} className={classes.alertGroup}>
          <StatusMark status={status} />
          {alerts.map(({ id, value, unit }) => (
            <UnstyledButton key={id} className={classes.alert} onClick={() => go({ page: 'kpi', kpi: id })}>
              {t('alert', { kpi: t(`${id}.name`), value: format.value(value, unit, { compact: true }) })}
            </UnstyledButton>
          ))}
        </div>
      ))}
      {warned.map((card) => (
        <Warnings key={card.id} card={card} />
      ))}
      <TeamAlerts teams={teams} />
    </section>
  );
}

function Warnings({ card }: { readonly card: KpiCard }) {
  return useWarnings(card).map((warning) => (
    <div key={warning} className={classes.warning}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>{warning}</span>
    </div>
  ));
}

/** Teams in which too few reps are at quota, those with the fewest first; a team of one rep says nothing of its quotas. */
function TeamAlerts({ teams }: Pick<AlertStripProps, 'teams'>) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const few = teams
    .filter(({ key, value, denominator }) => key !== '' && (denominator ?? 0) > 1 && value !== null)
    .filter(({ value }) => (value ?? 1) < enoughRepsAtQuota)
    .sort((one, other) => (one.value ?? 0) - (other.value ?? 0));
  if (few.length === 0) return null;
  return (
    <ul className={classes.teams}>
      {few.map(({ key, value, numerator, denominator }) => (
        <li key={key}>
          {t('alert.team', {
            team: key,
            under: (denominator ?? 0) - (numerator ?? 0),
            reps: denominator,
            value: format.percent(value, 0),
          })}
        </li>
      ))}
    </ul>
  );
}
