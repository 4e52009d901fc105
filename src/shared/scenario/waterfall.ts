import type { KpiReading } from './kpi-reading';
import type { Adjustment } from './scenario';

export interface WaterfallStep {
  /** The adjustment's id. */
  readonly adjustment: string;
  /** What it adds when adjustments are applied one after the other. */
  readonly inOrder: number;
  /** Its Shapley value: what it adds on average over all orders in which it could have joined the others. */
  readonly fair: number;
}

export interface Waterfall {
  readonly base: number;
  readonly scenario: number;
  /** Of adjustments in use, in their order; each column sums to the difference. */
  readonly steps: readonly WaterfallStep[];
  /** Whether the Shapley values come from all subsets, or from some orders drawn always alike. */
  readonly exact: boolean;
}

/** Above so many adjustments all subsets are too many to evaluate while a slider moves. */
export const mostExact = 6;
const drawnOrders = 16;

/**
 * From base to scenario: what each adjustment adds to a KPI, in order and by the Shapley value (Shapley 1953, “A value for n-person
 * games”). Adjustments that join a subset always apply in the order of the scenario.
 *
 * @returns null where the KPI has no value in some subset.
 */
export function waterfall(adjustments: readonly Adjustment[], reading: KpiReading): Waterfall | null {
  const own = adjustments.filter(({ enabled }) => enabled);
  const known = new Map<string, number | null>();
  const worth = (members: ReadonlySet<number>): number | null => {
    const key = own.map((_, index) => (members.has(index) ? '1' : '0')).join('');
    if (!known.has(key)) known.set(key, reading(own.filter((_, index) => members.has(index))));
    return known.get(key) ?? null;
  };
  const places = own.map((_, index) => index);
  const inOrder = gainsAlong(places, worth);
  const exact = own.length <= mostExact;
  const fair = exact ? shapleyOf(places, worth) : meanGains(ordersDrawn(places), worth);
  const [base, scenario] = [worth(new Set()), worth(new Set(places))];
  if (base === null || scenario === null || inOrder === null || fair === null) return null;
  const steps = own.map(({ id }, index) => ({
    adjustment: id,
    inOrder: inOrder[index] ?? 0,
    fair: fair[index] ?? 0,
  }));
  return { base, scenario, steps, exact };
}

type Worth = (members: ReadonlySet<number>) => number | null;

/** By place: what each adds when they join in this order. */
function gainsAlong(order: readonly number[], worth: Worth): readonly number[] | null {
  const gains: number[] = order.map(() => 0);
  const members = new Set<number>();
  let before = worth(members);
  for (const place of order) {
    members.add(place);
    const after = worth(members);
    if (before === null || after === null) return null;
    gains[place] = after - before;
    before = after;
  }
  return before === null ? null : gains;
}

/** φᵢ = Σ over subsets S without i of |S|! (n − |S| − 1)! ÷ n! · (v(S ∪ i) − v(S)). */
function shapleyOf(places: readonly number[], worth: Worth): readonly number[] | null {
  const count = places.length;
  const values: number[] = places.map(() => 0);
  for (let bits = 0; bits < 2 ** count; bits += 1) {
    const members = places.filter((place) => (bits >> place) & 1);
    const without = worth(new Set(members));
    if (without === null) return null;
    const weight = factorial(members.length) * factorial(count - members.length - 1);
    for (const place of places) {
      if ((bits >> place) & 1) continue;
      const joined = worth(new Set([...members, place]));
      if (joined === null) return null;
      values[place] = (values[place] ?? 0) + (weight / factorial(count)) * (joined - without);
    }
  }
  return values;
}

function meanGains(orders: readonly (readonly number[])[], worth: Worth): readonly number[] | null {
  const means: number[] = (orders[0] ?? []).map(() => 0);
  for (const order of orders) {
    const gains = gainsAlong(order, worth);
    if (gains === null) return null;
    for (const [place, gain] of gains.entries()) means[place] = (means[place] ?? 0) + gain / orders.length;
  }
  return means;
}

/** Orders and their reverses, so that each pair of adjustments joins both ways equally often; the same ones each time. */
function ordersDrawn(places: readonly number[]): readonly (readonly number[])[] {
  let state = 1;
  const draw = (below: number): number => {
    // Park & Miller 1988, the minimal standard generator.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: drawnOrders / 2 }, () => {
    const order = [...places];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = draw(last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    return order;
  }).flatMap((order) => [order, [...order].reverse()]);
}

function factorial(number: number): number {
  return number <= 1 ? 1 : number * factorial(number - 1);
}
