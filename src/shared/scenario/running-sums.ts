import { exactSum } from '../kpi/exact-sum';
import { type AlikeClasses, joined } from './alike-classes';
import type { ClassParts } from './cell-classes';
import type { CubeMeasure } from './cube';
import type { CubeSums, CubeTotals } from './cube-sums';
import { withoutDust } from './moved-sums';
import { movements } from './movements';
import { churnOfSegments } from './retention';
import type { ClassFactor, Hire, ScenarioState } from './scenario-state';

type Whose = 'everybody' | 'present' | 'nobody';

/**
 * What a state comes to, read again and again while its factors are written between: the same sums as `MovedSums`, into arrays that
 * are kept, so that a run makes nothing that has to be cleared away. Classes that always move alike are added up beforehand.
 */
export class RunningSums {
  /** By name: factors of this run, or of one before. */
  private readonly factors = new Map<string, { run: number; readonly values: Float64Array }>();
  private readonly everyClass: Int32Array;
  private readonly drift: Float64Array;
  private readonly churnBefore: Float64Array;
  private readonly baseTotals = new Map<CubeMeasure, number>();
  private readonly columns = new Map<string, Float64Array>();
  private readonly whole: ClassParts;
  private readonly reps: ClassParts;
  private readonly total1 = new Float64Array(1);
  private isDrifting = false;
  private runs = 0;

  constructor(
    private readonly state: ScenarioState,
    private readonly totals: CubeTotals,
    private readonly alike: AlikeClasses,
  ) {
    const { classes, cube } = state;
    const count = classes.product.length;
    this.everyClass = classes.product.map((_, index) => index);
    this.drift = new Float64Array(count);
    this.churnBefore = churnOfSegments(cube, (place) => cube.retention[place]?.lost ?? 0);
    const inOne = { ...classes.byProduct, memberOf: new Int32Array(classes.byProduct.memberOf.length) };
    this.whole = joined(inOne, alike, 1);
    this.reps = joined(classes.byRep, alike, cube.reps.length);
  }

  /** To be called when the factors have been written anew. */
  refresh(): void {
    const { classes, cube, lost } = this.state;
    const segmentOf = classes.levels.get('segments');
    this.isDrifting = false;
    this.runs += 1;
    if (segmentOf === undefined) return;
    const after = churnOfSegments(cube, (place) => lost[place] ?? 0);
    for (let index = 0; index < this.drift.length; index += 1) {
      const segment = segmentOf[index] ?? 0;
      const own = (after[segment] ?? 0) - (this.churnBefore[segment] ?? 0);
      this.drift[index] = own;
      if (own !== 0) this.isDrifting = true;
    }
  }

  /** Over the whole period. */
  total(id: CubeMeasure): number {
    const { total1 } = this;
    total1[0] = this.baseTotal(id);
    this.addGains(id, this.whole, total1, 'everybody', false);
    return withoutDust(total1[0] ?? 0, this.baseTotal(id));
  }

  byProduct(id: CubeMeasure): Float64Array {
    return this.column(`product ${id}`, id, this.totals.byProduct, this.state.classes.byProduct, 'everybody');
  }

  /** Of the reps who are there already. */
  byRep(id: CubeMeasure): Float64Array {
    return this.column(`rep ${id}`, id, this.totals.byRep, this.reps, 'present');
  }

  byBucket(id: CubeMeasure): Float64Array {
    return this.column(`bucket ${id}`, id, this.totals.byBucket, this.state.classes.byBucket, 'everybody');
  }

  /** What one new rep comes to: a share of what the reps there made. */
  ofHire(id: CubeMeasure, { share }: Hire): number {
    const { factors, ofReps, ofCustomers } = movements[id];
    const factor = this.filled(factors, ofReps, 'nobody', false);
    const units = id === 'margin' ? this.filled(['volume'], ofReps, 'nobody', false) : null;
    const { classOf, sums, waning } = this.whole;
    const kept = (measure: CubeMeasure, part: number, index: number): number => {
      const late = ofCustomers && this.isDrifting ? (waning?.of(measure)[part] ?? 0) : 0;
      return (sums.of(measure)[part] ?? 0) - late * (this.drift[index] ?? 0);
    };
    let total = 0;
    for (let part = 0; part < classOf.length; part += 1) {
      const index = classOf[part] ?? 0;
      const own = share[index] ?? 0;
      if (own === 0) continue;
      const revenue = kept(units === null ? id : 'costedRevenue', part, index);
      total += own * revenue * (factor[index] ?? 1);
      if (units !== null) total -= own * (revenue - kept('margin', part, index)) * (units[index] ?? 1);
    }
    return total;
  }

