import { Button, Title, UnstyledButton } from '@mantine/core';
import { type KpiAlert, sortedAlerts } from '@shared/kpi/alert';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../components/StatusMark';
import classes from './AlertList.module.css';
import { useAlerts } from './alerts.store';
import { useAlertText } from './use-alert-text';
import { useFollowAlert } from './use-follow-alert';

/** More alerts than these are shown when they are asked for. */
const shownAtFirst = 8;

interface AlertListProps {
  readonly alerts: readonly KpiAlert[];
  /** The KPIs of the dashboard, whose alerts come first. */
  readonly kpis: readonly string[];
}

/** What should be looked at, as sentences, the worst first; each opens its page. Nothing when all is well. */
export function AlertList({ alerts, kpis }: AlertListProps) {
  const { t } = useTranslation('kpis');
  const write = useAlertText();
  const follow = useFollowAlert();
  const { showsAll, showAll } = useAlerts();
  if (alerts.length === 0) return null;
  const sorted = sortedAlerts(alerts, kpis);
  const hidden = sorted.length - shownAtFirst;
  return (
    <section className={classes.alerts} aria-label={t('alerts')}>
      <div className={classes.head}>
        <Title order={2} size="h6">
          {t('alerts.count', { count: sorted.length })}
        </Title>
        {hidden > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={showsAll}
            onClick={() => showAll(!showsAll)}
          >
            {showsAll ? t('alerts.fewer') : t('alerts.more', { count: hidden })}
          </Button>
        )}
      </div>
      <ul className={classes.list}>
        {(showsAll ? sorted : sorted.slice(0, shownAtFirst)).map((alert) => (
          <li key={keyOf(alert)}>
            <UnstyledButton className={classes.alert} onClick={() => follow(alert)}>
              <AlertMark alert={alert} />
              <span className={classes.sentence}>{write(alert)}</span>
              <IconChevronRight size={14} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The traffic light of a target, or the warning of a quota. */
export function AlertMark({ alert }: { readonly alert: KpiAlert }) {
  if (alert.kind === 'target') return <StatusMark status={alert.status} quiet />;
  return <IconAlertTriangle size={14} aria-hidden className={classes.warning} />;
}

export function keyOf(alert: KpiAlert): string {
  const { kind, scope } = alert;
  return [kind, alert.kind === 'target' ? alert.kpi : '', scope.kind, scope.key].join(' ');
}
