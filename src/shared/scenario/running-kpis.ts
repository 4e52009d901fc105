import { builtInKpis, kpiOf } from '../kpi/catalogue';
import { divide } from '../kpi/figure';
import type { Formula } from '../kpi/formula';
import type { Measure } from '../kpi/measure';
import { hasData, measureInUse } from '../kpi/measure-column';
import type { MeasureSource } from '../kpi/measure-source';
import { addMonths, firstOfMonth, lastOfMonth } from '../model/calendar-date';
import type { CubeMeasure } from './cube';
import type { RunningQuotas } from './running-quotas';
import type { RunningSums } from './running-sums';
import type { ScenarioState } from './scenario-state';

/** Gives a KPI of the state as it stands; null where it has no value. */
export type RunningKpi = () => number | null;

interface Context {
  readonly sums: RunningSums;
  readonly quotas: RunningQuotas;
  readonly state: ScenarioState;
  /** Tells what the workspace has rows of. */
  readonly source: MeasureSource;
}

/**
 * A KPI that a cube answers, as a reading of running sums: sums and quotients by their own declaration; the others as `formulas/`
 * has them, which a test holds against each other.
 */
export function runningKpi(id: string, context: Context): RunningKpi | null {
  const special = computed[id];
  if (special) return special(context);
  const formula = kpiOf(builtInKpis, id).formulas[0]?.formula;
  return formula === undefined ? null : plain(formula, context);
}

function plain(formula: Formula, { sums, source }: Context): RunningKpi | null {
  const reading = (id: Measure): RunningKpi => {
    const measure = measureInUse(id, source) as CubeMeasure;
    return hasData(id, source) ? () => sums.total(measure) : () => null;
  };
  switch (formula.kind) {
    case 'sum':
      return reading(formula.measure);
    case 'ratio': {
      const [above, below] = [reading(formula.numerator), reading(formula.denominator)];
      return () => divide(above(), below());
    }
    case 'computed':
      return null;
  }
}

const computed: Readonly<Record<string, (context: Context) => RunningKpi>> = {
  quota_attainment:
    ({ quotas }) =>
    () =>
      known(quotas.attainment),
  reps_at_quota:
    ({ quotas }) =>
    () =>
      known(quotas.repsAtQuota),
  pipeline_coverage:
    ({ quotas, sums, source }) =>
    () =>
      quotas.missing > 0 && hasData('openAmount', source)
        ? divide(sums.total('openAmount'), quotas.missing)
        : null,
  monthly_sales_progress: progress,
  sales_cycle_length:
    ({ sums, source }) =>
    () =>
      hasData('cycleDeals', source) ? divide(sums.total('cycleDays'), sums.total('cycleDeals')) : null,
  sales_velocity:
    ({ sums }) =>
    () => {
      const winRate = divide(sums.total('wonDeals'), sums.total('closedDeals'));
      const size = divide(sums.total('wonAmount'), sums.total('wonDeals'));
      if (winRate === null || size === null) return null;
      const length = divide(sums.total('cycleDays'), sums.total('cycleDeals'));
      return divide(sums.total('openDeals') * winRate * size, length);
    },
  price_index: (context) => positions(context, 'index'),
  price_gap: (context) => positions(context, 'gap'),
};

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Growth of the last month's revenue over the month before. */
function progress({ sums, source, state }: Context): RunningKpi {
  const { buckets, range } = state.cube;
  const first = firstOfMonth(range.to);
  const bucketsOf = (from: string): readonly number[] =>
    buckets.flatMap((bucket, index) =>
      bucket.from >= from && bucket.to <= lastOfMonth(from) ? [index] : [],
    );
  const [now, then] = [bucketsOf(first), bucketsOf(addMonths(first, -1))];
  const revenue = measureInUse('revenue', source) as CubeMeasure;
  if (!hasData('revenue', source)) return () => null;
  const sum = (column: Float64Array, places: readonly number[]): number => {
    let total = 0;
    for (const place of places) total += column[place] ?? 0;
    return total;
  };
  return () => {
    const column = sums.byBucket(revenue);
    const before = sum(column, then);
    return divide(sum(column, now) - before, before);
  };
}

/** Our prices beside the competitors': the index weighed by revenue, the gap to the cheapest by units. */
function positions({ sums, source, state }: Context, what: 'index' | 'gap'): RunningKpi {
  const { prices, products } = state.cube;
  const indices = new Map(products.map(({ name }, index) => [name, index]));
  const own = prices.map(({ product }) => indices.get(product) ?? -1);
  const revenue = measureInUse('revenue', source) as CubeMeasure;
  return () => {
    const [quantified, quantity] = [sums.byProduct('quantifiedRevenue'), sums.byProduct('quantity')];
    const weights = what === 'index' ? sums.byProduct(revenue) : quantity;
    let [above, below, points] = [0, 0, 0];
    for (let place = 0; place < own.length; place += 1) {
      const index = own[place] ?? -1;
      const units = quantity[index] ?? 0;
      const listed = state.listPrices[index] ?? prices[place]?.listPrice ?? null;
      const ours = units === 0 ? listed : (quantified[index] ?? 0) / units;
      const theirs = reckoned(state.competitorPrices[place], what);
      if (ours === null || !(theirs > 0)) continue;
      const weight = weights[index] ?? 0;
      points += 1;
      above += weight * (what === 'index' ? (ours * 100) / theirs : ours - theirs);
      below += weight;
    }
    return points === 0 ? null : divide(above, below);
  };
}

/** The mean of prices for the index, the cheapest for the gap; NaN without any. */
function reckoned(prices: Float64Array | undefined, what: 'index' | 'gap'): number {
  if (prices === undefined || prices.length === 0) return Number.NaN;
  let [sum, least] = [0, Number.POSITIVE_INFINITY];
  for (const price of prices) {
    sum += price;
    if (price < least) least = price;
  }
  return what === 'index' ? sum / prices.length : least;
}
