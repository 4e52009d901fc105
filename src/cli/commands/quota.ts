import { localeFormat } from '@shared/format/locale-format';
import { type QuotaMeasure, quotaMeasures } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { parsePeriod } from '@shared/model/period';
import { EntityNames } from '../../main/database/rows/entity-names';
import type { WorkspaceSession } from '../../main/workspace/workspace-session';
import { amountOf } from '../amount';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { importSources, reportImport } from '../import-sources';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface QuotaOptions extends JsonOption {
  readonly rep?: string;
  readonly team?: string;
  readonly period?: string;
  readonly measure?: string;
}

export const quotaCommand: Command = {
  register: (program, terminal) => {
    program
      .command('quota')
      .description('set, import or list quotas')
      .argument('<workspace>')
      .argument('<action>', 'set, import or list')
      .argument('[what]', 'the amount to set, or the file to import')
      .option('--rep <name>', 'the rep whose quota it is')
      .option('--team <name>', 'the team whose quota it is')
      .option('--period <period>', 'such as 2026, 2026-Q1 or 2026-03')
      .option('--measure <measure>', `one of ${quotaMeasures.join(', ')}`, 'bookings')
      .option('--json', 'reply as one JSON document')
      .action((path: string, action: string, what: string | undefined, options: QuotaOptions) =>
        withWorkspace(path, async (session) => {
          if (action === 'list') return list(session, terminal, options);
          if (action !== 'set' && action !== 'import')
            throw new BadArgument(`quota takes set, import or list, not ${action}.`);
          if (what === undefined)
            throw new BadArgument(`quota ${action} takes ${action === 'set' ? 'an amount' : 'a file'}.`);
          if (action === 'set') return set(session, terminal, what, options);
          reportImport(
            terminal,
            await importSources(session, terminal, [what], { as: 'quotas' }),
            options.json === true,
          );
        }),
      );
  },
};

function set(session: WorkspaceSession, terminal: Terminal, amount: string, options: QuotaOptions): void {
  const { rep, team, measure } = options;
  if ((rep === undefined) === (team === undefined))
    throw new BadArgument('quota set takes either --rep or --team.');
  if (options.period === undefined) throw new BadArgument('quota set takes --period, such as 2026-Q1.');
  const period = parsePeriod(options.period);
  if (period === null) throw new QuotabenchError('unknownPeriod', { period: options.period });
  if (!quotaMeasures.some((known) => known === measure)) {
    throw new BadArgument(`--measure takes one of ${quotaMeasures.join(', ')}, not ${measure}.`);
  }
  const quota = {
    rep,
    team,
    period,
    measure: measure as QuotaMeasure,
    amount: amountOf(amount, 'The quota'),
  };
  if (quota.amount < 0) throw new BadArgument(`A quota is not below 0: ${amount}.`);
  store(session, quota);
  if (options.json) writeJson(terminal, { quota: { ...quota, rep: rep ?? null, team: team ?? null } });
  else terminal.stdout.write(`The quota of ${rep ?? team} for ${period} is ${quota.amount}.\n`);
}

interface Quota {
  readonly rep: string | undefined;
  readonly team: string | undefined;
  readonly period: string;
  readonly measure: QuotaMeasure;
  readonly amount: number;
}

/** In place of the one of the same owner, period and measure. */
function store(session: WorkspaceSession, { rep, team, period, measure, amount }: Quota): void {
  const { connection } = session;
  session.change({ code: 'editCell', parameters: { count: 1 } }, (recorder) => {
    const repId = rep === undefined ? null : new EntityNames(connection, recorder).findOrCreate('reps', rep);
    const owner =
      repId === null
        ? { sql: 'team = ? AND rep_id IS NULL', value: team ?? '' }
        : { sql: 'rep_id = ?', value: repId };
    const same = connection.first(`SELECT id FROM quotas WHERE ${owner.sql} AND period = ? AND measure = ?`, [
      owner.value,
      period,
      measure,
    ]);
    if (same === null)
      recorder.insert('quotas', { rep_id: repId, team: team ?? null, period, measure, amount });
    else recorder.update('quotas', same.id ?? null, { amount });
  });
}

function list(session: WorkspaceSession, terminal: Terminal, { json }: JsonOption): void {
  const rows = session.connection.rows(
    `SELECT reps.name AS rep, quotas.team, period, measure, amount
       FROM quotas LEFT JOIN reps ON reps.id = quotas.rep_id ORDER BY period, reps.name, quotas.team`,
  );
  if (json) {
    writeJson(terminal, { quotas: rows });
    return;
  }
  const format = localeFormat('en-GB', session.options.currency);
  const cells = rows.map(({ rep, team, period, measure, amount }) => [
    String(rep ?? team),
    String(period),
    String(measure),
    format.number(Number(amount)),
  ]);
  writeTable(terminal, ['Rep or team', 'Period', 'Measure', 'Quota'], cells);
}
