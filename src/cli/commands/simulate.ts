import { localeFormat } from '@shared/format/locale-format';
import type { KpiUnit } from '@shared/kpi/declaration';
import { scenarioKpis } from '@shared/scenario/cube-answers';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { simulateScenario, simulationTargets } from '@shared/scenario/simulation/simulate-scenario';
import type { Simulation } from '@shared/scenario/simulation/simulation';
import {
  type SimulatedKpi,
  type SimulationSummary,
  summarise,
} from '@shared/scenario/simulation/simulation-summary';
import { readScenarioBase } from '../../main/database/scenario/evaluate-scenario';
import { amountOf } from '../amount';
import { BadArgument, type Command, type JsonOption, withProgress, withWorkspace } from '../command';
import { readScenario } from '../scenario-file';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface SimulateOptions extends JsonOption {
  readonly scenario: string;
  readonly runs: string;
  readonly seed: string;
}

/** Runs between two steps of the progress bar. */
const shownEvery = 250;

export const simulateCommand: Command = {
  register: (program, terminal) => {
    program
      .command('simulate')
      .description('draw what a scenario is unsure about again and again')
      .argument('<workspace>')
      .requiredOption('--scenario <file>', 'the scenario as a JSON file, with its uncertainty')
      .option('--runs <n>', 'how many runs', '10000')
      .option('--seed <n>', 'the same seed gives the same runs', '1')
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: SimulateOptions) =>
        withWorkspace(path, async (session) => {
          const scenario = await readScenario(options.scenario);
          const [runs, seed] = [wholeNumber(options.runs, '--runs'), wholeNumber(options.seed, '--seed')];
          const { base, evaluator, adjustments, uncertainty } = readScenarioBase(session, scenario);
          const simulation = simulateScenario(evaluator, adjustments, uncertainty, { runs, seed });
          await withProgress(terminal, 'Simulating', async (job) => {
            while (simulation.done < runs) {
              simulation.advance(shownEvery);
              job.progress(simulation.done, runs);
            }
          });
          const summary = summarise(simulation, simulationTargets(base.values));
          const rows = rowsOf(base, summary);
          if (options.json) writeJson(terminal, replyOf(scenario.name, seed, simulation, rows));
          else writeRows(terminal, rows, session.options.currency);
        }),
      );
  },
};

/** @throws BadArgument */
function wholeNumber(text: string, name: string): number {
  const value = amountOf(text, name);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new BadArgument(`${name} takes a whole number, not ${text}.`);
  return value;
}

interface SimulatedRow {
  readonly kpi: SimulatedKpi;
  readonly unit: KpiUnit;
  readonly base: number | null;
  /** By key of the input: the share of the variance that it explains. */
  readonly drivers: Readonly<Record<string, number | null>>;
}

/** Every KPI that has a value: those that no lever moves come to the same in every run. */
function rowsOf(
  { values }: ScenarioBase,
  { runs, kpis, inputs }: SimulationSummary,
): readonly SimulatedRow[] {
  const targets = simulationTargets(values);
  return values.flatMap(({ id, value, unit }): SimulatedRow[] => {
    if (!scenarioKpis.includes(id)) return [];
    const kpi = kpis.find((simulated) => simulated.id === id) ?? unmoved(id, value, targets.get(id), runs);
    if (kpi === null) return [];
    const drivers = Object.fromEntries(inputs.map((key, place) => [key, kpi.drivers[place] ?? null]));
    return [{ kpi, unit, base: value, drivers }];
  });
}

function unmoved(
  id: string,
  value: number | null,
  target: { readonly value: number; readonly reachedBy: 'up' | 'down' } | undefined,
  runs: number,
): SimulatedKpi | null {
  if (value === null) return null;
  const isReached = target && (target.reachedBy === 'up' ? value >= target.value : value <= target.value);
  return {
    id,
    mean: value,
    percentiles: { 5: value, 25: value, 50: value, 75: value, 95: value },
    without: 0,
    target: target?.value ?? null,
    chance: isReached === undefined ? null : Number(isReached),
    chanceInterval: null,
    histogram: { from: value, to: value, counts: [runs] },
    drivers: [],
  };
}

function replyOf(
  scenario: string,
  seed: number,
  simulation: Simulation,
  rows: readonly SimulatedRow[],
): unknown {
  return {
    scenario,
    runs: simulation.done,
    seed,
    inputs: simulation.inputs.map(({ key, adjustment, field, distribution }) => ({
      key,
      adjustment,
      field,
      distribution: distribution.kind,
    })),
    kpis: rows.map(({ kpi, unit, base, drivers }) => ({
      id: kpi.id,
      unit,
      base,
      mean: kpi.mean,
      p5: kpi.percentiles?.[5] ?? null,
      p25: kpi.percentiles?.[25] ?? null,
      p50: kpi.percentiles?.[50] ?? null,
      p75: kpi.percentiles?.[75] ?? null,
      p95: kpi.percentiles?.[95] ?? null,
      target: kpi.target,
      chance: kpi.chance,
      without: kpi.without,
      drivers,
    })),
  };
}

function writeRows(terminal: Terminal, rows: readonly SimulatedRow[], currency: string): void {
  const format = localeFormat('en-GB', currency);
  writeTable(
    terminal,
    ['KPI', 'Base', 'Mean', 'p5', 'p25', 'p50', 'p75', 'p95', 'Target', 'Chance'],
    rows.map(({ kpi, unit, base }) => {
      const write = (value: number | null) => format.kpi(value, unit);
      const at = (percentile: 5 | 25 | 50 | 75 | 95) => write(kpi.percentiles?.[percentile] ?? null);
      return [
        kpi.id,
        write(base),
        write(kpi.mean),
        at(5),
        at(25),
        at(50),
        at(75),
        at(95),
        write(kpi.target),
        format.percent(kpi.chance),
      ];
    }),
  );
}
