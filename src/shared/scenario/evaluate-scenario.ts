import { kpiCatalogue } from '../kpi/catalogue';
import { evaluate } from '../kpi/evaluate';
import { exactSum } from '../kpi/exact-sum';
import { divide } from '../kpi/figure';
import type { KpiDeclaration } from '../kpi/formula';
import { type AdjustedCube, type AdjustmentNote, adjustCube } from './adjusted-cube';
import type { ScenarioCube } from './cube';
import { CubeSource } from './cube-source';
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
const answeredByCube: ReadonlySet<string> = new Set([
  'revenue',
  'bookings',
  'average_deal_size',
  'gross_margin',
  'quota_attainment',
  'reps_at_quota',
  'monthly_sales_progress',
  'win_rate',
  'price_index',
  'price_gap',
  'discount_rate',
]);

/** KPIs in which one factor alone moves with the levers: they move in the proportion of another KPI. */
const inProportionTo: Readonly<Record<string, string>> = {
  // APV × PF × CL: the average purchase value moves with revenue, frequency and lifespan stay.
  clv_historical: 'revenue',
  // Open deals × win rate × average deal size ÷ cycle length.
  sales_velocity: 'average_deal_size',
};

/** Evaluates adjustments over one cube again and again: what only depends on the base is worked out once. */
export class ScenarioEvaluator {
  private readonly cube: ScenarioCube;
  private readonly baseValues: ReadonlyMap<string, number | null>;
  private readonly base: Evaluated;

  constructor(private readonly start: ScenarioBase) {
    this.cube = start.cube;
    this.baseValues = new Map(start.values.map(({ id, value }) => [id, value]));
    this.base = this.evaluated([]);
  }

  /** Pure: the same adjustments give the same outcome to the last bit. */
  evaluate(adjustments: readonly Adjustment[]): ScenarioOutcome {
    const scenario = this.evaluated(adjustments);
    return {
      kpis: kpiCatalogue.map(({ id }) =>
        compared(id, this.base.kpis.get(id) ?? null, scenario.kpis.get(id) ?? null),
      ),
      reps: joined(scenario.reps, this.base.reps).map(([rep, own, base]) => ({
        rep,
        team: this.teamOf(rep),
        ...(own ?? nothingSold),
        base: base ?? nothingSold,
      })),
      products: joined(scenario.products, this.base.products).map(([product, own, base]) => ({
        product,
        ...(own ?? noSales),
        base: base ?? noSales,
      })),
      notes: scenario.notes,
    };
  }

  private evaluated(adjustments: readonly Adjustment[]): Evaluated {
    const adjusted = adjustCube(this.cube, adjustments);
    const source = new CubeSource(adjusted);
    return {
      kpis: this.kpiValues(source),
      reps: repOutcomes(this.cube, source),
      products: productOutcomes(adjusted, source),
      notes: adjusted.notes,
    };
  }

  private kpiValues(source: CubeSource): ReadonlyMap<string, number | null> {
    const values = new Map<string, number | null>();
    for (const kpi of kpiCatalogue) {
      if (answeredByCube.has(kpi.id)) values.set(kpi.id, kpiValue(kpi, this.cube, source));
    }
    for (const { id } of kpiCatalogue) {
      if (values.has(id)) continue;
      const leader = inProportionTo[id];
      const base = this.baseValues.get(id) ?? null;
      values.set(id, leader === undefined ? base : this.inProportion(base, leader, values));
    }
    values.set('pipeline_coverage', coverage(this.start.openAmount, this.cube, source));
    return values;
  }

  private inProportion(
    base: number | null,
    leader: string,
    values: ReadonlyMap<string, number | null>,
  ): number | null {
    const before = this.base?.kpis.get(leader) ?? values.get(leader) ?? null;
    const after = values.get(leader) ?? null;
    if (base === null || before === null || after === null) return base;
    return before === after ? base : divide(base * after, before);
  }

  private teamOf(rep: string): string {
    const team = this.cube.reps.find(({ name }) => name === rep)?.team;
    return team ?? this.cube.quotas.find((quota) => quota.rep === rep)?.team ?? '';
  }
}

interface Evaluated {
  readonly kpis: ReadonlyMap<string, number | null>;
  readonly reps: ReadonlyMap<string, RepOutcome>;
  readonly products: ReadonlyMap<string, ProductOutcome>;
  readonly notes: readonly AdjustmentNote[];
}

