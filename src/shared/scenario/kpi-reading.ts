import type { ScenarioEvaluator } from './evaluate-scenario';
import type { Adjustment } from './scenario';

/** What one KPI comes to under adjustments; null where it has no value. */
export type KpiReading = (adjustments: readonly Adjustment[]) => number | null;

export function kpiReading(evaluator: ScenarioEvaluator, kpi: string): KpiReading {
  return (adjustments) => evaluator.evaluate(adjustments).kpis.find(({ id }) => id === kpi)?.value ?? null;
}
