import { localeFormat } from '@shared/format/locale-format';
import {
  type CohortMeasure,
  type CohortStep,
  cohortMeasures,
  cohortSteps,
} from '@shared/kpi/retention/cohort-table';
import { type RetentionReport, retentionReport } from '@shared/kpi/retention/retention-report';
import { dateOfDayNumber } from '@shared/model/calendar-date';
import { Option } from 'commander';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import { type Command, type JsonOption, withWorkspace } from '../command';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface RetentionOptions extends JsonOption, PeriodOptions {
  readonly step: CohortStep;
  readonly measure?: CohortMeasure;
  readonly by?: 'segment';
}

export const retentionCommand: Command = {
  register: (program, terminal) => {
    program
      .command('retention')
      .description('cohorts of customers, and how long customers stay (Kaplan-Meier)')
      .argument('<workspace>')
      .option('--to <date>', 'last day, inclusive')
      .addOption(new Option('--step <step>', 'length of a step').choices(cohortSteps).default('month'))
      .addOption(new Option('--measure <measure>', 'what is told of a cohort').choices(cohortMeasures))
      .addOption(new Option('--by <dimension>', 'a curve for each part').choices(['segment']))
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: RetentionOptions) =>
        withWorkspace(path, (session) => {
          const range = periodOf(options, session.info());
          const source = new KpiReader(session).measures;
          const report = retentionReport(
            { source, range, by: options.by ?? null, filter: {} },
            { step: options.step, measure: options.measure ?? null },
          );
          if (options.json) writeJson(terminal, { ...report, asOf: dateOfDayNumber(report.asOf) });
          else writeReport(terminal, report);
        }),
      );
  },
};

function writeReport(terminal: Terminal, { cohorts, curves, asOf }: RetentionReport): void {
  const format = localeFormat('en-GB', 'NOK');
  terminal.stdout.write(`Customers up to ${format.date(dateOfDayNumber(asOf))}\n`);
  const steps = cohorts.total.map((_, index) => `+${index}`);
  const rows = cohorts.cohorts.map(({ key, customers, cells }) => [
    key,
    format.number(customers),
    ...cells.map(({ value }) => format.percent(value)),
  ]);
  writeTable(terminal, ['Started', 'Customers', ...steps], rows);
  terminal.stdout.write('\n');
  writeTable(
    terminal,
    ['Customers', 'Number', 'Lost', 'Half lost after days'],
    curves.map(({ key, customers, lost, median }) => [
      key === '' ? 'all' : key,
      format.number(customers),
      format.number(lost),
      format.number(median),
    ]),
  );
}
