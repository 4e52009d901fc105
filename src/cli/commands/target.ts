import { localeFormat } from '@shared/format/locale-format';
import type { Target } from '@shared/ipc/kpi';
import { parsePeriod, periodRange } from '@shared/model/period';
import { spreadOvers, spreadWays } from '@shared/planning/spread-weights';
import { readKpiCatalogue } from '../../main/database/kpi/kpi-catalogue';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import { readTargets, writeTarget } from '../../main/database/kpi/targets';
import type { WorkspaceSession } from '../../main/workspace/workspace-session';
import { amountOf } from '../amount';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { type SpreadOptions, spreadTargets } from '../target-spread';
import { targetValueOf } from '../target-value';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface TargetOptions extends JsonOption, SpreadOptions {
  readonly period?: string;
  readonly rep?: string;
  readonly team?: string;
  readonly product?: string;
  readonly segment?: string;
  readonly amber?: string;
  readonly red?: string;
}

export const targetCommand: Command = {
  register: (program, terminal) => {
    program
      .command('target')
      .description('set the target of a KPI, or list the targets')
      .argument('<workspace>')
      .argument('<action>', 'set or list')
      .argument('[kpi]', 'the KPI to set a target for')
      .argument('[value]', 'the target; 0.6 or 60% for 60 per cent; benchmark, or last-year+5%')
      .option('--period <period>', 'such as 2026, 2026-Q1 or 2026-03; every period when left out')
      .option('--rep <name>', 'for one rep')
      .option('--team <name>', 'for one team')
      .option('--product <name>', 'for one product')
      .option('--segment <name>', 'for one customer segment')
      .option('--amber <limit>', 'where amber begins')
      .option('--red <limit>', 'where red begins')
      .option('--spread <way>', `give the target out to parts: ${spreadWays.join(', ')}`)
      .option('--over <parts>', `what it is spread over: ${spreadOvers.join(', ')}`)
      .option('--unit <amount>', 'what the parts are whole multiples of; 1 when left out')
      .option('--json', 'reply as one JSON document')
      .action(
        (
          path: string,
          action: string,
          kpi: string | undefined,
          value: string | undefined,
          options: TargetOptions,
        ) =>
          withWorkspace(path, (session) => {
            if (action === 'list') return list(session, terminal, options);
            if (action !== 'set') throw new BadArgument(`target takes set or list, not ${action}.`);
            if (kpi === undefined || value === undefined)
              throw new BadArgument('target set takes a KPI and a value.');
            return set(session, terminal, kpi, value, options);
          }),
      );
  },
};

const scopes = ['rep', 'team', 'product', 'segment'] as const;

function set(
  session: WorkspaceSession,
  terminal: Terminal,
  kpi: string,
  value: string,
  options: TargetOptions,
): void {
  const named = scopes.filter((scope) => options[scope] !== undefined);
  if (named.length > 1)
    throw new BadArgument(`A target is for one of ${named.map((scope) => `--${scope}`).join(' or ')}.`);
  const [scopeKind = 'all'] = named;
  const scopeKey = scopeKind === 'all' ? '' : (options[scopeKind] ?? '');
  const kpis = new KpiReader(session);
  const period = options.period === undefined ? '' : (parsePeriod(options.period) ?? options.period);
  const range = period === '' ? null : periodRange(period, session.options.fiscalYearStart);
  const whole: Omit<Target, 'id'> = {
    kpi,
    scopeKind,
    scopeKey,
    period,
    value: targetValueOf(value, { kpi, scope: { kind: scopeKind, key: scopeKey }, range }, kpis),
    amber: options.amber === undefined ? null : amountOf(options.amber, '--amber'),
    red: options.red === undefined ? null : amountOf(options.red, '--red'),
  };
  const isSpread = options.spread !== undefined || options.over !== undefined;
  const parts = isSpread ? spreadTargets(whole, range, options, kpis) : [];
  const [target, ...spread] = session.change({ code: 'target', parameters: { kpi } }, (recorder) =>
    [whole, ...parts].map((each) => writeTarget(session.connection, recorder, each)),
  );
  if (options.json) {
    writeJson(terminal, isSpread ? { target, parts: spread } : { target });
    return;
  }
  terminal.stdout.write(`The target of ${kpi} is ${whole.value}.\n`);
  for (const part of spread)
    terminal.stdout.write(`  ${part.scopeKey === scopeKey ? part.period : part.scopeKey}: ${part.value}\n`);
}

function list(session: WorkspaceSession, terminal: Terminal, { json }: JsonOption): void {
  const targets = readTargets(session.connection);
  if (json) {
    writeJson(terminal, { targets });
    return;
  }
  const format = localeFormat('en-GB', session.options.currency);
  const catalogue = readKpiCatalogue(session.connection);
  writeTable(
    terminal,
    ['KPI', 'For', 'Period', 'Target', 'Amber', 'Red'],
    targets.map(({ kpi, scopeKind, scopeKey, period, value, amber, red }) => {
      const unit = catalogue.find(({ id }) => id === kpi)?.unit ?? 'number';
      const scope = scopeKind === 'all' ? 'all' : `${scopeKind} ${scopeKey}`;
      return [
        kpi,
        scope,
        period || 'every',
        format.kpi(value, unit),
        format.kpi(amber, unit),
        format.kpi(red, unit),
      ];
    }),
  );
}
