import type { AttainmentForecast } from '@shared/forecast/attainment-forecast';
import type { Accuracy } from '@shared/forecast/backtest';
import type { Outlook, ProgressForecast } from '@shared/forecast/progress-forecast';
import { type LocaleFormat, localeFormat } from '@shared/format/locale-format';
import { readAttainmentForecast } from '../../main/database/forecast/read-attainment';
import { readProgressForecast } from '../../main/database/forecast/read-progress';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import { type Command, type JsonOption, withWorkspace } from '../command';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface ForecastOptions extends JsonOption, PeriodOptions {
  readonly rep?: readonly string[];
  readonly team?: readonly string[];
}

const methods: Readonly<Record<NonNullable<ProgressForecast['model']>['method'], string>> = {
  holt_winters: 'Holt-Winters',
  seasonal_growth: 'last year’s month times the growth since, as there is less than two years of history',
  exponential_smoothing: 'exponential smoothing, as there is less than 15 months of history',
};

export const forecastCommand: Command = {
  register: (program, terminal) => {
    program
      .command('forecast')
      .description('how revenue will go until the fiscal year’s end, and what quotas will come to')
      .argument('<workspace>')
      .option('--from <date>', 'first day of the quotas’ period, YYYY-MM-DD; the open quarter when left out')
      .option('--to <date>', 'its last day, inclusive')
      .option('--team <name...>', 'of these teams alone')
      .option('--rep <name...>', 'of these reps alone')
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: ForecastOptions) =>
        withWorkspace(path, (session) => {
          const info = session.info();
          const kpis = new KpiReader(session);
          const { team, rep } = options;
          const filter = { ...(team ? { team } : {}), ...(rep ? { rep } : {}) };
          const progress = readProgressForecast(kpis, filter);
          const attainment = readAttainmentForecast(session.connection, kpis, {
            ...periodOf(options, info),
            filter,
          });
          if (options.json) return writeJson(terminal, { progress, attainment });
          const format = localeFormat('en-GB', info.options.currency);
          if (progress === null) terminal.stdout.write('No revenue to forecast.\n');
          else writeProgress(terminal, progress, format);
          if (attainment !== null) writeAttainment(terminal, attainment, format);
        }),
      );
  },
};

function writeProgress(terminal: Terminal, forecast: ProgressForecast, format: LocaleFormat): void {
  const { model, runRate, backtest, yearEnd, openMonth } = forecast;
  const money = (value: number | null): string => format.kpi(value, 'money');
  const between = (outlook: Outlook | null): string =>
    outlook === null ? '–' : `${money(outlook.low)} to ${money(outlook.high)}`;
  writeTable(
    terminal,
    [
      'Month',
      'Revenue',
      'Over month before',
      'Over last year',
      'Seasonal index',
      'Target',
      'Forecast',
      '80 % interval',
    ],
    forecast.months.map((month) => [
      month.key === openMonth ? `${month.key} (open)` : month.key,
      money(month.actual),
      format.kpi(month.growth, 'percent'),
      format.kpi(month.yearGrowth, 'percent'),
      format.number(month.seasonalIndex, 2),
      money(month.target),
      money(month.forecast?.value ?? null),
      between(month.forecast),
    ]),
  );
  const lines = [
    yearEnd &&
      `Year: ${money(yearEnd.outlook.value)} (${between(yearEnd.outlook)})${yearTarget(yearEnd, format)}`,
    runRate &&
      `Run rate of ${openMonth}: ${money(runRate.value)} (${runRate.daysDone} of ${runRate.days} working days)`,
    model
      ? `Forecast by ${methods[model.method]}${model.seasonality ? `, ${model.seasonality}` : ''}; ${model.months} complete months`
      : 'No forecast: there are fewer than four complete months',
    backtest
      ? `Over ${backtest.forecasts} earlier forecasts: ${accuracy(backtest.model, format)}; as last year: ${accuracy(backtest.naive, format)}`
      : model && 'There are too few months to try the forecast on earlier ones',
  ];
  terminal.stdout.write(`${lines.filter((line) => line !== null).join('.\n')}.\n`);
}

function yearTarget(
  { target, chance }: NonNullable<ProgressForecast['yearEnd']>,
  format: LocaleFormat,
): string {
  if (target === null) return '';
  return `, target ${format.kpi(target, 'money')}, reached with ${format.kpi(chance, 'percent')}`;
}

function accuracy({ mape, mase }: Accuracy, format: LocaleFormat): string {
  return `MAPE ${format.kpi(mape, 'percent')}, MASE ${format.number(mase, 2)}`;
}

function writeAttainment(terminal: Terminal, forecast: AttainmentForecast, format: LocaleFormat): void {
  const money = (value: number | null): string => format.kpi(value, 'money');
  const percent = (value: number | null): string => format.kpi(value, 'percent');
  terminal.stdout.write(
    `\nQuotas ${format.date(forecast.from)} to ${format.date(forecast.to)}, as of ${format.date(forecast.asOf)}\n`,
  );
  writeTable(
    terminal,
    [
      'Rep',
      'Quota',
      'Booked',
      'From open deals',
      'From new deals',
      'Forecast',
      'Attainment',
      '80 % interval',
      'Chance',
    ],
    [forecast.total, ...forecast.rows].map((row, index) => [
      index === 0 ? 'all' : `  ${row.key || 'none'}`,
      money(row.quota),
      money(row.booked),
      money(row.expected),
      money(row.expectedNew),
      money(row.forecast),
      percent(row.attainment),
      row.attainment === null ? '–' : `${percent(row.attainmentLow)} to ${percent(row.attainmentHigh)}`,
      percent(row.chance),
    ]),
  );
}
