import { type ScenarioEvaluator, scenarioKpis } from '../evaluate-scenario';
import { leverDeclarations } from '../lever';
import type { SimulationModel } from './simulation';

/** The KPIs that add up over the months, and the measure of the cube that each is the sum of. */
const monthlyKpis = [
  { kpi: 'revenue', measure: 'revenue' },
  { kpi: 'bookings', measure: 'wonAmount' },
] as const;

/** The KPIs that some lever moves; the others are alike in every run. */
const movable = new Set(Object.values(leverDeclarations).flatMap(({ moves }) => moves));

/** What a simulation reads of the scenarios of one base. */
export function evaluatorModel(evaluator: ScenarioEvaluator): SimulationModel {
  const { buckets, range } = evaluator.cube;
  const own = buckets.flatMap(({ from, to }, index) => (from >= range.from && to <= range.to ? [index] : []));
  const base = evaluator.evaluate([]).kpis;
  const kpis = scenarioKpis.filter(
    (id) => movable.has(id) && base.some((kpi) => kpi.id === id && kpi.base !== null),
  );
  const monthly = monthlyKpis.filter(({ kpi }) => kpis.includes(kpi));
  const measures = monthly.map(({ measure }) => measure);
  return {
    kpis,
    monthly: monthly.map(({ kpi }) => kpi),
    months: own.length,
    read: (adjustments, values, months) => {
      const outcome = new Map(evaluator.evaluate(adjustments).kpis.map(({ id, value }) => [id, value]));
      for (const [place, id] of kpis.entries()) values[place] = outcome.get(id) ?? Number.NaN;
      const columns = evaluator.monthly(adjustments, measures);
      for (const [place, column] of columns.entries()) {
        for (const [month, bucket] of own.entries()) months[place * own.length + month] = column[bucket] ?? 0;
      }
    },
  };
}
