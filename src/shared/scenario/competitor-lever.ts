import { exactSum } from '../kpi/exact-sum';
import { namesInLine, type Say } from './adjustment-note';
import { multiply, sumOf } from './class-sums';
import type { CubeProduct, ScenarioCube } from './cube';
import { type Adjustment, changed } from './scenario';
import type { ScenarioState } from './scenario-state';
import { passes } from './scope';

/**
 * Moves the prices of competitors in scope. Per product, c₀ and c₁ are the mean of all its competitors' prices before and after, and
 * volume is multiplied by (c₁/c₀)^η: what customers pay, units, their costs and won deals alike; our prices stay. Where no η is given
 * it is −ε, the product's own estimated elasticity with its sign turned: then only the ratio of the two prices counts (demand
 * homogeneous of degree zero in prices, e.g. Varian, Intermediate Microeconomics, ch. 15); without an estimate volume stays.
 */
export function adjustCompetitorPrices(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const { where, elasticity } = adjustment;
  const { cube, competitorPrices } = state;
  const classesOf = new Map(
    state.scopes
      .products({ product: where.product, category: where.category })
      .map(({ product, classes }) => [
        cube.products[product]?.name ?? '',
        { classes, own: cube.products[product]?.elasticity ?? null },
      ]),
  );
  const stuck: string[] = [];
  const unanswered: string[] = [];
  let moved = 0;
  let isSold = false;
  for (const [place, { product, competitors }] of cube.prices.entries()) {
    const found = classesOf.get(product);
    const prices = competitorPrices[place];
    const inScope = competitors.flatMap(({ competitor }, at) =>
      passes(where.competitor, competitor) ? [at] : [],
    );
    if (found === undefined || prices === undefined || inScope.length === 0) continue;
    const before = exactSum(prices);
    for (const at of inScope) {
      const price = changed(prices[at] ?? 0, adjustment);
      if (price > 0) prices[at] = price;
      else stuck.push(product);
    }
    moved += 1;
    isSold ||= sumOf('revenue', found.classes, state) + sumOf('wonAmount', found.classes, state) > 0;
    const ratio = before > 0 ? exactSum(prices) / before : 1;
    const answer = elasticity ?? (found.own === null || found.own > 0 ? null : -found.own);
    if (answer === null) unanswered.push(product);
    else if (ratio !== 1) {
      for (const factor of ['amount', 'volume', 'size'] as const) {
        multiply(factor, found.classes, ratio ** answer, state);
      }
    }
  }
  if (moved === 0) say('noCompetitorPrice');
  else if (!isSold) say('onlyCompetitorPrices');
  if (stuck.length > 0) say('priceNotPositive', { products: namesInLine([...new Set(stuck)]) });
  if (unanswered.length > 0) say('noCrossElasticity', { products: namesInLine(unanswered) });
}

/** Where all competitors move by the same factor, products that have any answer alike. */
export function competitorAnswerOf(
  { op, where, elasticity }: Adjustment,
  { name }: CubeProduct,
  { prices }: ScenarioCube,
): string {
  if (!prices.some(({ product }) => product === name)) return 'none';
  return op === 'scale' && where.competitor === undefined && elasticity != null ? 'all' : `own ${name}`;
}
