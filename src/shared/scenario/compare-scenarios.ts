import { builtInKpis } from '../kpi/catalogue';
import type { ScenarioEvaluator } from './evaluate-scenario';
import type { Adjustment, Scenario } from './scenario';
import { adjustmentsOf } from './scenario-chain';

export interface ComparedKpi {
  readonly id: string;
  /** The base's, then each scenario's. */
  readonly values: readonly (number | null)[];
  /** Place of the one best value in the direction that is good; null where there is none, or several. */
  readonly best: number | null;
}

/**
 * Base and scenarios side by side: the KPIs in which any of them differ, all evaluated over the same base.
 * @param names which scenarios, in the order of the columns. @param shown the one on the screen, newer than what is stored.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`.
 */
export function compareScenarios(
  evaluator: ScenarioEvaluator,
  names: readonly string[],
  shown: { readonly name: string; readonly adjustments: readonly Adjustment[] },
  stored: readonly Scenario[],
): readonly ComparedKpi[] {
  const outcomes = names.map((name) => {
    const scenario = stored.find((candidate) => candidate.name === name);
    const own =
      name === shown.name || scenario === undefined ? shown.adjustments : adjustmentsOf(scenario, stored);
    return evaluator.evaluate(own).kpis;
  });
  const [base = evaluator.evaluate([]).kpis] = outcomes;
  return base.flatMap(({ id, base: before }, place): ComparedKpi[] => {
    const values = [before, ...outcomes.map((kpis) => kpis[place]?.value ?? null)];
    return values.every((value) => value === before) ? [] : [{ id, values, best: bestOf(id, values) }];
  });
}

function bestOf(id: string, values: readonly (number | null)[]): number | null {
  // Only built-in KPIs differ between scenarios.
  const direction = builtInKpis.find((kpi) => kpi.id === id)?.direction ?? 'near';
  const known = values.flatMap((value) => value ?? []);
  if (direction === 'near' || known.length === 0) return null;
  const best = direction === 'up' ? Math.max(...known) : Math.min(...known);
  const places = values.flatMap((value, place) => (value === best ? [place] : []));
  return places.length === 1 ? (places[0] ?? null) : null;
}
