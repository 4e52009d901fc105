import { Group, SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import { cohortMeasures, cohortSteps } from '@shared/kpi/retention/cohort-table';
import { usualMeasure } from '@shared/kpi/retention/retention-report';
import { dateOfDayNumber } from '@shared/model/calendar-date';
import { useTranslation } from 'react-i18next';
import { useDataEffect } from '../../../app/use-data-effect';
import { useFormat } from '../../../app/use-format';
import { FigureActions } from '../../../components/FigureActions';
import { KpiProblem } from '../KpiProblem';
import { KpiSection } from '../KpiSection';
import type { KpiSectionProps } from '../kpi-sections';
import { CohortHeatMap } from './CohortHeatMap';
import { useRetention } from './retention.store';
import { cohortFigure } from './retention-tables';
import { SurvivalPanel } from './SurvivalPanel';

/** How well customers are kept: by the time at which they started, and by how long they have been customers. */
export function RetentionSection({ path, range, filter }: KpiSectionProps) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const { step, measure, report: newest, path: asked, problem, load, choose } = useRetention();
  const { from, to } = range;
  useDataEffect(() => {
    void load({ path, asked: { from, to, step, measure, by: 'segment', filter } });
  }, [path, from, to, step, measure, filter, load]);
  if (problem) return <KpiProblem error={problem} />;
  const report = asked === path ? newest : null;
  if (report === null) return <Skeleton height={320} radius="md" />;
  const shown = measure ?? usualMeasure(report);
  return (
    <>
      <KpiSection
        title={t('cohorts')}
        beside={
          <Group gap="sm">
            <Select
              size="xs"
              w={230}
              aria-label={t('measure')}
              allowDeselect={false}
              value={shown}
              data={cohortMeasures.map((value) => ({ value, label: t(`measure.${value}`) }))}
              onChange={(value) =>
                choose({ measure: cohortMeasures.find((known) => known === value) ?? null })
              }
            />
            <SegmentedControl
              size="xs"
              aria-label={t('step')}
              value={step}
              data={cohortSteps.map((value) => ({ value, label: t(`kpis:dimension.${value}`) }))}
              onChange={(value) => choose({ step: cohortSteps.find((known) => known === value) ?? step })}
            />
            <FigureActions
              name={t('cohorts')}
              note={t(`measure.${shown}`)}
              table={cohortFigure(report.cohorts, t, format.period)}
            />
          </Group>
        }
      >
        <Text size="sm" c="dimmed" mb="sm">
          {t(`explanation.${shown}`)} {t(`how.${report.how}`)}{' '}
          {t('asOf', { date: format.date(dateOfDayNumber(report.asOf)) })}
        </Text>
        <CohortHeatMap table={report.cohorts} step={step} measure={shown} />
      </KpiSection>
      <SurvivalPanel report={report} />
    </>
  );
}
