import type { KpiFilter } from '../kpi/declaration';
import { exactSum } from '../kpi/exact-sum';
import { groupBy } from '../kpi/group-by';
import { type Measure, measureDeclared } from '../kpi/measure';
import type {
  Incentives,
  MeasureQuery,
  MeasureRow,
  MeasureSource,
  ProductPrices,
} from '../kpi/measure-source';
import type { QuotaShare } from '../kpi/quota-share';
import { type DateRange, intersection } from '../model/calendar-date';
import type { DatasetId } from '../model/dataset';
import type { Stage } from '../model/stage-order';
import type { AdjustedCube } from './adjusted-cube';
import type { ClassParts } from './cell-classes';
import { type CubeMeasure, cubeMeasures } from './cube';
import type { CubeSums, CubeTotals } from './cube-sums';
import { sharesByOwner } from './owned-quotas';

/** Asked for something that a cube does not hold. Which KPIs a cube can answer is known beforehand: `evaluate-scenario.ts`. */
class NotInCube extends Error {}

/** What of a class a measure is multiplied by; `margin` is revenue less cost, which answer each in its own way. */
const movement: Readonly<Record<CubeMeasure, 'amount' | 'volume' | 'booked' | 'won' | 'margin' | 'none'>> = {
  revenue: 'amount',
  costedRevenue: 'amount',
  quantifiedRevenue: 'amount',
  discount: 'amount',
  gross: 'amount',
  wonAmount: 'booked',
  quantity: 'volume',
  margin: 'margin',
  wonDeals: 'won',
  closedDeals: 'none',
};

/**
 * An adjusted cube as a source of measures: the KPIs' own declarations are evaluated on it. A sum is its base plus what each class
 * adds to it, so that where nothing is adjusted the base stays to the last bit.
 */
export class CubeSource implements MeasureSource {
  readonly options: { readonly fiscalYearStart: number; readonly inactivityDays: number };
  private readonly kept = new Map<string, Float64Array>();
  private keptQuotas: readonly QuotaShare[] | null = null;

  /** @param openAmount of the deals that are open at the period's end, which no lever moves. */
  constructor(
    private readonly adjusted: AdjustedCube,
    private readonly totals: CubeTotals,
    private readonly openAmount: number | null,
  ) {
    const { fiscalYearStart, inactivityDays } = adjusted.state.cube;
    this.options = { fiscalYearStart, inactivityDays };
  }

  hasRows(dataset: DatasetId): boolean {
    return this.adjusted.state.cube.datasets.includes(dataset);
  }

  recordsChurn(): boolean {
    throw new NotInCube();
  }

  recordsRecurring(): boolean {
    throw new NotInCube();
  }

  stages(): readonly Stage[] {
    throw new NotInCube();
  }

  target(): number | null {
    throw new NotInCube();
  }

  incentives(): Incentives {
    throw new NotInCube();
  }

  read({ measures: ids, range, by, filter }: MeasureQuery): readonly MeasureRow[] {
    if (Object.values(filter).some((names) => names !== undefined) || by.length > 1) throw new NotInCube();
    const [dimension] = by;
    if (dimension === undefined) return [{ keys: [], values: ids.map((id) => this.total(id, range)) }];
    if (!isSame(range, this.adjusted.state.cube.range)) throw new NotInCube();
    const { names, columns } = this.split(ids, dimension);
    const places = groupBy(names.keys(), (place) => names[place] ?? '');
    return [...places].flatMap(([name, own]) => {
      const values = columns.map((column) => exactSum(own.map((place) => column[place] ?? 0)));
      return values.every((value) => value === 0) ? [] : [{ keys: [name], values }];
    });
  }

  quotas(range: DateRange, filter: KpiFilter): readonly QuotaShare[] {
    const { cube, quotas, quotaAmounts } = this.adjusted.state;
    if (!isSame(range, cube.range) || Object.keys(filter).length > 0) throw new NotInCube();
    this.keptQuotas ??= sharesByOwner(quotas, quotaAmounts);
    return this.keptQuotas;
  }

