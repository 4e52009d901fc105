import { Button, Group, NumberInput, Progress, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { kpiCell } from '@shared/kpi/cell-format';
import type { KpiUnit } from '@shared/kpi/declaration';
import { QuotabenchError } from '@shared/model/error';
import type { FigureTable } from '@shared/model/table-cell';
import { type ScenarioUncertainty, uncertaintyOf } from '@shared/scenario/scenario-chain';
import {
  type SimulatedKpi,
  percentiles as shownPercentiles,
} from '@shared/scenario/simulation/simulation-summary';
import type { TFunction } from 'i18next';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../../app/kpi-catalogue.store';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { FigureTableView } from '../../../components/FigureTableView';
import { useWhatIf } from '../whatif.store';
import { KpiChoice } from './KpiChoice';
import { LargeFigure } from './LargeFigure';
import { QuestionFrame } from './QuestionFrame';
import classes from './Questions.module.css';
import { SimulationDrivers } from './SimulationDrivers';
import { SimulationFan } from './SimulationFan';
import { useSimulation } from './simulation.store';
import { histogramOption } from './simulation-charts';
import { UncertaintyEditor } from './UncertaintyEditor';
import { usualUncertainty } from './uncertainty-forms';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';

const usualRuns = 10_000;
const mostRuns = 100_000;
const rest = 250;

/** What comes out when levers are unsure: how likely which outcome is, and what it hangs on. */
export function SimulationPanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('questions');
  const { draft, base } = useWhatIf();
  const [runs, setRuns] = useState(usualRuns);
  const [seed, setSeed] = useState(1);
  const uncertainty = useUncertainty();
  const isUnsure = uncertainty.uncertainties.length > 0;
  useRunning(uncertainty, runs, seed);
  if (draft === null || base === null) return null;
  if (draft.adjustments.length === 0) return <Text>{t('whatif:question.noLever')}</Text>;
  return (
    <>
      <UncertaintyEditor draft={draft} cube={base.cube} />
      {isUnsure ? (
        <>
          <Group gap="sm" mt="md" mb="md" align="flex-end">
            <KpiChoice value={kpi} onChange={onKpi} />
            <NumberInput
              w={120}
              label={t('simulation.runs')}
              min={1}
              max={mostRuns}
              step={1000}
              thousandSeparator=" "
              value={runs}
              onChange={(value) =>
                typeof value === 'number' && value >= 1 && value <= mostRuns && setRuns(Math.round(value))
              }
            />
            <NumberInput
              w={100}
              label={t('simulation.seed')}
              min={0}
              value={seed}
              onChange={(value) => typeof value === 'number' && value >= 0 && setSeed(Math.round(value))}
            />
            <RunningBar />
          </Group>
          <SimulationResult kpi={kpi} />
        </>
      ) : (
        <SureYet />
      )}
    </>
  );
}

/** What is unsure in the scenario and in those that it starts from. */
function useUncertainty(): ScenarioUncertainty {
  const { draft, scenarios } = useWhatIf();
  return useMemo(() => {
    const nothing = { uncertainties: [], correlations: [] };
    if (draft === null) return nothing;
    try {
      return uncertaintyOf(
        draft,
        scenarios.filter(({ id }) => id !== draft.id),
      );
    } catch (error) {
      // A base that is missing is told where the scenario is evaluated.
      if (error instanceof QuotabenchError) return nothing;
      throw error;
    }
  }, [draft, scenarios]);
}

/** Starts by itself whenever something that it depends on has come to rest, and stops when the question is left. */
function useRunning(uncertainty: ScenarioUncertainty, runs: number, seed: number): void {
  const base = useWhatIf((state) => state.base);
  const { adjustments } = useQuestion();
  const start = useSimulation((state) => state.start);
  const stop = useSimulation((state) => state.stop);
  // The draft is made anew by every change; only what is unsure matters here.
  const [asked] = useDebouncedValue(JSON.stringify(uncertainty), rest);
  const [askedRuns] = useDebouncedValue(runs, rest);
  const [askedSeed] = useDebouncedValue(seed, rest);
  useEffect(() => {
    const known = JSON.parse(asked) as ScenarioUncertainty;
    if (base === null || known.uncertainties.length === 0) return;
    start({ base, adjustments, uncertainty: known, runs: askedRuns, seed: askedSeed });
  }, [base, adjustments, asked, askedRuns, askedSeed, start]);
  useEffect(() => () => stop(), [stop]);
}

/** Nothing is unsure yet: says so, and begins with a tenth for every lever. */
function SureYet() {
  const { t } = useTranslation('questions');
  const { change, storeSoon } = useWhatIf();
  const begin = () => {
    const adjustments = useWhatIf.getState().draft?.adjustments ?? [];
    const uncertainty = adjustments.flatMap((own) => usualUncertainty(own, 'value', 'triangular') ?? []);
    change({ uncertainty });
    storeSoon();
  };
  return (
    <Group mt="md">
      <Text>{t('simulation.sureYet')}</Text>
      <Button variant="light" onClick={begin}>
        {t('simulation.begin')}
      </Button>
    </Group>
  );
}

