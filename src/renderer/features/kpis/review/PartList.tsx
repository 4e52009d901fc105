import type { KpiCard, KpiRow } from '@shared/ipc/kpi';
import { isProportion } from '@shared/kpi/proportion';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { useKpiFormat } from '../../../components/use-kpi-format';
import classes from './ReviewPage.module.css';

interface PartListProps {
  readonly title: string;
  readonly card: KpiCard;
  readonly rows: readonly KpiRow[];
}

/** Parts of a KPI with their values; those that are so many of so many say of how many. */
export function PartList({ title, card: { id, unit, basis }, rows }: PartListProps) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const plain = useFormat();
  if (rows.length === 0) return null;
  return (
    <div className={classes.part}>
      <h2>{title}</h2>
      <ol>
        {rows.map(({ key, value, denominator }) => (
          <li key={key}>
            <span className={classes.partName}>{key}</span>
            <strong>{format.value(value, unit, { compact: true })}</strong>
            {isProportion(id, basis) && denominator !== null && (
              <span className={classes.count}>{t('review.of', { count: plain.number(denominator, 0) })}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
