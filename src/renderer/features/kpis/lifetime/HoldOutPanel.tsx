import { Text, Title } from '@mantine/core';
import type { LifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { Chart, type ChartColors } from '../../../components/Chart';
import { KpiSection } from '../KpiSection';
import { ComparedTable } from './ComparedTable';
import { repeatsName } from './FrequencyPanel';
import { TooThin } from './LifetimeFitSection';
import { courseOption, pairedBarsOption } from './lifetime-options';

/** The model fitted to the first half of the time alone, held against what came in the second. */
export function HoldOutPanel({ report }: { readonly report: LifetimeReport }) {
  const { t } = useTranslation('lifetime');
  const format = useFormat();
  const { holdOut } = report;
  const { bars, course, split } = holdOut ?? { bars: noBars, course: noCourse, split: null };
  const words = useMemo(
    () => ({
      number: (value: number) => format.number(value, 1),
      actual: t('actual'),
      expected: t('expected'),
    }),
    [format, t],
  );
  const barOption = useCallback(
    (colors: ChartColors) =>
      pairedBarsOption(
        bars.map((bar) => ({ ...bar, name: repeatsName(bar.repeats) })),
        colors,
        { ...words, across: t('repeats.before') },
      ),
    [bars, words, t],
  );
  const lineOption = useCallback(
    (colors: ChartColors) =>
      courseOption(course, split, colors, { ...words, date: format.date, split: t('split') }),
    [course, split, words, format, t],
  );
  if (holdOut === null || holdOut.fit.kind !== 'fitted')
    return (
      <KpiSection title={t('holdOut')}>
        {holdOut === null || holdOut.fit.kind === 'fitted' ? (
          <Text>{t('tooShort')}</Text>
        ) : (
          <TooThin fit={holdOut.fit} customers={report.customers} />
        )}
      </KpiSection>
    );
  const { actual, expected } = holdOut;
  return (
    <KpiSection title={t('holdOut')}>
      <Text size="sm" mb="sm">
        {t('holdOut.result', {
          split: format.date(split),
          end: format.date(report.end),
          actual: format.number(actual),
          expected: format.number(expected, 0),
          deviation: format.signedPercent(actual === 0 || expected === null ? null : expected / actual - 1),
        })}
      </Text>
      <Title order={3} size="h6">
        {t('course')}
      </Title>
      <Chart description={t('course.description')} height={260} option={lineOption} />
      <Title order={3} size="h6" mt="md">
        {t('byRepeats')}
      </Title>
      <Chart description={t('byRepeats.description')} height={240} option={barOption} />
      <ComparedTable
        heading={t('repeats.before')}
        columns={[t('customers'), t('actual.mean'), t('expected.mean')]}
        rows={bars.map((bar) => ({
          name: repeatsName(bar.repeats),
          cells: [format.number(bar.customers), format.number(bar.actual, 2), format.number(bar.expected, 2)],
        }))}
      />
    </KpiSection>
  );
}

const noBars: NonNullable<LifetimeReport['holdOut']>['bars'] = [];
const noCourse: NonNullable<LifetimeReport['holdOut']>['course'] = [];
