import { builtInKpis, kpiOf } from '../kpi/catalogue';
import { evaluate } from '../kpi/evaluate';
import { exactSum } from '../kpi/exact-sum';
import { divide } from '../kpi/figure';
import { groupBy } from '../kpi/group-by';
import { cutQuotas } from '../kpi/quota-share';
import { type AdjustedCube, CubeAdjuster } from './adjusted-cube';
import type { AdjustmentNote } from './adjustment-note';
import type { CubeMeasure, ScenarioCube } from './cube';
import { CubeSource } from './cube-source';
import { type CubeTotals, totalsOf } from './cube-sums';
import { ownedQuotas } from './owned-quotas';
import { type PlannedChanges, plannedChanges } from './planned-changes';
import type { Adjustment } from './scenario';
import type { ScenarioBase } from './scenario-base';

/** A KPI under a scenario beside its base. */
export interface ScenarioKpi {
  readonly id: string;
  readonly base: number | null;
  readonly value: number | null;
  readonly delta: number | null;
  /** Of the base; a fraction. */
  readonly deltaPct: number | null;
}

export interface RepOutcome {
  readonly quota: number;
  readonly bookings: number;
  /** Null without a quota. */
  readonly attainment: number | null;
}

export interface ProductOutcome {
  /** Revenue ÷ quantity of the period, else the list price. */
  readonly price: number | null;
  readonly volume: number;
  readonly revenue: number;
  /** Null where no cost is known. */
  readonly margin: number | null;
}

export interface ScenarioOutcome {
  readonly kpis: readonly ScenarioKpi[];
  readonly reps: readonly (RepOutcome & {
    readonly rep: string;
    readonly team: string;
    readonly base: RepOutcome;
  })[];
  readonly products: readonly (ProductOutcome & {
    readonly product: string;
    readonly base: ProductOutcome;
  })[];
  readonly notes: readonly AdjustmentNote[];
}

/** KPIs that the cube answers by their own declarations. */
const answeredByCube: readonly string[] = [
  'revenue',
  'bookings',
  'average_deal_size',
  'gross_margin',
  'quota_attainment',
  'reps_at_quota',
  'monthly_sales_progress',
  'pipeline_coverage',
  'win_rate',
  'price_index',
  'price_gap',
  'discount_rate',
];

/** KPIs of which the cube knows some factors alone: they move in the proportion of other KPIs, or against it. */
const inProportionTo: Readonly<Record<string, readonly { readonly kpi: string; readonly power: 1 | -1 }[]>> =
  {
    // APV × PF × CL: the average purchase value moves with revenue, frequency and lifespan stay.
    clv_historical: [{ kpi: 'revenue', power: 1 }],
    // Open deals × win rate × average deal size ÷ cycle length.
    sales_velocity: [
      { kpi: 'win_rate', power: 1 },
      { kpi: 'average_deal_size', power: 1 },
    ],
    // Activities ÷ deals won, which are bookings ÷ average deal size.
    activities_per_win: [
      { kpi: 'bookings', power: -1 },
      { kpi: 'average_deal_size', power: 1 },
    ],
  };

/** By id of the KPI. */
type Values = ReadonlyMap<string, number | null>;

interface Evaluated {
  readonly kpis: Values;
  readonly reps: ReadonlyMap<string, RepOutcome>;
  readonly products: ReadonlyMap<string, ProductOutcome>;
  readonly notes: readonly AdjustmentNote[];
}

const nothingSold: RepOutcome = { quota: 0, bookings: 0, attainment: null };
const byName = new Intl.Collator('nb').compare;

/**
 * The built-in ones that levers may move; none reaches into a fitted model, or into payouts, which go rep by rep and period by period.
 */
export const scenarioKpis: readonly string[] = builtInKpis
  .filter(({ isFitted, category }) => !isFitted && category !== 'incentives')
  .map(({ id }) => id);

/**
 * Evaluates adjustments over one cube again and again: what only depends on the base, or on the scopes, is worked out once, so that
 * a slider is answered within a frame. The base is the data.
 */
export class ScenarioEvaluator {
  readonly cube: ScenarioCube;
  private readonly totals: CubeTotals;
  private readonly adjuster: CubeAdjuster;
  /** KPIs that the cube does not answer, as they are in the data. */
  private readonly given: Values;
  /** The KPIs of an outcome: after the built-in ones those that the workspace brings, which stay as they are. */
  private readonly ids: readonly string[];
  private readonly reps: readonly { readonly name: string; readonly team: string }[];
  private readonly products: readonly string[];
  private readonly base: Evaluated;

  constructor(private readonly start: ScenarioBase) {
    const { cube } = start;
    this.cube = cube;
    this.totals = totalsOf(cube);
    const cuts = cutQuotas(cube.quotas, cube.range, cube.fiscalYearStart);
    this.adjuster = new CubeAdjuster(cube, ownedQuotas(cuts));
    this.given = new Map(start.values.map(({ id, value }) => [id, value]));
    this.ids = [...new Set([...scenarioKpis, ...this.given.keys()])];
    const teams = new Map([
      ...cuts.map(({ quota }) => [quota.rep, quota.team] as const),
      ...cube.reps.map(({ name, team }) => [name, team] as const),
    ]);
    teams.delete('');
    this.reps = [...teams]
      .map(([name, team]) => ({ name, team }))
      .sort((one, other) => byName(one.name, other.name));
    this.products = cube.products.flatMap(({ name }) => (name === '' ? [] : [name])).sort(byName);
    this.base = this.evaluated([], null);
  }

