import { localeFormat } from '@shared/format/locale-format';
import type { KpiResult } from '@shared/ipc/kpi';
import { kpiDimensions } from '@shared/kpi/declaration';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import { type Command, type JsonOption, withWorkspace } from '../command';
import { kpiDimensionOf } from '../kpi-dimension';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface KpiOptions extends JsonOption, PeriodOptions {
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
      .option('--kpi <id...>', 'which KPIs; all when left out')
      .option('--from <date>', 'first day, YYYY-MM-DD')
      .option('--to <date>', 'last day, inclusive')
      .option('--by <dimension>', `one of ${kpiDimensions.join(', ')}`)
      .option('--basis <id>', 'how to reckon a KPI that can be reckoned in several ways')
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: KpiOptions) =>
        withWorkspace(path, (session) => {
          const info = session.info();
          const by = options.by === undefined ? undefined : kpiDimensionOf(options.by);
          const kpis = new KpiReader(session).evaluate({
            ...periodOf(options, info),
            ...(options.kpi ? { kpis: options.kpi } : {}),
            ...(by ? { by } : {}),
            ...(options.basis ? { basis: options.basis } : {}),
          });
          if (options.json) writeJson(terminal, { kpis });
          else writeKpis(terminal, kpis, info.options.currency);
        }),
      );
  },
};

function writeKpis(terminal: Terminal, kpis: readonly KpiResult[], currency: string): void {
  const format = localeFormat('en-GB', currency);
  const rows = kpis.flatMap((kpi) =>
    [{ ...kpi, key: '' }, ...kpi.rows].map(({ key, value, target, status }) => [
      key === '' ? kpi.id : `  ${key}`,
      format.kpi(value, kpi.unit),
      format.kpi(target, kpi.unit),
      status === 'none' ? '' : status,
    ]),
  );
  const [first] = kpis;
  if (first) terminal.stdout.write(`${format.date(first.from)} to ${format.date(first.to)}\n`);
  writeTable(terminal, ['KPI', 'Value', 'Target', 'Status'], rows);
}
