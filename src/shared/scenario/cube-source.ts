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
import { type CubeMeasure, cubeMeasures } from './cube';
import type { CubeTotals } from './cube-sums';
import { MovedSums } from './moved-sums';
import { type NewRep, newReps, quotasOfNewReps } from './new-reps';
import { sharesByOwner } from './owned-quotas';
import type { ScenarioState } from './scenario-state';

/** Asked for something that a cube does not hold. Which KPIs a cube can answer is known beforehand: `evaluate-scenario.ts`. */
class NotInCube extends Error {}

/** An adjusted cube as a source of measures: the KPIs' own declarations are evaluated on it. */
export class CubeSource implements MeasureSource {
  readonly options: { readonly fiscalYearStart: number; readonly inactivityDays: number };
  /** Those whom levers add, each with a name that no other rep has. */
  readonly newReps: readonly NewRep[];
  private readonly sums: MovedSums;
  private readonly kept = new Map<string, Float64Array>();
  private keptQuotas: readonly QuotaShare[] | null = null;

  constructor(
    private readonly state: ScenarioState,
    private readonly totals: CubeTotals,
  ) {
    const { fiscalYearStart, inactivityDays } = state.cube;
    this.options = { fiscalYearStart, inactivityDays };
    this.sums = new MovedSums(state);
    this.newReps = newReps(state);
  }

  hasRows(dataset: DatasetId): boolean {
    return this.state.cube.datasets.includes(dataset);
  }

  recordsChurn(): boolean {
    throw new NotInCube();
  }

  recordsRecurring(): boolean {
    throw new NotInCube();
  }

  stageDays(): ReadonlyMap<string, readonly number[]> {
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
    // Quantiles of the cycle stand beside its mean; what-if shows the mean alone.
    if (dimension === 'cycle_days') return [];
    if (!isSame(range, this.state.cube.range)) throw new NotInCube();
    const { names, columns } = this.split(ids, dimension);
    const places = groupBy(names.keys(), (place) => names[place] ?? '');
    return [...places].flatMap(([name, own]) => {
      const values = columns.map((column) => exactSum(own.map((place) => column[place] ?? 0)));
      return values.every((value) => value === 0) ? [] : [{ keys: [name], values }];
    });
  }

  quotas(range: DateRange, filter: KpiFilter): readonly QuotaShare[] {
    const { cube, quotas, quotaAmounts, quotaPresence } = this.state;
    if (!isSame(range, cube.range) || Object.keys(filter).length > 0) throw new NotInCube();
    this.keptQuotas ??= [
      ...sharesByOwner(quotas, quotaAmounts, quotaPresence),
      ...quotasOfNewReps(this.newReps, this.state),
    ];
    return this.keptQuotas;
  }

  prices(): readonly ProductPrices[] {
    const { cube, listPrices, competitorPrices } = this.state;
    const listed = new Map(cube.products.map(({ name }, index) => [name, listPrices[index] ?? null]));
    return cube.prices.map((price, place) => ({
      ...price,
      listPrice: listed.get(price.product) ?? price.listPrice,
      competitors: price.competitors.map(({ competitor, price: seen }, at) => ({
        competitor,
        price: competitorPrices[place]?.[at] ?? seen,
      })),
    }));
  }

  /** A measure's sum for each product of the period, by index. */
  byProduct(id: CubeMeasure): Float64Array {
    return this.keep(`product ${id}`, () =>
      this.sums.moved(id, this.totals.byProduct, this.state.classes.byProduct, 'everybody'),
    );
  }

  /** A measure's sum for each rep, by index; after them the new ones. */
  byRep(id: CubeMeasure): Float64Array {
    return this.keep(`rep ${id}`, () => {
      const there = this.sums.moved(id, this.totals.byRep, this.state.classes.byRep, 'present');
      if (this.newReps.length === 0) return there;
      const ofNew = this.newReps.map(({ hire, part }) => part * this.sums.ofHire(id, hire));
      return Float64Array.from([...there, ...ofNew]);
    });
  }

  /** A measure's sum over the whole period. */
  sum(id: CubeMeasure): number {
    return this.total(id, this.state.cube.range);
  }

  /** A measure's sum for each month of the cube, by index of `buckets`. */
  byBucket(id: CubeMeasure): Float64Array {
    return this.keep(`bucket ${id}`, () =>
      this.sums.moved(id, this.totals.byBucket, this.state.classes.byBucket, 'everybody'),
    );
  }

  private split(
    ids: readonly Measure[],
    dimension: MeasureQuery['by'][number],
  ): { readonly names: readonly string[]; readonly columns: readonly Float64Array[] } {
    const { reps, products } = this.state.cube;
    switch (dimension) {
      case 'rep':
      case 'team':
        return {
          names: [...reps, ...this.newReps].map((rep) => (dimension === 'rep' ? rep.name : rep.team)),
          columns: ids.map((id) => this.byRep(inCube(id))),
        };
      case 'product':
      case 'category':
        return {
          names: products.map(({ name, category }) => (dimension === 'product' ? name : category)),
          columns: ids.map((id) => this.byProduct(inCube(id))),
        };
      default:
        throw new NotInCube();
    }
  }

  private total(id: Measure, range: DateRange): number {
    const measure = inCube(id);
    const { cube } = this.state;
    if (isSame(range, cube.range)) {
      const sum = exactSum(this.byProduct(measure));
      if (measure === 'openAmount') return sum + cube.openEarlier.amount;
      return measure === 'openDeals' ? sum + cube.openEarlier.deals : sum;
    }
    const chosen = cube.buckets.flatMap((bucket, place) => {
      if (intersection(bucket, range) === null) return [];
      if (bucket.from < range.from || bucket.to > range.to) throw new NotInCube();
      return [this.byBucket(measure)[place] ?? 0];
    });
    return exactSum(chosen);
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
