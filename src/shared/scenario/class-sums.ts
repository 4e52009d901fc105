import type { CubeMeasure } from './cube';
import { movements } from './movements';
import { driftOf } from './retention';
import { type Adjustment, changed } from './scenario';
import type { ClassFactor, ScenarioState } from './scenario-state';

/** The sum of a measure over classes, as the levers before have left it; not of margin, whose parts answer apart. */
export function sumOf(
  measure: Exclude<CubeMeasure, 'margin'>,
  classes: Int32Array,
  state: ScenarioState,
): number {
  const sums = state.classes.byProduct.sums.of(measure);
  const { factors, ofReps, ofCustomers } = movements[measure];
  const [one, other] = factors;
  const first = one === undefined ? null : state[one];
  const second = other === undefined ? null : state[other];
  const { present, hired } = state;
  const late = ofCustomers ? (state.classes.byProduct.waning?.of(measure) ?? null) : null;
  const drift = late === null ? null : driftOf(state);
  let total = 0;
  for (let place = 0; place < classes.length; place += 1) {
    const index = classes[place] ?? 0;
    let own = sums[index] ?? 0;
    if (late !== null) own -= (late[index] ?? 0) * (drift?.[index] ?? 0);
    if (own === 0) continue;
    if (first !== null) own *= first[index] ?? 1;
    if (second !== null) own *= second[index] ?? 1;
    if (ofReps) own *= (present[index] ?? 1) + (hired[index] ?? 0);
    total += own;
  }
  return total;
}

export function multiply(factor: ClassFactor, classes: Int32Array, by: number, state: ScenarioState): void {
  if (by === 1) return;
  const factors = state[factor];
  for (let place = 0; place < classes.length; place += 1) {
    const index = classes[place] ?? 0;
    factors[index] = (factors[index] ?? 1) * by;
  }
}

/** By what an adjustment multiplies a sum above 0; null where there is nothing to start from. */
export function factorFor(before: number, adjustment: Adjustment): number | null {
  if (before <= 0) return null;
  return adjustment.op === 'scale' ? changed(1, adjustment) : changed(before, adjustment) / before;
}
