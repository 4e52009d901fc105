import { Select } from '@mantine/core';
import type { DateRange } from '@shared/model/calendar-date';
import { comparedRange, comparisons } from '@shared/model/comparison';
import { useTranslation } from 'react-i18next';
import { useComparison } from '../app/comparison.store';
import { useFormat } from '../app/use-format';
import { useWorkspace } from '../app/workspace.store';
import { writtenPeriod } from './PeriodPicker';

/** Chooses with which earlier period the figures of a period are compared. */
export function ComparisonPicker({ range }: { readonly range: DateRange }) {
  const { t } = useTranslation('components');
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const { comparison, compareWith } = useComparison();
  const data = comparisons.map((value) => {
    const compared = comparedRange(value, range);
    const period = compared && writtenPeriod(compared, format, fiscalYearStart);
    return { value, label: t(`compare.${value}`), period };
  });
  return (
    <Select
      w={186}
      aria-label={t('compare')}
      styles={{ input: { height: 34, minHeight: 34 } }}
      allowDeselect={false}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      value={comparison}
      data={data}
      renderOption={({ option }) => {
        const period = data.find(({ value }) => value === option.value)?.period;
        return period ? t('compare.with', { comparison: option.label, period }) : option.label;
      }}
      onChange={(value) => compareWith(comparisons.find((candidate) => candidate === value) ?? comparison)}
    />
  );
}
