import { localeFormat } from '@shared/format/locale-format';
import { readKpiCatalogue } from '../../main/database/kpi/kpi-catalogue';
import { readTargets, writeTarget } from '../../main/database/kpi/targets';
import type { WorkspaceSession } from '../../main/workspace/workspace-session';
import { amountOf } from '../amount';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface TargetOptions extends JsonOption {
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
      .argument('[value]', 'the target; 0.6 or 60% for 60 per cent')
      .option('--period <period>', 'such as 2026, 2026-Q1 or 2026-03; every period when left out')
      .option('--rep <name>', 'for one rep')
      .option('--team <name>', 'for one team')
      .option('--product <name>', 'for one product')
      .option('--segment <name>', 'for one customer segment')
      .option('--amber <limit>', 'where amber begins')
      .option('--red <limit>', 'where red begins')
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
  const target = session.change({ code: 'target', parameters: { kpi } }, (recorder) =>
    writeTarget(session.connection, recorder, {
      kpi,
      scopeKind,
      scopeKey: scopeKind === 'all' ? '' : (options[scopeKind] ?? ''),
      period: options.period ?? '',
      value: amountOf(value, 'The target'),
      amber: options.amber === undefined ? null : amountOf(options.amber, '--amber'),
      red: options.red === undefined ? null : amountOf(options.red, '--red'),
    }),
  );
  if (options.json) writeJson(terminal, { target });
  else terminal.stdout.write(`The target of ${kpi} is ${target.value}.\n`);
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
