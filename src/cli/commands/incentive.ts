import { readFile } from 'node:fs/promises';
import { localeFormat } from '@shared/format/locale-format';
import type { IncentivePlan } from '@shared/incentives/incentive-plan';
import { stepWords } from '@shared/incentives/step-words';
import { incentiveText } from '@shared/language/sentence';
import { QuotabenchError } from '@shared/model/error';
import { payoutRows } from '../../main/database/incentives/payout-rows';
import { readPlans, readWrittenPlan, removePlan, writePlan } from '../../main/database/incentives/plan-rows';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import type { WorkspaceSession } from '../../main/workspace/workspace-session';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface IncentiveOptions extends JsonOption, PeriodOptions {}

export const incentiveCommand: Command = {
  register: (program, terminal) => {
    program
      .command('incentive')
      .description('set, list or remove incentive plans, or show payouts step by step')
      .argument('<workspace>')
      .argument('<action>', 'set, list, remove or payouts')
      .argument('[what]', 'the JSON file to set plans from, or the name of the plan to remove')
      .option('--from <date>', 'payouts from this day, YYYY-MM-DD')
      .option('--to <date>', 'payouts up to this day')
      .option('--json', 'reply as one JSON document')
      .action((path: string, action: string, what: string | undefined, options: IncentiveOptions) =>
        withWorkspace(path, async (session) => {
          switch (action) {
            case 'list':
              return list(session, terminal, options);
            case 'payouts':
              return payouts(session, terminal, options);
            case 'set':
              return set(session, terminal, named(what, 'incentive set takes a JSON file.'), options);
            case 'remove':
              return remove(session, terminal, named(what, 'incentive remove takes a plan.'), options);
            default:
              throw new BadArgument(`incentive takes set, list, remove or payouts, not ${action}.`);
          }
        }),
      );
  },
};

function named(what: string | undefined, problem: string): string {
  if (what === undefined) throw new BadArgument(problem);
  return what;
}

/** A file holds one plan or a list of them; each takes the place of the one of its name. All of them go in, or none. */
async function set(
  session: WorkspaceSession,
  terminal: Terminal,
  file: string,
  { json }: JsonOption,
): Promise<void> {
  const plans = await readPlanFile(file);
  const [first] = plans;
  const known = readPlans(session.connection);
  const stored = session.change(
    { code: 'incentivePlan', parameters: { name: first?.name ?? '' } },
    (recorder) =>
      plans.map((plan) => {
        const id = known.find(({ name }) => name === plan.name)?.id ?? null;
        return writePlan(session.connection, recorder, id, plan);
      }),
  );
  if (json) writeJson(terminal, { plans: stored });
  else for (const { name } of stored) terminal.stdout.write(`The plan ${name} is set.\n`);
}

async function readPlanFile(file: string): Promise<readonly IncentivePlan[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new QuotabenchError('sourceUnreadable', { file, detail: error.code ?? error.message });
  });
  const written = parsed(text, file);
  return (Array.isArray(written) ? written : [written]).map(readWrittenPlan);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new QuotabenchError('planFileNotJson', { file });
  }
}

function remove(session: WorkspaceSession, terminal: Terminal, name: string, { json }: JsonOption): void {
  const plan = readPlans(session.connection).find((candidate) => candidate.name === name);
  if (plan === undefined) throw new QuotabenchError('planMissing', { plan: name });
  removePlan(session, plan.id);
  if (json) writeJson(terminal, { removed: name });
  else terminal.stdout.write(`The plan ${name} is removed.\n`);
}

function list(session: WorkspaceSession, terminal: Terminal, { json }: JsonOption): void {
  const plans = readPlans(session.connection);
  if (json) {
    writeJson(terminal, { plans });
    return;
  }
  const format = localeFormat('en-GB', session.options.currency);
  writeTable(
    terminal,
    ['Plan', 'For', 'Pays by', 'Base rate', 'Tiers', 'Cap', 'Draw'],
    plans.map((plan) => [
      plan.name,
      plan.scope === 'all' ? 'all' : plan.names.join(', '),
      plan.payoutPeriod,
      format.percent(plan.baseRate, 4),
      plan.tiers.map(({ from, rate }) => `${format.percent(from)}: ${format.percent(rate, 4)}`).join(', '),
      format.money(plan.cap, 0),
      format.money(plan.draw?.amount ?? null, 0),
    ]),
  );
}

function payouts(session: WorkspaceSession, terminal: Terminal, options: IncentiveOptions): void {
  const rows = payoutRows(new KpiReader(session).measures, periodOf(options, session.info()));
  if (options.json) {
    writeJson(terminal, { payouts: rows });
    return;
  }
  const format = localeFormat('en-GB', session.options.currency);
  for (const { rep, period, payout, steps, baseRate } of rows) {
    terminal.stdout.write(`${rep}, ${format.period(period)}: ${format.money(payout, 0)}\n`);
    for (const step of steps) {
      const { key, parameters } = stepWords(step, baseRate, format);
      terminal.stdout.write(`  ${incentiveText(key, 'en', parameters)}\n`);
    }
  }
}
