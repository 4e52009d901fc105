import { localeFormat } from '@shared/format/locale-format';
import { type LifetimeReport, lifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import { type Command, type JsonOption, withWorkspace } from '../command';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson, writeTable } from '../terminal';

export const lifetimeCommand: Command = {
  register: (program, terminal) => {
    program
      .command('lifetime')
      .description(
        'the models behind the predicted lifetime value: parameters, fit, and a check on time held out',
      )
      .argument('<workspace>')
      .option('--to <date>', 'last day, inclusive')
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: JsonOption & PeriodOptions) =>
        withWorkspace(path, (session) => {
          const range = periodOf(options, session.info());
          const source = new KpiReader(session).measures;
          const report = lifetimeReport({ source, range, by: null, filter: {} });
          if (options.json) writeJson(terminal, report);
          else writeReport(terminal, report);
        }),
      );
  },
};

function writeReport(
  terminal: Terminal,
  { customers, repeating, fit, frequency, holdOut }: LifetimeReport,
): void {
  const format = localeFormat('en-GB', 'NOK');
  terminal.stdout.write(
    `${format.number(customers)} customers, ${format.number(repeating)} have bought again\n`,
  );
  if (fit.kind !== 'fitted') {
    terminal.stdout.write('The data are too thin for a prediction, or the models do not fit them.\n');
    return;
  }
  const { buying, spending } = fit.model;
  const parameters = { ...buying, ...spending };
  writeTable(
    terminal,
    ['Parameter', 'Value'],
    Object.entries(parameters).map(([name, value]) => [name, format.number(value, 3)]),
  );
  terminal.stdout.write('\n');
  writeTable(
    terminal,
    ['Repeats', 'Customers', 'Expected'],
    frequency.map(({ from, to, actual, expected }) => [
      to === null ? `${from}+` : from === to ? String(from) : `${from}-${to}`,
      format.number(actual),
      format.number(expected, 1),
    ]),
  );
  if (holdOut === null || holdOut.expected === null) return;
  terminal.stdout.write(
    `\nFitted up to ${format.date(holdOut.split)}: ${format.number(holdOut.expected, 0)} purchases expected after it, ${format.number(holdOut.actual)} in fact\n`,
  );
}