  /** Pure: the same adjustments give the same outcome to the last bit, whatever was evaluated before. */
  evaluate(adjustments: readonly Adjustment[]): ScenarioOutcome {
    const scenario = this.evaluated(adjustments, this.base.kpis);
    return {
      kpis: this.ids.map((id) => compared(id, this.base.kpis.get(id) ?? null, scenario.kpis.get(id) ?? null)),
      reps: this.reps.flatMap(({ name: rep, team }) => {
        const [own, base] = [scenario.reps.get(rep), this.base.reps.get(rep)];
        return own || base ? [{ rep, team, ...(own ?? nothingSold), base: base ?? nothingSold }] : [];
      }),
      // Those that are sold, or whose price moves.
      products: this.products.flatMap((product) => {
        const [own, base] = [scenario.products.get(product), this.base.products.get(product)];
        if (!own || !base || !(isSold(own) || isSold(base) || own.price !== base.price)) return [];
        return [{ product, ...own, base }];
      }),
      notes: scenario.notes,
    };
  }

  /** By measure: what each month of the cube brings under adjustments. */
  monthly(adjustments: readonly Adjustment[], measures: readonly CubeMeasure[]): readonly Float64Array[] {
    const source = new CubeSource(this.adjuster.adjust(adjustments), this.totals, this.start.openAmount);
    return measures.map((measure) => source.byBucket(measure));
  }

  /** The quotas and list prices that adjustments come to. */
  planned(adjustments: readonly Adjustment[]): PlannedChanges {
    return plannedChanges(this.adjuster.adjust(adjustments).state);
  }

  /** @param base the values of the base; null while it is itself evaluated. */
  private evaluated(adjustments: readonly Adjustment[], base: Values | null): Evaluated {
    const adjusted = this.adjuster.adjust(adjustments);
    const source = new CubeSource(adjusted, this.totals, this.start.openAmount);
    return {
      kpis: this.kpiValues(source, base),
      reps: repOutcomes(this.cube, source),
      products: productOutcomes(adjusted, source),
      notes: adjusted.notes,
    };
  }

  private kpiValues(source: CubeSource, base: Values | null): Values {
    const { range } = this.cube;
    const answered = new Map(
      answeredByCube.map((id) => [id, evaluate({ kpi: kpiOf(builtInKpis, id), range }, source).total.value]),
    );
    return new Map(
      this.ids.map((id) => {
        const value = answered.get(id);
        return [id, value === undefined ? this.unanswered(id, answered, base ?? answered) : value];
      }),
    );
  }

  /** A KPI that the cube does not answer stays as it is, or moves in the proportion of those that it answers. */
  private unanswered(id: string, answered: Values, base: Values): number | null {
    return (inProportionTo[id] ?? []).reduce<number | null>((value, { kpi, power }) => {
      const after = answered.get(kpi) ?? null;
      const before = base.get(kpi) ?? null;
      if (value === null || before === after) return value;
      if (before === null || after === null) return null;
      return power === 1 ? divide(value * after, before) : divide(value * before, after);
    }, this.given.get(id) ?? null);
  }
}

function compared(id: string, base: number | null, value: number | null): ScenarioKpi {
  const delta = base === null || value === null ? null : value - base;
  const deltaPct = delta === null || base === null ? null : divide(delta, Math.abs(base));
  return { id, base, value, delta, deltaPct };
}

/** Reps who have a quota or bookings. */
function repOutcomes({ range, reps }: ScenarioCube, source: CubeSource): ReadonlyMap<string, RepOutcome> {
  const bookings = source.byRep('wonAmount');
  const quotas = groupBy(
    source.quotas(range, {}).filter(({ rep, amount }) => rep !== '' && amount > 0),
    ({ rep }) => rep,
  );
  const attained = evaluate({ kpi: kpiOf(builtInKpis, 'quota_attainment'), range, by: 'rep' }, source).rows;
  const attainmentOf = new Map(attained.map(({ key, figure }) => [key, figure.value]));
  return new Map(
    reps.flatMap(({ name }, index): [string, RepOutcome][] => {
      const quota = exactSum((quotas.get(name) ?? []).map(({ amount }) => amount));
      const booked = bookings[index] ?? 0;
      if (name === '' || (quota === 0 && booked === 0)) return [];
      return [[name, { quota, bookings: booked, attainment: attainmentOf.get(name) ?? null }]];
    }),
  );
}

function productOutcomes({ state }: AdjustedCube, source: CubeSource): ReadonlyMap<string, ProductOutcome> {
  const { cube, listPrices } = state;
  const revenue = source.byProduct(source.hasRows('orders') ? 'revenue' : 'wonAmount');
  const quantity = source.byProduct('quantity');
  const quantified = source.byProduct('quantifiedRevenue');
  const margin = source.byProduct('margin');
  const costed = source.byProduct('costedRevenue');
  return new Map(
    cube.products.map(({ name }, index): [string, ProductOutcome] => {
      const at = (column: Float64Array) => column[index] ?? 0;
      const price = divide(at(quantified), at(quantity)) ?? listPrices[index] ?? null;
      const known = at(costed) !== 0 || at(margin) !== 0;
      return [name, { price, volume: at(quantity), revenue: at(revenue), margin: known ? at(margin) : null }];
    }),
  );
}

function isSold({ volume, revenue }: ProductOutcome): boolean {
  return volume !== 0 || revenue !== 0;
}
