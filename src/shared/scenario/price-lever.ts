import { namesInLine, type Say } from './adjustment-note';
import { type Adjustment, changed } from './scenario';
import type { ScenarioState } from './scenario-state';
import { restrictionOf, scopedProducts } from './scope';

/** What became of the price of one product. */
type Move =
  | { readonly kind: 'moved'; readonly sold: boolean }
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
  const inScope = scopedProducts(state.cube, where);
  if (inScope.length === 0) {
    say('noProductInScope');
    return;
  }
  const inside = state.inside(where);
  const moves = inScope.map((product) => ({ product, move: movePrice(product, inside, adjustment, state) }));
  const namesOf = (kind: Move['kind']) =>
    moves.flatMap(({ product, move }) => (move.kind === kind ? [nameOf(product, state)] : []));
  for (const kind of ['noPrice', 'priceNotPositive'] as const) {
    const names = namesOf(kind);
    if (names.length > 0) say(kind, { products: namesInLine(names) });
  }
  const moved = moves.filter(({ move }) => move.kind === 'moved');
  const sold = moved.filter(({ move }) => move.kind === 'moved' && move.sold);
  if (moved.length > 0 && sold.length === 0) {
    const listed = inside === null && moved.some(({ product }) => state.listPrices[product] != null);
    say(listed ? 'onlyListPrices' : 'noSalesInScope');
  } else if (elasticity == null) {
    sayElasticities(
      sold.map(({ product }) => product),
      state,
      say,
    );
  }
}

function movePrice(
  product: number,
  inside: Uint8Array | null,
  adjustment: Adjustment,
  state: ScenarioState,
): Move {
  const { amount, volume, booked, classes, cube, listPrices } = state;
  const own = (classes.ofProduct[product] ?? []).filter((index) => inside === null || inside[index] === 1);
  const before = adjustment.op === 'scale' ? 1 : priceBefore(product, own, state);
  if (before === null || before <= 0) return { kind: 'noPrice' };
  const ratio = changed(before, adjustment) / before;
  if (ratio <= 0) return { kind: 'priceNotPositive' };
  const answer = ratio ** (adjustment.elasticity ?? cube.products[product]?.elasticity ?? 0);
  for (const index of own) {
    amount[index] = (amount[index] ?? 1) * ratio * answer;
    booked[index] = (booked[index] ?? 1) * ratio * answer;
    volume[index] = (volume[index] ?? 1) * answer;
  }
  const list = listPrices[product] ?? null;
  if (list !== null && restrictionOf(adjustment.where) === null) {
    const isPriceItself = adjustment.op === 'set' && unitsSold(own, state) <= 0;
    listPrices[product] = isPriceItself ? adjustment.value : list * ratio;
  }
  return { kind: 'moved', sold: own.length > 0 };
}

/**
 * The price of a product in scope as the adjustments before have left it: revenue ÷ quantity, else the list price moved as the won
 * deals in scope have been. Null where there is neither.
 */
function priceBefore(product: number, own: readonly number[], state: ScenarioState): number | null {
  const { amount, volume, classes, cube, listPrices } = state;
  const total = (of: (index: number) => number) => own.reduce((sum, index) => sum + of(index), 0);
  const { quantifiedRevenue, wonAmount } = classes.byProduct.sums;
  const revenue = total((index) => (quantifiedRevenue[index] ?? 0) * (amount[index] ?? 1));
  const units = unitsSold(own, state);
  if (units > 0) return revenue / units;
  const listed = cube.products[product]?.listPrice ?? null;
  const won = total((index) => wonAmount[index] ?? 0);
  if (listed === null || won <= 0) return listPrices[product] ?? null;
  const moved = (index: number) => (amount[index] ?? 1) / (volume[index] ?? 1);
  return (listed * total((index) => (wonAmount[index] ?? 0) * moved(index))) / won;
}

function unitsSold(own: readonly number[], { volume, classes }: ScenarioState): number {
  const { quantity } = classes.byProduct.sums;
  return own.reduce((sum, index) => sum + (quantity[index] ?? 0) * (volume[index] ?? 1), 0);
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
