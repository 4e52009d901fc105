import { exactSum } from '../kpi/exact-sum';
import { divide } from '../kpi/figure';
import type { CubeMeasure } from './cube';
import type { ScenarioState } from './scenario-state';

/**
 * What becomes of a KPI that the cube does not answer: it moves in the proportion of what levers have done to its factors, else it
 * stays as it is in the data.
 */
export function unanswered(
  id: string,
  given: number | null,
  state: ScenarioState,
  base: (measure: CubeMeasure) => number,
  now: (measure: CubeMeasure) => number,
): number | null {
  if (given === null) return null;
  switch (id) {
    case 'clv_historical':
    case 'clv_segment':
      return lifetimeValue(given, state);
    case 'churn_rate':
    case 'revenue_churn_rate': {
      const churn = id === 'churn_rate' ? churnOf(state) : revenueChurnOf(state);
      return isMoved(churn) ? churn.after : given;
    }
    case 'net_revenue_retention': {
      // Of the revenue that stays, as much is kept or won as before.
      const churn = revenueChurnOf(state);
      return isMoved(churn) ? divide(given * (1 - churn.after), 1 - churn.before) : given;
    }
    case 'funnel': {
      const inPlay = (sum: typeof now) => sum('closedDeals') + sum('openDeals');
      const [won, all] = [now('wonDeals'), inPlay(now)];
      if (won === base('wonDeals') && all === inPlay(base)) return given;
      return divide(given * won * inPlay(base), base('wonDeals') * all);
    }
    default:
      return given;
  }
}

/**
 * APV × PF × CL: what a customer pays in a year moves with prices, volume and deal sizes, and the years that a customer stays move
 * against churn, as in CL = 1 ÷ churn. More or fewer customers and reps leave the value of one as it is.
 */
function lifetimeValue(given: number, state: ScenarioState): number | null {
  const value = given * (worthOf(state) ?? 1);
  const churn = churnOf(state);
  return isMoved(churn) ? divide(value * churn.before, churn.after) : value;
}

/** By what customers' purchases are multiplied, all of them together; null where nothing moves them. */
function worthOf({ cube, classes, amount, size }: ScenarioState): number | null {
  const [measure, factors] = cube.datasets.includes('orders')
    ? (['revenue', amount] as const)
    : (['wonAmount', size] as const);
  if (factors.every((factor) => factor === 1)) return null;
  const sums = classes.byProduct.sums.of(measure);
  const before = exactSum(sums);
  const gained = exactSum(sums.map((sum, index) => sum * ((factors[index] ?? 1) - 1)));
  return before === 0 ? null : (before + gained) / before;
}

interface Churn {
  readonly before: number | null;
  readonly after: number | null;
}

function isMoved(churn: Churn): churn is { readonly before: number; readonly after: number } {
  return churn.before !== null && churn.after !== null && churn.before !== churn.after;
}

function churnOf({ cube: { retention }, lost }: ScenarioState): Churn {
  const there = exactSum(retention.map((segment) => segment.there));
  return {
    before: divide(exactSum(retention.map((segment) => segment.lost)), there),
    after: divide(exactSum(lost), there),
  };
}

function revenueChurnOf({ cube: { retention }, revenueLost }: ScenarioState): Churn {
  const there = exactSum(retention.map((segment) => segment.revenueThere));
  return {
    before: divide(exactSum(retention.map((segment) => segment.revenueLost)), there),
    after: divide(exactSum(revenueLost), there),
  };
}
