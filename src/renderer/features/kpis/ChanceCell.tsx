import { VisuallyHidden } from '@mantine/core';
import type { KpiRow } from '@shared/ipc/kpi';
import { wilsonInterval } from '@shared/kpi/wilson-interval';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './ChanceCell.module.css';

interface ChanceCellProps {
  readonly row: Pick<KpiRow, 'numerator' | 'denominator'>;
  /** The share of the whole; null for the whole itself. */
  readonly total: number | null;
}

/** Where a share may truly lie, and whether that is above or below the whole by more than chance. */
export function ChanceCell({ row, total }: ChanceCellProps) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const interval = wilsonInterval(row.numerator, row.denominator);
  if (interval === null) return null;
  const { low, high } = interval;
  const stands = total === null ? null : low > total ? 'above' : high < total ? 'below' : null;
  return (
    <span className={classes.chance}>
      {t('chance.range', { low: format.percent(low, 0), high: format.percent(high, 0) })}
      <span className={classes.mark} title={stands ? t(`chance.${stands}`) : undefined} aria-hidden>
        {stands === 'above' ? '▲' : stands === 'below' ? '▼' : ''}
      </span>
      {stands && <VisuallyHidden>{t(`chance.${stands}`)}</VisuallyHidden>}
    </span>
  );
}
