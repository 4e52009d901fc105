import { builtInKpis } from '../kpi/catalogue';
import type { ProductOutcome, RepOutcome, ScenarioEvaluator, ScenarioOutcome } from './evaluate-scenario';
import type { Adjustment, Scenario } from './scenario';
import { adjustmentsOf } from './scenario-chain';

/** One thing that is compared: a KPI, a rep or a product. */
export interface ComparedRow {
  /** The KPI's id, or the name. */
  readonly id: string;
  /** The base's, then each scenario's. */
  readonly values: readonly (number | null)[];
  /** Place of the one best value in the direction that is good; null where there is none, or several. */
  readonly best: number | null;
}

type Direction = 'up' | 'down' | 'near';

/** What reps and products are compared by, and whether more of it is better. */
export const repMeasures = { attainment: 'up', bookings: 'up', quota: 'near' } as const satisfies Record<
  keyof RepOutcome,
  Direction
>;
export const productMeasures = {
  revenue: 'up',
  margin: 'up',
  volume: 'up',
  price: 'near',
} as const satisfies Record<keyof ProductOutcome, Direction>;
export type RepMeasure = keyof typeof repMeasures;
export type ProductMeasure = keyof typeof productMeasures;

/**
 * What scenarios come to, all evaluated over the same base.
 * @param names which scenarios, in order. @param shown the one on the screen, newer than what is stored.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`.
 */
export function outcomesOf(
  evaluator: ScenarioEvaluator,
  names: readonly string[],
  shown: { readonly name: string; readonly adjustments: readonly Adjustment[] },
  stored: readonly Scenario[],
): readonly ScenarioOutcome[] {
  return names.map((name) => {
    const scenario = stored.find((candidate) => candidate.name === name);
    const own =
      name === shown.name || scenario === undefined ? shown.adjustments : adjustmentsOf(scenario, stored);
    return evaluator.evaluate(own);
  });
}

/** Base and scenarios side by side: the KPIs in which any of them differ. */
export function compareKpis(outcomes: readonly ScenarioOutcome[]): readonly ComparedRow[] {
  const [first] = outcomes;
  return (first?.kpis ?? []).flatMap(({ id, base }, place): ComparedRow[] => {
    const values = [base, ...outcomes.map(({ kpis }) => kpis[place]?.value ?? null)];
    // Only built-in KPIs differ between scenarios.
    const direction = builtInKpis.find((kpi) => kpi.id === id)?.direction ?? 'near';
    return values.every((value) => value === base) ? [] : [rowOf(id, values, direction)];
  });
}

/** Base and scenarios side by side, rep by rep. */
export function compareReps(
  outcomes: readonly ScenarioOutcome[],
  measure: RepMeasure,
): readonly ComparedRow[] {
  const members = outcomes.map(({ reps }) => reps.map(({ rep, ...own }) => ({ id: rep, ...own })));
  return compareMembers(members, measure, repMeasures[measure]);
}

/** Base and scenarios side by side, product by product. */
export function compareProducts(
  outcomes: readonly ScenarioOutcome[],
  measure: ProductMeasure,
): readonly ComparedRow[] {
  const members = outcomes.map(({ products }) =>
    products.map(({ product, ...own }) => ({ id: product, ...own })),
  );
  return compareMembers(members, measure, productMeasures[measure]);
}

type Member<Measure extends string> = Readonly<Record<Measure, number | null>> & {
  readonly id: string;
  readonly base: Readonly<Record<Measure, number | null>>;
};

/** All that any scenario has, in the order of the first that has them. */
function compareMembers<Measure extends string>(
  outcomes: readonly (readonly Member<Measure>[])[],
  measure: Measure,
  direction: Direction,
): readonly ComparedRow[] {
  const bases = new Map(
    outcomes.flatMap((members) => members.map(({ id, base }) => [id, base[measure]] as const)),
  );
  const ofScenario = outcomes.map((members) => new Map(members.map((own) => [own.id, own[measure]])));
  return [...bases].map(([id, base]) =>
    // One that a scenario leaves out stands there as in the base.
    rowOf(
      id,
      [base, ...ofScenario.map((values) => (values.has(id) ? (values.get(id) ?? null) : base))],
      direction,
    ),
  );
}

function rowOf(id: string, values: readonly (number | null)[], direction: Direction): ComparedRow {
  return { id, values, best: bestOf(values, direction) };
}

function bestOf(values: readonly (number | null)[], direction: Direction): number | null {
  const known = values.flatMap((value) => value ?? []);
  if (direction === 'near' || known.length === 0) return null;
  const best = direction === 'up' ? Math.max(...known) : Math.min(...known);
  const places = values.flatMap((value, place) => (value === best ? [place] : []));
  return places.length === 1 ? (places[0] ?? null) : null;
}
