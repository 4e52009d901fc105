import type { ClassParts } from './cell-classes';
import type { CubeMeasure } from './cube';
import type { CubeSums } from './cube-sums';
import { movements } from './movements';
import { driftOf } from './retention';
import type { Hire, ScenarioState } from './scenario-state';

const dust = 1e-12;

/** Whose sums are asked for: all reps' with those who are new, or theirs alone who are there. */
export type Whose = 'everybody' | 'present';

/**
 * What adjustments have made of the sums of a cube. A sum is its base plus what each class adds to it, so that where nothing is
 * adjusted the base stays to the last bit.
 */
export class MovedSums {
  private readonly drift: Float64Array;
  private readonly factors = new Map<string, Float64Array>();

  constructor(private readonly state: ScenarioState) {
    this.drift = driftOf(state);
  }

  /** By member of the parts. The base itself where nothing moves it. */
  moved(id: CubeMeasure, base: CubeSums, parts: ClassParts, whose: Whose): Float64Array {
    const before = base.of(id);
    const gains = this.gainsOf(id, parts, whose);
    if (gains === null) return before;
    const values = before.slice();
    const { memberOf } = parts;
    for (let part = 0; part < memberOf.length; part += 1) {
      const member = memberOf[part] ?? 0;
      values[member] = (values[member] ?? 0) + (gains[part] ?? 0);
    }
    for (let member = 0; member < values.length; member += 1) {
      values[member] = withoutDust(values[member] ?? 0, before[member] ?? 0);
    }
    return values;
  }

  /** What one new rep comes to. */
  ofHire(id: CubeMeasure, { share }: Hire): number {
    const { byProduct } = this.state.classes;
    const sums = byProduct.sums.of(id);
    const waning = byProduct.waning?.of(id);
    const factor = this.productOf(id);
    const drifts = movements[id].ofCustomers;
    let total = 0;
    for (let index = 0; index < share.length; index += 1) {
      const own = share[index] ?? 0;
      if (own === 0) continue;
      const lost = drifts ? (waning?.[index] ?? 0) * (this.drift[index] ?? 0) : 0;
      total += own * (factor[index] ?? 1) * ((sums[index] ?? 0) - lost);
    }
    return id === 'margin' ? this.marginOfHire(share) : total;
  }

  private marginOfHire(share: Float64Array): number {
    const { byProduct } = this.state.classes;
    const { amount, volume } = this.state;
    const [revenue, margin] = [byProduct.sums.of('costedRevenue'), byProduct.sums.of('margin')];
    const waning = byProduct.waning;
    let total = 0;
    for (let index = 0; index < share.length; index += 1) {
      const own = share[index] ?? 0;
      if (own === 0) continue;
      const drift = this.drift[index] ?? 0;
      const kept = (sum: number, lost: number | undefined) => sum - (lost ?? 0) * drift;
      const money = kept(revenue[index] ?? 0, waning?.of('costedRevenue')[index]);
      const rest = kept(margin[index] ?? 0, waning?.of('margin')[index]);
      total += own * (money * (amount[index] ?? 1) - (money - rest) * (volume[index] ?? 1));
    }
    return total;
  }

  /** By part: what it adds to its base; null where no part adds anything. */
  private gainsOf(id: CubeMeasure, parts: ClassParts, whose: Whose): Float64Array | null {
    const { classOf, sums, waning } = parts;
    if (classOf.length === 0) return null;
    const { ofReps, ofCustomers } = movements[id];
    const heads = ofReps ? this.headsOf(whose) : null;
    const factor = times(this.productOf(id), heads);
    const drift = ofCustomers && waning !== null && this.drift.some((own) => own !== 0) ? this.drift : null;
    const units = id === 'margin' ? times(this.state.volume, heads) : null;
    if (drift === null && isOne(factor) && (units === null || isOne(units))) return null;
    const gains = new Float64Array(classOf.length);
    addGains(gains, classOf, sums.of(units === null ? id : 'costedRevenue'), factor, 1);
    if (drift !== null && waning !== null)
      addDrift(gains, classOf, waning.of(units === null ? id : 'costedRevenue'), factor, drift, -1);
    if (units === null) return gains;
    // Margin is revenue less cost: cost = revenue − margin answers as units do.
    addGains(gains, classOf, sums.of('costedRevenue'), units, -1);
    addGains(gains, classOf, sums.of('margin'), units, 1);
    if (drift !== null && waning !== null) {
      addDrift(gains, classOf, waning.of('costedRevenue'), units, drift, 1);
      addDrift(gains, classOf, waning.of('margin'), units, drift, -1);
    }
    return gains;
  }

  private productOf(id: CubeMeasure): Float64Array {
    const { factors } = movements[id];
    const [first, second] = factors;
    if (first === undefined) throw new Error(`Nothing moves ${id}.`);
    if (second === undefined) return this.state[first];
    const key = factors.join();
    const known = this.factors.get(key) ?? times(this.state[first], this.state[second]);
    this.factors.set(key, known);
    return known;
  }

  private headsOf(whose: Whose): Float64Array {
    const { present, hired } = this.state;
    if (whose === 'present') return present;
    const known = this.factors.get('heads') ?? present.map((own, index) => own + (hired[index] ?? 0));
    this.factors.set('heads', known);
    return known;
  }
}

/** What is left of a sum from which all has been taken away is nothing, and no dust of rounding that shares could be made of. */
export function withoutDust(value: number, before: number): number {
  return Math.abs(value) <= Math.abs(before) * dust ? 0 : value;
}

function addGains(
  gains: Float64Array,
  classOf: Int32Array,
  sums: Float64Array,
  factor: Float64Array,
  sign: 1 | -1,
): void {
  for (let part = 0; part < classOf.length; part += 1) {
    const moved = (factor[classOf[part] ?? 0] ?? 1) - 1;
    if (moved !== 0) gains[part] = (gains[part] ?? 0) + sign * (sums[part] ?? 0) * moved;
  }
}

function addDrift(
  gains: Float64Array,
  classOf: Int32Array,
  waning: Float64Array,
  factor: Float64Array,
  drift: Float64Array,
  sign: 1 | -1,
): void {
  for (let part = 0; part < classOf.length; part += 1) {
    const index = classOf[part] ?? 0;
    const own = drift[index] ?? 0;
    if (own !== 0) gains[part] = (gains[part] ?? 0) + sign * (waning[part] ?? 0) * (factor[index] ?? 1) * own;
  }
}

function times(one: Float64Array, other: Float64Array | null): Float64Array {
  return other === null ? one : one.map((value, index) => value * (other[index] ?? 1));
}

function isOne(factor: Float64Array): boolean {
  return factor.every((value) => value === 1);
}