  private column(
    key: string,
    id: CubeMeasure,
    base: CubeSums,
    parts: ClassParts,
    whose: Whose,
  ): Float64Array {
    const before = base.of(id);
    const values = this.columns.get(key) ?? new Float64Array(before.length);
    this.columns.set(key, values);
    values.set(before);
    this.addGains(id, parts, values, whose, parts !== this.reps);
    for (let member = 0; member < values.length; member += 1) {
      values[member] = withoutDust(values[member] ?? 0, before[member] ?? 0);
    }
    return values;
  }

  /** Adds what each part gains: see `MovedSums`. */
  private addGains(
    id: CubeMeasure,
    parts: ClassParts,
    values: Float64Array,
    whose: Whose,
    everywhere: boolean,
  ): void {
    const { factors, ofReps, ofCustomers } = movements[id];
    const factor = this.filled(factors, ofReps, whose, everywhere);
    const waning = this.isDrifting && ofCustomers ? parts.waning : null;
    if (id === 'margin') {
      // Margin is revenue less cost, and cost, which is revenue less margin, answers as units do.
      const units = this.filled(['volume'], ofReps, whose, everywhere);
      this.addMoved(parts, parts.sums.of('costedRevenue'), factor, values, 1);
      this.addMoved(parts, parts.sums.of('costedRevenue'), units, values, -1);
      this.addMoved(parts, parts.sums.of('margin'), units, values, 1);
      if (waning === null) return;
      this.addLost(parts, waning.of('costedRevenue'), factor, values, 1);
      this.addLost(parts, waning.of('costedRevenue'), units, values, -1);
      this.addLost(parts, waning.of('margin'), units, values, 1);
      return;
    }
    this.addMoved(parts, parts.sums.of(id), factor, values, 1);
    if (waning !== null) this.addLost(parts, waning.of(id), factor, values, 1);
  }

  private addMoved(
    { classOf, memberOf }: ClassParts,
    sums: Float64Array,
    factor: Float64Array,
    values: Float64Array,
    sign: 1 | -1,
  ): void {
    for (let part = 0; part < classOf.length; part += 1) {
      const moved = (factor[classOf[part] ?? 0] ?? 1) - 1;
      if (moved === 0) continue;
      const member = memberOf[part] ?? 0;
      values[member] = (values[member] ?? 0) + sign * (sums[part] ?? 0) * moved;
    }
  }

  private addLost(
    { classOf, memberOf }: ClassParts,
    late: Float64Array,
    factor: Float64Array,
    values: Float64Array,
    sign: 1 | -1,
  ): void {
    for (let part = 0; part < classOf.length; part += 1) {
      const index = classOf[part] ?? 0;
      const drift = this.drift[index] ?? 0;
      if (drift === 0) continue;
      const member = memberOf[part] ?? 0;
      values[member] = (values[member] ?? 0) - sign * (late[part] ?? 0) * (factor[index] ?? 1) * drift;
    }
  }

  /** By class, of this run: what a measure is multiplied by. Written where classes stand for others, or everywhere. */
  private filled(
    names: readonly ClassFactor[],
    ofReps: boolean,
    whose: Whose,
    everywhere: boolean,
  ): Float64Array {
    const key = `${names.join()} ${ofReps ? whose : ''} ${everywhere}`;
    const known = this.factors.get(key) ?? { run: -1, values: new Float64Array(this.drift.length) };
    this.factors.set(key, known);
    if (known.run === this.runs) return known.values;
    known.run = this.runs;
    const { state } = this;
    const [one, other] = names;
    const first = one === undefined ? null : state[one];
    const second = other === undefined ? null : state[other];
    const { present, hired } = state;
    const { values } = known;
    const places = everywhere ? this.everyClass : this.alike.first;
    for (let place = 0; place < places.length; place += 1) {
      const index = places[place] ?? 0;
      let own = first === null ? 1 : (first[index] ?? 1);
      if (second !== null) own *= second[index] ?? 1;
      if (ofReps && whose === 'present') own *= present[index] ?? 1;
      if (ofReps && whose === 'everybody') own *= (present[index] ?? 1) + (hired[index] ?? 0);
      values[index] = own;
    }
    return values;
  }

  private baseTotal(id: CubeMeasure): number {
    const known = this.baseTotals.get(id);
    if (known !== undefined) return known;
    const { openEarlier } = this.state.cube;
    const earlier = id === 'openAmount' ? openEarlier.amount : id === 'openDeals' ? openEarlier.deals : 0;
    const total = exactSum(this.totals.byProduct.of(id)) + earlier;
    this.baseTotals.set(id, total);
    return total;
  }
}
