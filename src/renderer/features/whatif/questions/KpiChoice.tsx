import { Select } from '@mantine/core';
import { leverDeclarations } from '@shared/scenario/lever';
import { useTranslation } from 'react-i18next';
import { useWhatIf } from '../whatif.store';

const movable = new Set(Object.values(leverDeclarations).flatMap(({ moves }) => moves));

interface KpiChoiceProps {
  readonly value: string;
  onChange(kpi: string): void;
}

/** The KPI that a question is about: those that levers move and that have a value here. */
export function KpiChoice({ value, onChange }: KpiChoiceProps) {
  const { t } = useTranslation('whatif');
  const outcome = useWhatIf((state) => state.outcome);
  const kpis = outcome?.kpis.filter(({ id, base }) => movable.has(id) && base !== null) ?? [];
  return (
    <Select
      w={260}
      label={t('question.kpi')}
      allowDeselect={false}
      value={value}
      data={kpis.map(({ id }) => ({ value: id, label: t(`kpis:${id}.name`) }))}
      onChange={(kpi) => kpi && onChange(kpi)}
    />
  );
}
