import { kpiOf } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import { isAdditive } from '@shared/kpi/formula';
import { quantile } from '@shared/kpi/quantile';
import type { DateRange } from '@shared/model/calendar-date';
import { rangeYearBefore } from '@shared/model/period';
import type { ScopeOfTarget } from '@shared/model/target';
import { bestOf, type GoalEvidence, historyRange } from '@shared/planning/goal-evidence';
import type { KpiReader } from '../kpi/kpi-reader';

/**
 * What a goal of a KPI for a scope and a period stands on; null where the KPI cannot be told for the scope, or there is no past.
 * @throws QuotabenchError `unknownKpi`.
 */
export function readGoalEvidence(
  kpis: KpiReader,
  {
    kpi: id,
    scope,
    range,
  }: { readonly kpi: string; readonly scope: ScopeOfTarget; readonly range: DateRange },
): GoalEvidence | null {
  const kpi = kpiOf(kpis.catalogue, id);
  const history = historyRange(range, kpis.measures.daysOfData());
  const known = scope.kind === 'all' || kpi.dimensions.includes(scope.kind);
  if (history === null || !known || kpi.isFitted) return null;
  const filter: KpiFilter = scope.kind === 'all' ? {} : { [scope.kind]: [scope.key] };
  const [past] = kpis.evaluate({ ...history, kpis: [id], by: 'month', filter });
  const [before] = kpis.evaluate({ ...rangeYearBefore(range), kpis: [id], filter });
  const months = (past?.rows ?? []).flatMap(({ value }) => value ?? []);
  const whole = past?.value ?? null;
  return {
    goalRange: range,
    range: history,
    usual: whole === null || !isAdditive(kpi) ? whole : whole / (past?.rows.length ?? 1),
    best: bestOf(months, kpi.direction),
    median: quantile(
      months.map((value) => ({ value, count: 1 })),
      0.5,
    ),
    yearBefore: before?.value ?? null,
    benchmark: kpis.benchmark(kpi, range.to),
  };
}
