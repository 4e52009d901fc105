import { Text } from '@mantine/core';
import { mostRepeatsShown } from '@shared/kpi/lifetime/fit-report';
import type { LifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { Chart, type ChartColors } from '../../../components/Chart';
import { KpiSection } from '../KpiSection';
import { ComparedTable } from './ComparedTable';
import { pairedBarsOption } from './lifetime-options';

/** How many customers have bought again how often, beside how many the model expects. */
export function FrequencyPanel({ report }: { readonly report: LifetimeReport }) {
  const { t } = useTranslation('lifetime');
  const format = useFormat();
  const { frequency, customers, repeating, end } = report;
  const option = useCallback(
    (colors: ChartColors) =>
      pairedBarsOption(
        frequency.map((bar) => ({ ...bar, name: repeatsName(bar.repeats) })),
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
  return (
    <KpiSection title={t('fit')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('fit.explanation', {
          customers: format.number(customers),
          repeating: format.number(repeating),
          end: format.date(end),
        })}
      </Text>
      <Chart description={t('fit.description')} height={260} option={option} />
      <ComparedTable
        heading={t('repeats')}
        rows={frequency.map(({ repeats, actual, expected }) => ({
          name: repeatsName(repeats),
          cells: [format.number(actual), format.number(expected, 1)],
        }))}
        columns={[t('actual.customers'), t('expected.customers')]}
      />
    </KpiSection>
  );
}

/** The last bar stands for its number and more. */
export function repeatsName(repeats: number): string {
  return repeats === mostRepeatsShown ? `${repeats}+` : String(repeats);
}
