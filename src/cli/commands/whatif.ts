import { localeFormat } from '@shared/format/locale-format';
import { kpiOf } from '@shared/kpi/catalogue';
import { scenarioSentence } from '@shared/language/sentence';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { Scenario } from '@shared/scenario/scenario';
import { readKpiCatalogue } from '../../main/database/kpi/kpi-catalogue';
import { evaluateScenario } from '../../main/database/scenario/evaluate-scenario';
import type { WorkspaceSession } from '../../main/workspace/workspace-session';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { readScenario } from '../scenario-file';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface WhatIfOptions extends JsonOption {
  readonly scenario: string;
  readonly compare: string;
}

export const whatIfCommand: Command = {
  register: (program, terminal) => {
    program
      .command('whatif')
      .description('evaluate a scenario beside its base')
      .argument('<workspace>')
      .requiredOption('--scenario <file>', 'the scenario as a JSON file')
      .option('--compare <base>', 'what to compare with', 'base')
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: WhatIfOptions) =>
        withWorkspace(path, async (session) => {
          if (options.compare !== 'base')
            throw new BadArgument(`--compare takes base, not ${options.compare}.`);
          const scenario = await readScenario(options.scenario);
          const outcome = evaluateScenario(session, scenario);
          if (options.json) writeJson(terminal, replyOf(scenario, outcome));
          else writeOutcome(terminal, outcome, session);
        }),
      );
  },
};

function replyOf(scenario: Scenario, { kpis, reps, products, notes }: ScenarioOutcome): unknown {
  return {
    scenario,
    kpis,
    reps,
    products,
    notes: notes.map(({ adjustment, note }) => ({
      adjustment,
      note: scenarioSentence(note.code, note.parameters, 'en'),
    })),
  };
}

function writeOutcome(
  terminal: Terminal,
  { kpis, notes }: ScenarioOutcome,
  { connection, options }: WorkspaceSession,
): void {
  const format = localeFormat('en-GB', options.currency);
  const catalogue = readKpiCatalogue(connection);
  writeTable(
    terminal,
    ['KPI', 'Base', 'Scenario', 'Change', 'Change %'],
    kpis.map(({ id, base, value, delta, deltaPct }) => {
      const { unit } = kpiOf(catalogue, id);
      return [
        id,
        format.kpi(base, unit),
        format.kpi(value, unit),
        format.kpi(delta, unit),
        format.percent(deltaPct),
      ];
    }),
  );
  for (const { adjustment, note } of notes) {
    terminal.stdout.write(`${adjustment}: ${scenarioSentence(note.code, note.parameters, 'en')}\n`);
  }
}
