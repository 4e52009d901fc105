import { Text } from '@mantine/core';
import { divide } from '@shared/kpi/figure';
import type { FigureTable } from '@shared/model/table-cell';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import { fairnessOf } from '@shared/scenario/fairness';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { LargeFigure } from './LargeFigure';
import { QuestionFrame } from './QuestionFrame';
import classes from './Questions.module.css';

/** How evenly attainment is spread between reps, beside what they attain together. */
export function FairnessPanel({ reps }: Pick<ScenarioOutcome, 'reps'>) {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const sides = useMemo(() => [sideOf(reps.map(({ base }) => base)), sideOf(reps)] as const, [reps]);
  const [base, now] = sides;
  const option = useCallback(
    (colors: ChartColors) =>
      lorenzOption([base.fair?.lorenz ?? [], now.fair?.lorenz ?? []], colors, {
        even: t('fairness.even'),
        base: t('whatif:kpi.base'),
        scenario: t('whatif:kpi.scenario'),
        reps: t('fairness.shareOfReps'),
        percent: (value) => format.percent(value, 0),
      }),
    [base, now, format, t],
  );
  if (now.fair === null) return <Text>{t('fairness.none')}</Text>;
  const measures = [
    { id: 'total', written: (value: number | null) => format.percent(value), of: (side: Side) => side.total },
    {
      id: 'atQuota',
      written: (value: number | null) => format.percent(value),
      of: (side: Side) => side.atQuota,
    },
    {
      id: 'gini',
      written: (value: number | null) => format.number(value, 3),
      of: (side: Side) => side.fair?.gini ?? null,
    },
    {
      id: 'ratio',
      written: (value: number | null) => format.number(value, 2),
      of: (side: Side) => side.fair?.ratio ?? null,
    },
    {
      id: 'p10',
      written: (value: number | null) => format.percent(value),
      of: (side: Side) => side.fair?.p10 ?? null,
    },
    {
      id: 'p90',
      written: (value: number | null) => format.percent(value),
      of: (side: Side) => side.fair?.p90 ?? null,
    },
  ] as const;
  const table: FigureTable = {
    columns: [
      { heading: t('fairness.measure'), format: 'general' },
      { heading: t('whatif:kpi.base'), format: 'general' },
      { heading: t('whatif:kpi.scenario'), format: 'general' },
    ],
    rows: measures.map(({ id, of }) => {
      const cell = (side: Side) =>
        id === 'gini' || id === 'ratio' ? of(side) : { value: of(side), format: 'percent' as const };
      return [t(`fairness.${id}`), cell(base), cell(now)];
    }),
  };
  return (
    <QuestionFrame
      name={t('fairness')}
      explanation={t('fairness.explanation')}
      answer={
        <div className={classes.figures}>
          {measures.slice(0, 4).map(({ id, of, written }) => (
            <LargeFigure
              key={id}
              id={id}
              name={t(`fairness.${id}`)}
              value={written(of(now))}
              note={t('whatif:was', { value: written(of(base)) })}
            />
          ))}
        </div>
      }
      chart={{ description: t('fairness.description'), height: 320, option }}
      table={table}
    />
  );
}

interface Side {
  readonly fair: ReturnType<typeof fairnessOf>;
  /** Bookings ÷ quotas of the reps who have one. */
  readonly total: number | null;
  readonly atQuota: number | null;
}

type Attained = Pick<ScenarioOutcome['reps'][number], 'attainment' | 'bookings' | 'quota'>;

function sideOf(reps: readonly Attained[]): Side {
  const own = reps.filter(({ quota, attainment }) => quota > 0 && attainment !== null);
  const sum = (of: (rep: Attained) => number) => own.reduce((total, rep) => total + of(rep), 0);
  return {
    fair: fairnessOf(own.map(({ attainment }) => attainment)),
    total: divide(
      sum(({ bookings }) => bookings),
      sum(({ quota }) => quota),
    ),
    atQuota: divide(own.filter(({ attainment }) => (attainment ?? 0) >= 1).length, own.length),
  };
}

type Lorenz = readonly { readonly reps: number; readonly attained: number }[];

interface LorenzWords {
  readonly even: string;
  readonly base: string;
  readonly scenario: string;
  readonly reps: string;
  percent(value: number): string;
}

function lorenzOption(
  [base, scenario]: readonly [Lorenz, Lorenz],
  { series, quiet }: ChartColors,
  words: LorenzWords,
): EChartsCoreOption {
  const axis = {
    type: 'value',
    min: 0,
    max: 1,
    axisLabel: { formatter: (value: number) => words.percent(value) },
  };
  const line = (name: string, points: Lorenz, style: object) => ({
    name,
    type: 'line',
    symbol: 'none',
    data: points.map(({ reps, attained }) => [reps, attained]),
    ...style,
  });
  const even = [
    { reps: 0, attained: 0 },
    { reps: 1, attained: 1 },
  ];
  return {
    grid: { left: 8, right: 24, top: 34, bottom: 22, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, data: [words.base, words.scenario] },
    xAxis: { ...axis, name: words.reps, nameLocation: 'middle', nameGap: 28 },
    yAxis: axis,
    series: [
      line(words.even, even, { color: quiet, lineStyle: { type: 'dashed', width: 1.2 } }),
      line(words.base, base, { color: series[1], lineStyle: { width: 2 } }),
      line(words.scenario, scenario, {
        color: series[0],
        lineStyle: { width: 2.6 },
        areaStyle: { opacity: 0.08 },
      }),
    ],
  };
}
