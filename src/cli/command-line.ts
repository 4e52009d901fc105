import { errorSentence } from '@shared/language/sentence';
import { type ErrorCode, QuotabenchError } from '@shared/model/error';
import { CommanderError, Command as Program } from 'commander';
import packageDescription from '../../package.json';
import { BadArgument, type Command } from './command';
import { bestPriceCommand } from './commands/bestprice';
import { checkCommand } from './commands/check';
import { exportCommand } from './commands/export';
import { forecastCommand } from './commands/forecast';
import { goalSeekCommand } from './commands/goalseek';
import { importCommand } from './commands/import';
import { incentiveCommand } from './commands/incentive';
import { kpiCommand } from './commands/kpi';
import { lifetimeCommand } from './commands/lifetime';
import { newCommand } from './commands/new';
import { qualityCommand } from './commands/quality';
import { quotaCommand } from './commands/quota';
import { retentionCommand } from './commands/retention';
import { sampleCommand } from './commands/sample';
import { simulateCommand } from './commands/simulate';
import { targetCommand } from './commands/target';
import { whatIfCommand } from './commands/whatif';
import type { Terminal } from './terminal';

const commands: readonly Command[] = [
  newCommand,
  sampleCommand,
  importCommand,
  kpiCommand,
  retentionCommand,
  lifetimeCommand,
  forecastCommand,
  targetCommand,
  quotaCommand,
  incentiveCommand,
  whatIfCommand,
  goalSeekCommand,
  simulateCommand,
  bestPriceCommand,
  exportCommand,
  qualityCommand,
  checkCommand,
];

const done = 0;
const badData = 1;
const badArguments = 2;

/** Errors that the arguments are to blame for, not the data. */
const argumentErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'correlationUnknownInput',
  'correlationsImpossible',
  'tooManyRuns',
  'uncertaintyNeedsNumber',
  'uncertaintyNoElasticity',
  'uncertaintyUnknownAdjustment',
  'notScenarioFile',
  'planFileNotJson',
  'planUnreadable',
  'planWrong',
  'scenarioFileNotJson',
  'unknownKpi',
  'unknownBasis',
  'unknownKpiDimension',
  'unknownPeriod',
  'unknownDataset',
  'unknownField',
  'unknownEncoding',
  'targetWithoutName',
  'ownKpiNotJson',
  'ownKpiText',
  'ownKpiMissing',
]);

/**
 * Runs one command.
 * @param words the arguments after the program's name.
 * @returns the exit code: 0, 1 for bad data or files, 2 for bad arguments.
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Program('quotabench')
    .description(packageDescription.description)
    .version(packageDescription.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text.replace(/^error: /, 'quotabench: ')),
    });
  for (const command of commands) command.register(program, terminal);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return done;
  } catch (error) {
    return report(error, terminal);
  }
}

function report(error: unknown, { stderr }: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? done : badArguments;
  if (error instanceof BadArgument) {
    stderr.write(`quotabench: ${error.message}\n`);
    return badArguments;
  }
  if (error instanceof QuotabenchError) {
    stderr.write(`quotabench: ${errorSentence(error.describe(), 'en')}\n`);
    return argumentErrors.has(error.code) ? badArguments : badData;
  }
  const detail = error instanceof Error ? error.message : String(error);
  stderr.write(`quotabench: ${errorSentence({ code: 'unexpected', parameters: { detail } }, 'en')}\n`);
  return badData;
}
