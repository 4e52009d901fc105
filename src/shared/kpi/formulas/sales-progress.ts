import { addMonths, type DateRange, firstOfMonth, lastOfMonth } from '../../model/calendar-date';
import { periodKeyOf, periodRange } from '../../model/period';
import { type Figure, type Figures, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { type Column, hasData, keysOf, readColumns } from '../measure-column';
import { targetScopeOf } from '../target-scope';

export type ProgressBasis = 'mom' | 'yoy' | 'target' | 'ytd';

/**
 * Revenue of the period's last month against something else: its growth over the month before (`mom`) or over the same month a year
 * before (`yoy`); its share of the month's revenue target (`target`); or revenue from the fiscal year's start to the month's end as
 * a share of the target for that stretch (`ytd`).
 */
export function monthlySalesProgress(basis: ProgressBasis): (scope: Scope) => Figures {
  return (scope) => {
    const month = monthAround(scope.range.to);
    switch (basis) {
      case 'mom':
        return growth(scope, month, monthAround(addMonths(month.from, -1)));
      case 'yoy':
        return growth(scope, month, monthAround(addMonths(month.from, -12)));
      case 'target':
        return againstTarget(scope, month);
      case 'ytd':
        return againstTarget(scope, { from: fiscalYearStartOf(month.from, scope), to: month.to });
    }
  };
}

function monthAround(day: string): DateRange {
  return { from: firstOfMonth(day), to: lastOfMonth(day) };
}

function fiscalYearStartOf(day: string, { source }: Scope): string {
  const { fiscalYearStart } = source.options;
  return periodRange(periodKeyOf(day, 'fiscal_year', fiscalYearStart), fiscalYearStart)?.from ?? day;
}

function growth(scope: Scope, month: DateRange, earlier: DateRange): Figures {
  const now = revenueIn(scope, month);
  const then = revenueIn(scope, earlier);
  const figures = keysFor(scope, now, then).map((key): [string, Figure] => {
    if (!hasData('revenue', scope.source)) return [key, ratioFigure(null, null)];
    const before = then.get(key) ?? 0;
    return [key, ratioFigure((now.get(key) ?? 0) - before, before)];
  });
  return new Map(figures);
}

function againstTarget(scope: Scope, range: DateRange): Figures {
  const revenue = revenueIn(scope, range);
  const nothing = hasData('revenue', scope.source) ? 0 : null;
  const figures = keysFor(scope, revenue).map((key): [string, Figure] => {
    const owner = targetScopeOf(scope, key);
    const target = owner === null ? null : scope.source.target('revenue', owner, range);
    return [key, ratioFigure(revenue.get(key) ?? nothing, target)];
  });
  return new Map(figures);
}

function revenueIn(scope: Scope, range: DateRange): Column {
  return readColumns({ ...scope, range }, ['revenue'])('revenue');
}

function keysFor(scope: Scope, ...columns: readonly Column[]): readonly string[] {
  return scope.by === null ? [''] : keysOf(...columns);
}
