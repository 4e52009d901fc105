import { Group, Text, Title } from '@mantine/core';
import type { LifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { Chart, type ChartColors } from '../../../components/Chart';
import { FigureActions } from '../../../components/FigureActions';
import { FigureTableView } from '../../../components/FigureTableView';
import { KpiSection } from '../KpiSection';
import { TooThin } from './LifetimeFitSection';
import { courseOption, pairedBarsOption } from './lifetime-options';
import { courseTable, holdOutTable, repeatsName } from './lifetime-tables';

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
        bars.map((bar) => ({ ...bar, name: repeatsName(bar) })),
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
  const barTable = holdOutTable(bars, t);
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
      <Group justify="space-between">
        <Title order={3} size="h6">
          {t('course')}
        </Title>
        <FigureActions
          name={t('course')}
          chart={{ height: 360, option: lineOption }}
          table={courseTable(course, t)}
        />
      </Group>
      <Chart description={t('course.description')} height={260} option={lineOption} />
      <Group justify="space-between" mt="md">
        <Title order={3} size="h6">
          {t('byRepeats')}
        </Title>
        <FigureActions name={t('byRepeats')} chart={{ height: 360, option: barOption }} table={barTable} />
      </Group>
      <Chart description={t('byRepeats.description')} height={240} option={barOption} />
      <FigureTableView table={barTable} label={t('byRepeats.description')} />
    </KpiSection>
  );
}

const noBars: NonNullable<LifetimeReport['holdOut']>['bars'] = [];
const noCourse: NonNullable<LifetimeReport['holdOut']>['course'] = [];
