import type { KpiRow } from '@shared/ipc/kpi';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { ChangeAmount } from '../../components/ChangeMark';
import { changeOf } from '../../components/kpi-change';
import { writtenPeriod } from '../../components/PeriodPicker';
import type { KpiDetail } from './kpi-detail.store';

interface Compared {
  /** The name of the period that is compared with. */
  readonly period: string;
  readonly heading: string;
  /** The change of one member, or of the total where the key is null. */
  change(row: Omit<KpiRow, 'key'>, key: string | null): ReactNode;
}

/** The column of changes since the period that is compared with; null where there is none. */
export function useCompared({ question, before, result }: KpiDetail): Compared | null {
  const { t } = useTranslation('components');
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const { direction } = useKpis()(result.id);
  if (question.compared === null || before === null) return null;
  const rows = new Map(before.rows.map(({ key, value }) => [key, value]));
  const period = writtenPeriod(question.compared, format, fiscalYearStart);
  return {
    period,
    heading: t('change.since', { period }),
    change: (row: Omit<KpiRow, 'key'>, key: string | null) => {
      const earlier = key === null ? before.value : (rows.get(key) ?? null);
      const change = changeOf({ ...row, unit: result.unit, direction, before: earlier });
      return change === null ? '–' : <ChangeAmount change={change} unit={result.unit} short />;
    },
  };
}
