import { localeFormat } from '@shared/format/locale-format';
import { kpiOf } from '@shared/kpi/catalogue';
import { type GoalResult, type SoughtField, seekGoal } from '@shared/scenario/goal-seek';
import { kpiReading } from '@shared/scenario/kpi-reading';
import { leverDeclarations } from '@shared/scenario/lever';
import type { Adjustment } from '@shared/scenario/scenario';
import { soughtBounds } from '@shared/scenario/sought-bounds';
import { readKpiCatalogue } from '../../main/database/kpi/kpi-catalogue';
import { readScenarioBase } from '../../main/database/scenario/evaluate-scenario';
import { amountOf } from '../amount';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { readScenario } from '../scenario-file';
import { writeJson } from '../terminal';

interface GoalSeekOptions extends JsonOption {
  readonly scenario: string;
  readonly vary: string;
  readonly kpi: string;
  readonly target: string;
  readonly low?: string;
  readonly high?: string;
}

export const goalSeekCommand: Command = {
  register: (program, terminal) => {
    program
      .command('goalseek')
      .description('find the value of one adjustment that brings a KPI to a target')
      .argument('<workspace>')
      .requiredOption('--scenario <file>', 'the scenario as a JSON file')
      .requiredOption('--vary <path>', 'what to vary: the id of an adjustment, ID.value or ID.elasticity')
      .requiredOption('--kpi <id>', 'the KPI to bring to the target')
      .requiredOption('--target <value>', '0.6 or 60% for 60 per cent')
      .option('--low <value>', 'the lowest value to try')
      .option('--high <value>', 'the highest value to try')
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: GoalSeekOptions) =>
        withWorkspace(path, async (session) => {
          const scenario = await readScenario(options.scenario);
          const { unit } = kpiOf(readKpiCatalogue(session.connection), options.kpi);
          const target = amountOf(options.target, '--target');
          const { evaluator, adjustments } = readScenarioBase(session, scenario);
          const { adjustment, field } = varied(options.vary, adjustments);
          const sensible = soughtBounds(adjustment, field, evaluator.cube);
          const low = options.low === undefined ? sensible.low : amountOf(options.low, '--low');
          const high = options.high === undefined ? sensible.high : amountOf(options.high, '--high');
          if (low >= high) throw new BadArgument(`--low must be below --high, not ${low} and ${high}.`);
          const goal = { adjustment: adjustment.id, field, target, low, high };
          const result = seekGoal(adjustments, goal, kpiReading(evaluator, options.kpi));
          const reply = {
            vary: `${adjustment.id}.${field}`,
            kpi: options.kpi,
            target,
            low,
            high,
            ...foundOf(result),
          };
          const format = localeFormat('en-GB', session.options.currency);
          if (options.json) writeJson(terminal, reply);
          else terminal.stdout.write(`${sentence(result, reply.vary, (value) => format.kpi(value, unit))}\n`);
        }),
      );
  },
};

/** What is said of the result in the reply. */
function foundOf(result: GoalResult): object {
  return {
    found: result.kind === 'found',
    value: result.kind === 'found' || result.kind === 'jumps' ? result.value : null,
    reached: result.kind === 'noValue' ? null : result.reached,
    reason: result.kind === 'found' ? null : result.kind,
    ...(result.kind === 'outOfReach' ? { least: result.least, most: result.most } : {}),
  };
}

/** @throws BadArgument where the path leads to nothing that can be varied. */
function varied(
  path: string,
  adjustments: readonly Adjustment[],
): { readonly adjustment: Adjustment; readonly field: SoughtField } {
  const [, id = path, field = 'value'] = /^(.*?)(?:\.(value|elasticity))?$/s.exec(path) ?? [];
  const adjustment = adjustments.find((own) => own.id === id);
  if (adjustment === undefined) {
    const ids = adjustments.map((own) => own.id).join(', ');
    throw new BadArgument(`--vary ${path}: the scenario has no adjustment ${id}, only ${ids || 'none'}.`);
  }
  if (adjustment.locked) throw new BadArgument(`--vary ${path}: the adjustment ${id} is locked.`);
  if (field === 'elasticity' && leverDeclarations[adjustment.lever].elasticity === undefined)
    throw new BadArgument(`--vary ${path}: the lever ${adjustment.lever} has no elasticity.`);
  return { adjustment, field: field === 'elasticity' ? 'elasticity' : 'value' };
}

function sentence(result: GoalResult, vary: string, write: (value: number) => string): string {
  switch (result.kind) {
    case 'found':
      return `${vary} = ${result.value} brings it to ${write(result.reached)}.`;
    case 'jumps':
      return `It jumps over the target: from ${vary} = ${result.value} it is ${write(result.reached)}.`;
    case 'outOfReach':
      return `No value brings it there; ${vary} = ${result.value} comes closest with ${write(result.reached)}. It goes from ${write(result.least.reached)} at ${result.least.value} to ${write(result.most.reached)} at ${result.most.value}.`;
    case 'unmoved':
      return `${vary} does not move it: it stays at ${write(result.reached)}.`;
    case 'noValue':
      return 'It has no value in this period.';
  }
}
