import { scenarioKpis } from '../cube-answers';
import type { ScenarioEvaluator } from '../evaluate-scenario';
import { leverDeclarations } from '../lever';
import type { PreparedScenario } from '../prepared-scenario';
import type { Adjustment } from '../scenario';
import type { SimulationModel } from './simulation';

/** The KPIs that add up over the months, and the measure of the cube that each is the sum of. */
const monthlyKpis = [
  { kpi: 'revenue', measure: 'revenue' },
  { kpi: 'bookings', measure: 'wonAmount' },
] as const;

/** The KPIs that some lever moves; the others are alike in every run. */
const movable = new Set(
  Object.values(leverDeclarations).flatMap(({ moves, movesWithoutOrders = [] }) => [
    ...moves,
    ...movesWithoutOrders,
  ]),
);

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
  let prepared: { readonly adjustments: readonly Adjustment[]; readonly scenario: PreparedScenario } | null =
    null;
  return {
    kpis,
    monthly: monthly.map(({ kpi }) => kpi),
    months: own.length,
    read: (adjustments, values, months) => {
      // The runs of a simulation write their numbers into the same adjustments.
      if (prepared?.adjustments !== adjustments) {
        prepared = { adjustments, scenario: evaluator.prepare(adjustments, kpis) };
      }
      const { scenario } = prepared;
      scenario.run();
      values.set(scenario.kpis);
      for (let place = 0; place < measures.length; place += 1) {
        const measure = measures[place];
        if (measure === undefined) continue;
        const column = scenario.monthly(measure);
        for (let month = 0; month < own.length; month += 1) {
          months[place * own.length + month] = column[own[month] ?? 0] ?? 0;
        }
      }
    },
  };
}