function RunningBar() {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const { phase, done, runs, stop } = useSimulation();
  const words = t(phase === 'running' ? 'simulation.running' : 'simulation.done', {
    done: format.number(done, 0),
    runs: format.number(runs, 0),
  });
  return (
    <Group gap="sm" align="center" flex={1} miw={220}>
      <div className={classes.progress}>
        <Text size="xs" c="dimmed" role="status">
          {words}
        </Text>
        <Progress value={runs === 0 ? 0 : (done / runs) * 100} size="sm" aria-label={words} />
      </div>
      {phase === 'running' && (
        <Button size="xs" variant="default" onClick={stop}>
          {t('app:cancel')}
        </Button>
      )}
    </Group>
  );
}

function SimulationResult({ kpi }: { readonly kpi: string }) {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const kpis = useKpis();
  const summary = useSimulation((state) => state.summary);
  const problem = useSimulation((state) => state.problem);
  const { unit } = kpis(kpi);
  const found = summary?.kpis.find(({ id }) => id === kpi) ?? null;
  const kpiName = t(`kpis:${kpi}.name`);
  const words = { t, unitOf: (id: string) => kpis(id).unit };
  const option = useCallback(
    (colors: ChartColors) =>
      found === null
        ? {}
        : histogramOption(found, colors, {
            runs: t('simulation.runs'),
            target: t('simulation.target', { value: format.kpi(found.target, unit, { compact: true }) }),
            median: t('simulation.median'),
            write: (value) => format.kpi(value, unit, { compact: true }),
            count: (value) => format.number(value, 0),
          }),
    [found, unit, format, t],
  );
  if (problem !== null) return <Text role="alert">{t(`errors:${problem.code}`, problem.parameters)}</Text>;
  if (summary === null) return null;
  if (found === null || found.percentiles === null) return <Text>{t('whatif:question.noValue')}</Text>;
  return (
    <>
      <QuestionFrame
        name={`${t('simulation')} – ${kpiName}`}
        title={kpiName}
        answer={<Figures found={found} write={(value) => format.kpi(value, unit, { compact: true })} />}
        chart={{ description: t('simulation.description', { kpi: kpiName }), height: 280, option }}
        table={simulatedTable(summary.kpis, words)}
      >
        <FigureTableView
          isCompact
          table={simulatedTable(summary.kpis.filter(varies), words)}
          label={t('simulation')}
        />
      </QuestionFrame>
      <SimulationFan kpi={kpi} summary={summary} />
      <SimulationDrivers found={found} keys={summary.inputs} />
    </>
  );
}

interface FiguresProps {
  readonly found: SimulatedKpi;
  write(value: number | null): string;
}

/** The answer in large: how likely the target is, and between what nine of ten runs lie. */
function Figures({ found, write }: FiguresProps) {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const { chance, chanceInterval, percentiles, mean, target } = found;
  if (percentiles === null) return null;
  return (
    <div className={classes.figures}>
      {chance !== null && (
        <LargeFigure
          id="chance"
          name={t('simulation.chanceOf', { target: write(target) })}
          value={format.percent(chance)}
          note={
            chanceInterval
              ? t('simulation.interval', {
                  low: format.percent(chanceInterval.low),
                  high: format.percent(chanceInterval.high),
                })
              : ''
          }
        />
      )}
      <LargeFigure
        id="median"
        name={t('simulation.median')}
        value={write(percentiles[50])}
        note={t('simulation.meanOf', { mean: write(mean) })}
      />
      <LargeFigure
        id="range"
        name={t('simulation.nineOfTen')}
        value={t('simulation.range', { low: write(percentiles[5]), high: write(percentiles[95]) })}
        note={t('simulation.half', { low: write(percentiles[25]), high: write(percentiles[75]) })}
      />
    </div>
  );
}

/** Whether it does not come to the same in every run. */
function varies({ percentiles }: SimulatedKpi): boolean {
  return percentiles !== null && percentiles[5] !== percentiles[95];
}

interface TableWords {
  readonly t: TFunction;
  unitOf(id: string): KpiUnit;
}

function simulatedTable(kpis: readonly SimulatedKpi[], { t, unitOf }: TableWords): FigureTable {
  const number = (heading: string) => ({ heading, format: 'general' as const });
  return {
    columns: [
      number(t('whatif:kpi')),
      number(t('questions:simulation.mean')),
      ...shownPercentiles.map((percentile) => number(`p${percentile}`)),
      number(t('whatif:goal.target')),
      { heading: t('questions:simulation.chance'), format: 'percent' },
    ],
    rows: kpis.flatMap(({ id, mean, percentiles, target, chance }) => {
      const cell = (value: number | null) => kpiCell(value, unitOf(id));
      if (percentiles === null) return [];
      const each = shownPercentiles.map((percentile) => cell(percentiles[percentile]));
      return [[t(`kpis:${id}.name`), cell(mean), ...each, cell(target), chance]];
    }),
  };
}
