import type { KpiDirection, KpiUnit } from '@shared/kpi/declaration';
import type { DateRange } from '@shared/model/calendar-date';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { ChangeMark } from '../../components/ChangeMark';
import { changeOf } from '../../components/kpi-change';
import { writtenPeriod } from '../../components/PeriodPicker';
import classes from './ComparedChange.module.css';

interface ComparedChangeProps {
  readonly value: number | null;
  readonly target: number | null;
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
  readonly before: number | null;
  /** The period of the earlier value. */
  readonly range: DateRange;
}

/** How far a value has moved since the period that it is compared with, or that there is nothing there to compare with. */
export function ComparedChange({ value, target, unit, direction, before, range }: ComparedChangeProps) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const since = writtenPeriod(range, format, fiscalYearStart);
  const change = changeOf({ value, before, target, unit, direction });
  if (change === null)
    return <span className={classes.nothing}>{t('compare.nothing', { period: since })}</span>;
  return <ChangeMark change={change} unit={unit} since={since} />;
}
