import { kpiOf } from '@shared/kpi/catalogue';
import type { DateRange } from '@shared/model/calendar-date';
import { rangeYearBefore } from '@shared/model/period';
import type { ScopeOfTarget } from '@shared/model/target';
import type { KpiReader } from '../main/database/kpi/kpi-reader';
import { amountOf } from './amount';
import { BadArgument } from './command';

export interface TargetQuestion {
  readonly kpi: string;
  readonly scope: ScopeOfTarget;
  /** Null for every period. */
  readonly range: DateRange | null;
}

const lastYear = /^last-year\s*(?:([+-])\s*(.+))?$/;

/**
 * A target as it is written on the command line: a number, `benchmark`, or `last-year+5%` for the result of the same period a year
 * before and so much more.
 * @throws BadArgument for what is none of these, or where there is nothing to take it from; QuotabenchError `unknownKpi`.
 */
export function targetValueOf(text: string, question: TargetQuestion, kpis: KpiReader): number {
  const { kpi, scope, range } = question;
  const declared = kpiOf(kpis.catalogue, kpi);
  if (text === 'benchmark') {
    const found = kpis.benchmark(declared, range?.to ?? '9999-12-31');
    if (found === null) throw new BadArgument(`There is no benchmark of ${kpi}.`);
    return found;
  }
  const growth = lastYear.exec(text);
  if (growth === null) return amountOf(text, 'The target');
  if (range === null) throw new BadArgument('A target from last year needs --period, such as 2026.');
  const filter = scope.kind === 'all' ? {} : { [scope.kind]: [scope.key] };
  const [before] = kpis.evaluate({ ...rangeYearBefore(range), kpis: [kpi], filter });
  if (before === undefined || before.value === null)
    throw new BadArgument(`${kpi} had no value a year before.`);
  const [, sign, share] = growth;
  const more = share === undefined ? 0 : amountOf(share.includes('%') ? share : `${share}%`, 'The growth');
  // 1.05 × an amount in cents is no number of cents; what lies beyond the digits of money is left out.
  return Number((before.value * (1 + (sign === '-' ? -more : more))).toPrecision(12));
}
