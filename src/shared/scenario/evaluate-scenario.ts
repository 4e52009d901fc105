import { builtInKpis, kpiOf } from '../kpi/catalogue';
import { evaluate } from '../kpi/evaluate';
import { exactSum } from '../kpi/exact-sum';
import { divide } from '../kpi/figure';
import { groupBy } from '../kpi/group-by';
import { cutQuotas } from '../kpi/quota-share';
import { CubeAdjuster } from './adjusted-cube';
import type { AdjustmentNote } from './adjustment-note';
import { alikeClasses } from './alike-classes';
import type { CubeMeasure, ScenarioCube } from './cube';
import { answeredByCube, answersOfCube, scenarioKpis } from './cube-answers';
import { CubeSource } from './cube-source';
import { type CubeTotals, totalsOf } from './cube-sums';
import type { NewRep } from './new-reps';
import { ownedQuotas } from './owned-quotas';
import { type PlannedChanges, plannedChanges } from './planned-changes';
import type { PreparedScenario } from './prepared-scenario';
import { type RunningKpi, runningKpi } from './running-kpis';
import { RunningQuotas } from './running-quotas';
import { RunningSums } from './running-sums';
import type { Adjustment } from './scenario';
import type { ScenarioBase } from './scenario-base';
import type { ScenarioState } from './scenario-state';
import { unanswered } from './unanswered-kpis';

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
    /** Added by a headcount lever; its name is `+1`, `+2`… */
    readonly isNew: boolean;
    readonly base: RepOutcome;
  })[];
  readonly products: readonly (ProductOutcome & {
    readonly product: string;
    readonly base: ProductOutcome;
  })[];
  readonly notes: readonly AdjustmentNote[];
}

/** By id of the KPI. */
type Values = ReadonlyMap<string, number | null>;

interface Evaluated {
  readonly kpis: Values;
  readonly reps: ReadonlyMap<string, RepOutcome>;
  readonly newReps: readonly NewRep[];
  readonly products: ReadonlyMap<string, ProductOutcome>;
  readonly notes: readonly AdjustmentNote[];
}

const nothingSold: RepOutcome = { quota: 0, bookings: 0, attainment: null };
const byName = new Intl.Collator('nb').compare;

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
  private readonly reps: readonly { readonly name: string; readonly team: string; readonly isNew: false }[];
  private readonly products: readonly string[];
  private readonly base: Evaluated;
  private readonly untouched: CubeSource;
  private readonly baseSum: (measure: CubeMeasure) => number;

  constructor({ cube, values }: ScenarioBase) {
    this.cube = cube;
    this.totals = totalsOf(cube);
    const cuts = cutQuotas(cube.quotas, cube.range, cube.fiscalYearStart);
    this.adjuster = new CubeAdjuster(cube, ownedQuotas(cuts));
    this.given = new Map(values.map(({ id, value }) => [id, value]));
    this.ids = [...new Set([...scenarioKpis, ...this.given.keys()])];
    const teams = new Map([
      ...cuts.map(({ quota }) => [quota.rep, quota.team] as const),
      ...cube.reps.map(({ name, team }) => [name, team] as const),
    ]);
    teams.delete('');
    this.reps = [...teams]
      .map(([name, team]) => ({ name, team, isNew: false as const }))
      .sort((one, other) => byName(one.name, other.name));
    this.products = cube.products.flatMap(({ name }) => (name === '' ? [] : [name])).sort(byName);
    this.untouched = new CubeSource(this.adjuster.adjust([]).state, this.totals);
    this.baseSum = (measure) => this.untouched.sum(measure);
    this.base = this.evaluated([]);
  }

  /** Pure: the same adjustments give the same outcome to the last bit, whatever was evaluated before. */
  evaluate(adjustments: readonly Adjustment[]): ScenarioOutcome {
    const scenario = this.evaluated(adjustments);
    const added = scenario.newReps.map(({ name, team }) => ({ name, team, isNew: true }));
    return {
      kpis: this.ids.map((id) => compared(id, this.base.kpis.get(id) ?? null, scenario.kpis.get(id) ?? null)),
      reps: [...this.reps, ...added].flatMap(({ name: rep, team, isNew }) => {
        const [own, base] = [scenario.reps.get(rep), this.base.reps.get(rep)];
        return own || base || isNew
          ? [{ rep, team, isNew, ...(own ?? nothingSold), base: base ?? nothingSold }]
          : [];
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
    const source = new CubeSource(this.adjuster.adjust(adjustments).state, this.totals);
    return measures.map((measure) => source.byBucket(measure));
  }

  /** The quotas and list prices that adjustments come to. */
  planned(adjustments: readonly Adjustment[]): PlannedChanges {
    return plannedChanges(this.adjuster.adjust(adjustments).state);
  }

  /**
   * Makes a list of adjustments ready for many runs: see `PreparedScenario`.
   * @param kpis ids; all of an outcome where they are left out. Fewer of them are quicker.
   */
  prepare(adjustments: readonly Adjustment[], kpis: readonly string[] = this.ids): PreparedScenario {
    const { state, apply } = this.adjuster.prepare(adjustments);
    const sums = new RunningSums(state, this.totals, alikeClasses(adjustments, state));
    const quotas = new RunningQuotas(state, sums);
    const readings = kpis.map((id) => this.reading(id, state, sums, quotas));
    const values = new Float64Array(kpis.length);
    return {
      kpiIds: kpis,
      reps: this.cube.reps.map(({ name }) => name),
      kpis: values,
      attainments: quotas.attainments,
      run: () => {
        apply();
        sums.refresh();
        quotas.run();
        for (let place = 0; place < readings.length; place += 1) {
          values[place] = readings[place]?.() ?? Number.NaN;
        }
      },
      monthly: (measure) => sums.byBucket(measure),
    };
  }

  private reading(id: string, state: ScenarioState, sums: RunningSums, quotas: RunningQuotas): RunningKpi {
    const own = answeredByCube.includes(id)
      ? runningKpi(id, { state, sums, quotas, source: this.untouched })
      : null;
    if (own !== null) return own;
    const given = this.given.get(id) ?? null;
    return () => unanswered(id, given, state, this.baseSum, (measure) => sums.total(measure));
  }

  private evaluated(adjustments: readonly Adjustment[]): Evaluated {
    const { state, notes } = this.adjuster.adjust(adjustments);
    const source = new CubeSource(state, this.totals);
    const answers = answersOfCube(source, this.cube.range);
    const now = (measure: CubeMeasure) => source.sum(measure);
    return {
      kpis: new Map(
        this.ids.map((id) => {
          const answer = answers.get(id);
          return [
            id,
            answer === undefined
              ? unanswered(id, this.given.get(id) ?? null, state, this.baseSum, now)
              : answer,
          ];
        }),
      ),
      reps: repOutcomes(this.cube, source),
      newReps: source.newReps,
      products: productOutcomes(state, source),
      notes,
    };
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
    [...reps, ...source.newReps].flatMap(({ name }, index): [string, RepOutcome][] => {
      const quota = exactSum((quotas.get(name) ?? []).map(({ amount }) => amount));
      const booked = bookings[index] ?? 0;
      if (name === '' || (quota === 0 && booked === 0)) return [];
      return [[name, { quota, bookings: booked, attainment: attainmentOf.get(name) ?? null }]];
    }),
  );
}

function productOutcomes(state: ScenarioState, source: CubeSource): ReadonlyMap<string, ProductOutcome> {
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
