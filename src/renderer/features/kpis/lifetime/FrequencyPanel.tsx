import { Text } from '@mantine/core';
import type { LifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { Chart, type ChartColors } from '../../../components/Chart';
import { FigureActions } from '../../../components/FigureActions';
import { FigureTableView } from '../../../components/FigureTableView';
import { KpiSection } from '../KpiSection';
import { pairedBarsOption } from './lifetime-options';
import { frequencyTable, repeatsName } from './lifetime-tables';

/** How many customers have bought again how often, beside how many the model expects. */
export function FrequencyPanel({ report }: { readonly report: LifetimeReport }) {
  const { t } = useTranslation('lifetime');
  const format = useFormat();
  const { frequency, customers, repeating, end } = report;
  const option = useCallback(
    (colors: ChartColors) =>
      pairedBarsOption(
        frequency.map((bar) => ({ ...bar, name: repeatsName(bar) })),
        colors,
        {
          number: (value) => format.number(value, 1),
          actual: t('actual'),
          expected: t('expected'),
          across: t('repeats'),
        },
      ),
    [frequency, format, t],
  );
  const table = frequencyTable(frequency, t);
  return (
    <KpiSection
      title={t('fit')}
      beside={<FigureActions name={t('fit')} chart={{ height: 360, option }} table={table} />}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('fit.explanation', {
          customers: format.number(customers),
          repeating: format.number(repeating),
          end: format.date(end),
        })}
      </Text>
      <Chart description={t('fit.description')} height={260} option={option} />
      <FigureTableView table={table} label={t('fit.description')} />
    </KpiSection>
  );
}
