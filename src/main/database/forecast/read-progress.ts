import { forecastProgress, type ProgressForecast } from '@shared/forecast/progress-forecast';
import { kpiOf } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import { filterWithin } from '@shared/kpi/formula';
import { hasData, readColumns } from '@shared/kpi/measure-column';
import { targetScopeOf } from '@shared/kpi/target-scope';
import { addMonths, type DateRange, dateOfDayNumber, dayOf, firstOfMonth } from '@shared/model/calendar-date';
import type { KpiReader } from '../kpi/kpi-reader';

/** A month whose first sale came later than this day was not a whole one. */
const firstDayOfWholeMonth = 7;

/** The forecast of revenue, narrowed as asked; null in a workspace without any. */
export function readProgressForecast(kpis: KpiReader, filter: KpiFilter): ProgressForecast | null {
  const { measures } = kpis;
  const data = measures.daysOfData();
  if (data === null || !hasData('revenue', measures)) return null;
  const narrowed = filterWithin(kpiOf(kpis.catalogue, 'revenue'), filter);
  const first = firstSale(kpis, data, narrowed);
  if (first === null) return null;
  const from = dayOf(first) > firstDayOfWholeMonth ? addMonths(firstOfMonth(first), 1) : firstOfMonth(first);
  const [revenue] =
    from > data.to
      ? []
      : kpis.evaluate({ from, to: data.to, kpis: ['revenue'], by: 'month', filter: narrowed });
  const scope = targetScopeOf({ by: null, filter: narrowed }, '');
  return forecastProgress({
    asOf: data.to,
    fiscalYearStart: measures.options.fiscalYearStart,
    months: (revenue?.rows ?? []).map(({ key, value }) => ({ key, revenue: value ?? 0 })),
    targetOf: (range) => (scope === null ? null : measures.target('revenue', scope, range)),
  });
}

function firstSale({ measures }: KpiReader, range: DateRange, filter: KpiFilter): string | null {
  const scope = { source: measures, range, by: null, filter };
  const day = readColumns(scope, ['firstPurchase'])('firstPurchase').get('');
  return day === undefined || Number.isNaN(day) ? null : dateOfDayNumber(day);
}