function kpiValue(kpi: KpiDeclaration, { range }: ScenarioCube, source: CubeSource): number | null {
  return evaluate({ kpi, range }, source).total.value;
}

/** Open pipeline ÷ (quota − bookings), as the KPI itself is declared; the pipeline stays as it is. */
function coverage(openAmount: number | null, cube: ScenarioCube, source: CubeSource): number | null {
  const attainment = kpiCatalogue.find(({ id }) => id === 'quota_attainment');
  if (attainment === undefined || openAmount === null) return null;
  const { numerator, denominator } = evaluate({ kpi: attainment, range: cube.range }, source).total;
  const measured = new Set(source.quotas(cube.range, {}).map(({ measure }) => measure));
  const inMoney = measured.size === 1 && (measured.has('bookings') || measured.has('revenue'));
  const missing = denominator === null || !inMoney ? 0 : denominator - (numerator ?? 0);
  return missing > 0 ? openAmount / missing : null;
}

function compared(id: string, base: number | null, value: number | null): ScenarioKpi {
  const delta = base === null || value === null ? null : value - base;
  return {
    id,
    base,
    value,
    delta,
    deltaPct: delta === null || base === null ? null : divide(delta, Math.abs(base)),
  };
}

function joined<Value>(
  one: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
): readonly (readonly [string, Value | undefined, Value | undefined])[] {
  const names = [...new Set([...one.keys(), ...other.keys()])].filter((name) => name !== '');
  return names
    .sort((a, b) => a.localeCompare(b, 'nb'))
    .map((name) => [name, one.get(name), other.get(name)] as const);
}

const nothingSold: RepOutcome = { quota: 0, bookings: 0, attainment: null };
const noSales: ProductOutcome = { price: null, volume: 0, revenue: 0, margin: null };

function repOutcomes({ range }: ScenarioCube, source: CubeSource): ReadonlyMap<string, RepOutcome> {
  const bookings = columnOf(source, 'wonAmount', 'rep', range);
  const quotas = new Map<string, number[]>();
  for (const { rep, amount } of source.quotas(range, {})) {
    if (rep !== '') quotas.set(rep, [...(quotas.get(rep) ?? []), amount]);
  }
  const attainment = kpiCatalogue.find(({ id }) => id === 'quota_attainment');
  const attained = attainment ? evaluate({ kpi: attainment, range, by: 'rep' }, source).rows : [];
  const attainmentOf = new Map(attained.map(({ key, figure }) => [key, figure.value]));
  return new Map(
    [...new Set([...bookings.keys(), ...quotas.keys()])].map((rep) => [
      rep,
      {
        quota: exactSum(quotas.get(rep) ?? []),
        bookings: bookings.get(rep) ?? 0,
        attainment: attainmentOf.get(rep) ?? null,
      },
    ]),
  );
}

function productOutcomes(
  { cube, listPrices }: AdjustedCube,
  source: CubeSource,
): ReadonlyMap<string, ProductOutcome> {
  const { range } = cube;
  const soldBy = source.hasRows('orders') ? 'revenue' : 'wonAmount';
  const column = (measure: Parameters<typeof columnOf>[1]) => columnOf(source, measure, 'product', range);
  const [revenue, quantity, quantified] = [column(soldBy), column('quantity'), column('quantifiedRevenue')];
  const [margin, costed] = [column('margin'), column('costedRevenue')];
  return new Map(
    cube.products.map(({ name }, index) => [
      name,
      {
        price: divide(quantified.get(name) ?? null, quantity.get(name) ?? null) ?? listPrices[index] ?? null,
        volume: quantity.get(name) ?? 0,
        revenue: revenue.get(name) ?? 0,
        margin: costed.has(name) ? (margin.get(name) ?? 0) : null,
      },
    ]),
  );
}

function columnOf(
  source: CubeSource,
  measure: 'revenue' | 'wonAmount' | 'quantity' | 'quantifiedRevenue' | 'margin' | 'costedRevenue',
  by: 'rep' | 'product',
  range: ScenarioCube['range'],
): ReadonlyMap<string, number> {
  const rows = source.read({ measures: [measure], range, by: [by], filter: {} });
  return new Map(rows.map(({ keys, values }) => [keys[0] ?? '', values[0] ?? 0]));
}
