import { namesInLine, type Say } from './adjustment-note';
import { multiply, sumOf } from './class-sums';
import { type Adjustment, changed } from './scenario';
import type { ScenarioState } from './scenario-state';
import { restrictionOf } from './scope';

/** What became of the price of one product. */
type Move =
  | { readonly kind: 'moved'; readonly sold: boolean; readonly ratio: number }
  | { readonly kind: 'noPrice' }
  | { readonly kind: 'priceNotPositive' };

/** Above so many products, estimates are counted and not written out. */
const shownEstimates = 3;

/**
 * Moves the unit price of each product in scope from p₀ to p₁; volume answers q₁ = q₀ · (p₁/p₀)^ε. What customers pay, won deals that
 * name the product included, is multiplied by (p₁/p₀)^(1+ε), units and their costs by (p₁/p₀)^ε. The number of deals stays, and
 * so do open deals. The list price moves with a lever whose scope names nothing but products.
 */
export function adjustPrices(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const { where, elasticity } = adjustment;
  const inScope = state.scopes.products(where);
  if (inScope.length === 0) {
    say('noProductInScope');
    return;
  }
  // Some customers' prices are no list price.
  const isOfList = restrictionOf(where) === null;
  const moves = inScope.map(({ product, classes }) => {
    const move = movePrice(product, classes, adjustment, state);
    if (move.kind === 'moved' && isOfList) moveListPrice(product, classes, move.ratio, adjustment, state);
    return { product, move };
  });
  const namesOf = (kind: Move['kind']) =>
    moves.flatMap(({ product, move }) => (move.kind === kind ? [nameOf(product, state)] : []));
  for (const kind of ['noPrice', 'priceNotPositive'] as const) {
    const names = namesOf(kind);
    if (names.length > 0) say(kind, { products: namesInLine(names) });
  }
  const moved = moves.filter(({ move }) => move.kind === 'moved');
  const sold = moved.filter(({ move }) => move.kind === 'moved' && move.sold);
  if (moved.length > 0 && sold.length === 0) {
    const listed = isOfList && moved.some(({ product }) => state.listPrices[product] != null);
    say(listed ? 'onlyListPrices' : 'noSalesInScope');
  } else if (elasticity == null) {
    sayElasticities(
      sold.map(({ product }) => product),
      state,
      say,
    );
  }
}

function movePrice(product: number, own: Int32Array, adjustment: Adjustment, state: ScenarioState): Move {
  const { cube } = state;
  const before = adjustment.op === 'scale' ? 1 : priceBefore(product, own, state);
  if (before === null || before <= 0) return { kind: 'noPrice' };
  const ratio = changed(before, adjustment) / before;
  if (ratio <= 0) return { kind: 'priceNotPositive' };
  const answer = ratio ** (adjustment.elasticity ?? cube.products[product]?.elasticity ?? 0);
  multiply('amount', own, ratio * answer, state);
  multiply('size', own, ratio * answer, state);
  multiply('volume', own, answer, state);
  return { kind: 'moved', sold: own.length > 0, ratio };
}

function moveListPrice(
  product: number,
  own: Int32Array,
  ratio: number,
  adjustment: Adjustment,
  state: ScenarioState,
): void {
  const list = state.listPrices[product] ?? null;
  if (list === null) return;
  const isPriceItself = adjustment.op === 'set' && unitsSold(own, state) <= 0;
  state.listPrices[product] = isPriceItself ? adjustment.value : list * ratio;
}

/**
 * The price of a product in scope as the adjustments before have left it: revenue ÷ quantity, else the list price moved as the won
 * deals in scope have been. Null where there is neither.
 */
function priceBefore(product: number, own: Int32Array, state: ScenarioState): number | null {
  const { amount, volume, classes, cube, listPrices } = state;
  const units = unitsSold(own, state);
  if (units > 0) return sumOf('quantifiedRevenue', own, state) / units;
  const listed = cube.products[product]?.listPrice ?? null;
  const sums = classes.byProduct.sums.of('wonAmount');
  const won = own.reduce((sum, index) => sum + (sums[index] ?? 0), 0);
  if (listed === null || won <= 0) return listPrices[product] ?? null;
  const moved = own.reduce(
    (sum, index) => sum + ((sums[index] ?? 0) * (amount[index] ?? 1)) / (volume[index] ?? 1),
    0,
  );
  return (listed * moved) / won;
}

function unitsSold(own: Int32Array, state: ScenarioState): number {
  return sumOf('quantity', own, state);
}

function sayElasticities(products: readonly number[], state: ScenarioState, say: Say): void {
  const known = products.flatMap((product) => {
    const elasticity = state.cube.products[product]?.elasticity ?? null;
    return elasticity === null ? [] : [{ product: nameOf(product, state), elasticity }];
  });
  const unknown = products.filter((product) => (state.cube.products[product]?.elasticity ?? null) === null);
  if (unknown.length > 0) {
    say('noElasticity', { products: namesInLine(unknown.map((product) => nameOf(product, state))) });
  }
  const doubtful = known.filter(({ elasticity }) => elasticity > 0);
  const plausible = known.filter(({ elasticity }) => elasticity <= 0);
  if (plausible.length > shownEstimates) say('estimatedElasticities', { count: plausible.length });
  else for (const estimate of plausible) say('estimatedElasticity', inDigits(estimate));
  if (doubtful.length > shownEstimates) {
    say('positiveElasticities', { products: namesInLine(doubtful.map(({ product }) => product)) });
  } else for (const estimate of doubtful) say('positiveElasticity', inDigits(estimate));
}

/** An estimate is not known to more than two digits. */
function inDigits({ product, elasticity }: { readonly product: string; readonly elasticity: number }) {
  return { product, elasticity: Number(elasticity.toFixed(2)) };
}

function nameOf(product: number, { cube }: ScenarioState): string {
  return cube.products[product]?.name ?? '';
}
