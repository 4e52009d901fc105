import { Text } from '@mantine/core';
import type { SimulatedCourse, SimulationSummary } from '@shared/scenario/simulation/simulation-summary';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { useWhatIf } from '../whatif.store';
import { QuestionFrame } from './QuestionFrame';
import { fanOption } from './simulation-charts';

interface SimulationFanProps {
  readonly kpi: string;
  readonly summary: SimulationSummary;
}

/** How the KPI adds up over the months, and how far the runs fan out; of those that do not add up, bookings or revenue. */
export function SimulationFan({ kpi, summary }: SimulationFanProps) {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const cube = useWhatIf((state) => state.base?.cube ?? null);
  const whole = summary.courses.find(({ id }) => id === kpi) ?? summary.courses[0] ?? null;
  const course = useMemo(() => (whole === null ? null : withoutIdleEnd(whole)), [whole]);
  const months = useMemo(
    () =>
      (cube?.buckets ?? []).flatMap(({ from, to }) =>
        cube !== null && from >= cube.range.from && to <= cube.range.to
          ? [format.period(from.slice(0, 7))]
          : [],
      ),
    [cube, format],
  );
  const option = useCallback(
    (colors: ChartColors) =>
      course === null
        ? {}
        : fanOption(course, colors, {
            months: months.slice(0, course.months.length),
            names: {
              wide: t('simulation.nineOfTen'),
              narrow: t('simulation.halfOfRuns'),
              median: t('simulation.median'),
            },
            write: (value) => format.kpi(value, 'money', { compact: true }),
          }),
    [course, months, format, t],
  );
  // A course of one month is a point.
  if (course === null || course.months.length < 2) return null;
  const name = t('simulation.fan', { kpi: t(`kpis:${course.id}.name`) });
  return (
    <section aria-label={name}>
      <Text component="div" mt="lg" />
      <QuestionFrame
        name={name}
        title={name}
        explanation={t('simulation.fan.explanation')}
        chart={{ description: name, height: 260, option }}
        table={{
          columns: [
            { heading: t('whatif:scope.period'), format: 'general' },
            ...(['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((heading) => ({
              heading,
              format: 'money' as const,
            })),
          ],
          rows: course.months.map((month, index) => [
            months[index] ?? '',
            month[5],
            month[25],
            month[50],
            month[75],
            month[95],
          ]),
        }}
      />
    </section>
  );
}

/** Without the months at the end that bring nothing, which the data has not come to yet. */
function withoutIdleEnd({ id, months }: SimulatedCourse): SimulatedCourse {
  const last = months.findIndex((_, place) =>
    months
      .slice(place + 1)
      .every((later) => later[5] === months[place]?.[5] && later[95] === months[place]?.[95]),
  );
  return { id, months: months.slice(0, last + 1) };
}
