import { localeFormat } from '@shared/format/locale-format';
import type { KpiResult } from '@shared/ipc/kpi';
import { unitBeside } from '@shared/kpi/beside-unit';
import { kpiDimensions } from '@shared/kpi/declaration';
import names from '@shared/language/en/kpis.json';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { withComparison } from '../compared-rows';
import { kpiDimensionOf } from '../kpi-dimension';
import { type OwnKpiAction, type OwnKpiOptions, ownKpiActions, runOwnKpiAction } from '../own-kpis';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface KpiOptions extends JsonOption, PeriodOptions, OwnKpiOptions {
  readonly kpi?: readonly string[];
  readonly by?: string;
  readonly basis?: string;
}

export const kpiCommand: Command = {
  register: (program, terminal) => {
    program
      .command('kpi')
      .description('KPIs of a period, as a whole or by a dimension')
      .argument('<workspace>')
      .argument('[action]', `for KPIs of your own: ${ownKpiActions.join(', ')}`)
      .argument('[what]', 'a JSON file to define them from, or the id of one')
      .option('--kpi <id...>', 'which KPIs; all when left out')
      .option('--from <date>', 'first day, YYYY-MM-DD')
      .option('--to <date>', 'last day, inclusive')
      .option('--by <dimension>', `one of ${kpiDimensions.join(', ')}`)
      .option('--basis <id>', 'how to reckon a KPI that can be reckoned in several ways')
      .option('--with-uses', 'delete one of your own with its targets and from the dashboards')
      .option('--json', 'reply as one JSON document')
      .action((path: string, action: string | undefined, what: string | undefined, options: KpiOptions) =>
        withWorkspace(path, (session) => {
          if (action !== undefined) {
            return runOwnKpiAction(actionOf(action), what, { session, terminal, options });
          }
          const info = session.info();
          const by = options.by === undefined ? undefined : kpiDimensionOf(options.by);
          const kpis = new KpiReader(session).evaluate({
            ...periodOf(options, info),
            ...(options.kpi ? { kpis: options.kpi } : {}),
            ...(by ? { by } : {}),
            ...(options.basis ? { basis: options.basis } : {}),
          });
          if (options.json) writeJson(terminal, { kpis: kpis.map(withComparison) });
          else writeKpis(terminal, kpis, info.options.currency);
          return undefined;
        }),
      );
  },
};

function actionOf(word: string): OwnKpiAction {
  const found = ownKpiActions.find((action) => action === word);
  if (found === undefined) throw new BadArgument(`kpi takes ${ownKpiActions.join(', ')}, not ${word}.`);
  return found;
}

function writeKpis(terminal: Terminal, kpis: readonly KpiResult[], currency: string): void {
  const format = localeFormat('en-GB', currency);
  const besides = kpis.length === 1 ? [...new Set(kpis.flatMap(idsBeside))] : [];
  const rows = kpis.flatMap((kpi) =>
    [{ ...kpi, key: '' }, ...kpi.rows].map(({ key, value, target, status, beside }) => [
      key === '' ? kpi.id : `  ${key}`,
      format.kpi(value, kpi.unit),
      format.kpi(target, kpi.unit),
      status === 'none' ? '' : status,
      ...besides.map((id) => format.kpi(beside?.[id] ?? null, unitBeside(id, kpi.unit))),
    ]),
  );
  const [first] = kpis;
  if (first) terminal.stdout.write(`${format.date(first.from)} to ${format.date(first.to)}\n`);
  writeTable(terminal, ['KPI', 'Value', 'Target', 'Status', ...besides.map(nameBeside)], rows);
}

function idsBeside({ beside, rows }: KpiResult): readonly string[] {
  return [{ beside }, ...rows].flatMap((row) => Object.keys(row.beside ?? {}));
}

function nameBeside(id: string): string {
  return Object.entries(names).find(([key]) => key === `beside.${id}`)?.[1] ?? id;
}
