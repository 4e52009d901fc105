import { VisuallyHidden } from '@mantine/core';
import type { KpiUnit } from '@shared/kpi/declaration';
import { useTranslation } from 'react-i18next';
import classes from './ChangeMark.module.css';
import type { KpiChange } from './kpi-change';
import { useKpiFormat } from './use-kpi-format';

interface ChangeMarkProps {
  readonly change: KpiChange;
  readonly unit: KpiUnit;
  /** What the value is compared with, such as `Q2 2026`. */
  readonly since: string;
}

/** How far a value has moved and whether that is good: an arrow, a signed amount, and a word for those who do not see colours. */
export function ChangeMark({ change, unit, since }: ChangeMarkProps) {
  const { t } = useTranslation('components');
  return (
    <span className={classes.change}>
      <ChangeAmount change={change} unit={unit} />
      <span className={classes.since}>{t('change.since', { period: since })}</span>
    </span>
  );
}

/** The change alone, where it is said elsewhere what it is since. */
export function ChangeAmount({
  change,
  unit,
  short = false,
}: Pick<ChangeMarkProps, 'change' | 'unit'> & { readonly short?: boolean }) {
  const { t } = useTranslation('components');
  const format = useKpiFormat();
  return (
    <span className={`${classes.amount} ${classes[change.sense]}`}>
      <Arrow movement={change.movement} />
      {format.change(change, unit, { short })}
      {change.sense !== 'unclear' && <VisuallyHidden>{t(`change.${change.sense}`)}</VisuallyHidden>}
    </span>
  );
}

const arrows = { up: 'M4 0.5 L8 7.5 H0 Z', down: 'M4 7.5 L8 0.5 H0 Z', level: 'M0 3 H8 V5 H0 Z' } as const;

function Arrow({ movement }: { readonly movement: KpiChange['movement'] }) {
  return (
    <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden>
      <path d={arrows[movement]} />
    </svg>
  );
}