  prices(): readonly ProductPrices[] {
    const { cube, listPrices } = this.adjusted.state;
    const listed = new Map(cube.products.map(({ name }, index) => [name, listPrices[index] ?? null]));
    return cube.prices.map((price) => ({
      ...price,
      listPrice: listed.get(price.product) ?? price.listPrice,
    }));
  }

  /** A measure's sum for each product of the period, by index. */
  byProduct(id: CubeMeasure): Float64Array {
    return this.keep(`product ${id}`, () =>
      this.moved(id, this.totals.byProduct, this.adjusted.state.classes.byProduct),
    );
  }

  /** A measure's sum for each rep, by index. */
  byRep(id: CubeMeasure): Float64Array {
    return this.keep(`rep ${id}`, () => this.moved(id, this.totals.byRep, this.adjusted.state.classes.byRep));
  }

  /** A measure's sum for each month of the cube, by index of `buckets`. */
  byBucket(id: CubeMeasure): Float64Array {
    return this.keep(`bucket ${id}`, () =>
      this.moved(id, this.totals.byBucket, this.adjusted.state.classes.byBucket),
    );
  }

  private split(
    ids: readonly Measure[],
    dimension: MeasureQuery['by'][number],
  ): { readonly names: readonly string[]; readonly columns: readonly Float64Array[] } {
    const { cube } = this.adjusted.state;
    switch (dimension) {
      case 'rep':
        return { names: cube.reps.map(({ name }) => name), columns: ids.map((id) => this.byRep(inCube(id))) };
      case 'team':
        return { names: cube.reps.map(({ team }) => team), columns: ids.map((id) => this.byRep(inCube(id))) };
      case 'product':
        return {
          names: cube.products.map(({ name }) => name),
          columns: ids.map((id) => this.byProduct(inCube(id))),
        };
      case 'category':
        return {
          names: cube.products.map(({ category }) => category),
          columns: ids.map((id) => this.byProduct(inCube(id))),
        };
      default:
        throw new NotInCube();
    }
  }

  private total(id: Measure, range: DateRange): number {
    if (id === 'openAmount') return this.openAmount ?? 0;
    const measure = inCube(id);
    const { cube } = this.adjusted.state;
    if (isSame(range, cube.range)) return exactSum(this.byProduct(measure));
    const chosen = cube.buckets.flatMap((bucket, place) => {
      if (intersection(bucket, range) === null) return [];
      if (bucket.from < range.from || bucket.to > range.to) throw new NotInCube();
      return [this.byBucket(measure)[place] ?? 0];
    });
    return exactSum(chosen);
  }

  private moved(id: CubeMeasure, base: CubeSums, { classOf, memberOf, sums }: ClassParts): Float64Array {
    const { state } = this.adjusted;
    const how = movement[id];
    if (how === 'none' || classOf.length === 0) return base[id];
    const values = base[id].slice();
    const isMargin = how === 'margin';
    const factors = isMargin ? state.amount : state[how];
    for (let part = 0; part < classOf.length; part += 1) {
      const index = classOf[part] ?? 0;
      const moved = (factors[index] ?? 1) - 1;
      const units = isMargin ? (state.volume[index] ?? 1) - 1 : 0;
      if (moved === 0 && units === 0) continue;
      const sum = sums[id][part] ?? 0;
      const revenue = sums.costedRevenue[part] ?? 0;
      const gained = isMargin ? revenue * moved - (revenue - sum) * units : sum * moved;
      const member = memberOf[part] ?? 0;
      values[member] = (values[member] ?? 0) + gained;
    }
    return values;
  }

  private keep(key: string, reckon: () => Float64Array): Float64Array {
    const known = this.kept.get(key) ?? reckon();
    this.kept.set(key, known);
    return known;
  }
}

function inCube(id: Measure): CubeMeasure {
  const found = cubeMeasures.find((measure) => measure === id);
  if (found === undefined) throw new NotInCube(measureDeclared(id).dataset);
  return found;
}

function isSame(one: DateRange, other: DateRange): boolean {
  return one.from === other.from && one.to === other.to;
}
