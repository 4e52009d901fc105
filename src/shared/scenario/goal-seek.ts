import type { KpiReading } from './kpi-reading';
import type { Adjustment } from './scenario';

/** The number of an adjustment that is sought. */
export type SoughtField = 'value' | 'elasticity';

export interface Goal {
  /** Id of the adjustment to vary. */
  readonly adjustment: string;
  readonly field: SoughtField;
  readonly target: number;
  /** Bounds of the value sought, both inclusive. */
  readonly low: number;
  readonly high: number;
}

export type GoalResult =
  /** The KPI is at the target, within the tolerance. */
  | { readonly kind: 'found'; readonly value: number; readonly reached: number }
  /** The KPI jumps over the target, as a count of reps does: at this value it is on the far side of the jump. */
  | { readonly kind: 'jumps'; readonly value: number; readonly reached: number }
  /** No value within the bounds does it; this one comes closest. */
  | {
      readonly kind: 'outOfReach';
      readonly value: number;
      readonly reached: number;
      /** The least and the most that the KPI comes to within the bounds, and the values that bring it there. */
      readonly least: ReachedValue;
      readonly most: ReachedValue;
    }
  /** The KPI does not move with this value at all. */
  | { readonly kind: 'unmoved'; readonly reached: number }
  | { readonly kind: 'noValue' };

export interface ReachedValue {
  readonly value: number;
  readonly reached: number;
}

/** Of the target, or of one where that is smaller. */
export const goalTolerance = 1e-9;
const samples = 24;
const mostHalvings = 60;
const goldenSteps = 40;
const golden = (Math.sqrt(5) - 1) / 2;

interface Point {
  readonly at: number;
  readonly reached: number;
}

/**
 * The value of one adjustment that brings a KPI to a target: the bounds are sampled for a change of sign, and the bracket nearest to
 * today's value is narrowed by bisection. Where the KPI turns round near the target between two samples, as revenue does at the best
 * price, the turn is sought by golden section (Kiefer 1953, "Sequential minimax search for a maximum") and is a sample too. The
 * adjustment is taken as switched on.
 */
export function seekGoal(adjustments: readonly Adjustment[], goal: Goal, reading: KpiReading): GoalResult {
  const { target, low, high } = goal;
  const read = (at: number) => reading(withValue(adjustments, goal, at));
  const now = adjustments.find(({ id }) => id === goal.adjustment)?.[goal.field];
  const today = Math.min(high, Math.max(low, now ?? (low + high) / 2));
  const even = sampled(today, low, high).flatMap((at): Point[] => {
    const reached = read(at);
    return reached === null ? [] : [{ at, reached }];
  });
  const points = withTurns(even, target, read);
  const closest = nearest(points, ({ reached }) => Math.abs(reached - target));
  if (closest === undefined) return { kind: 'noValue' };
  const isAt = (reached: number) =>
    Math.abs(reached - target) <= goalTolerance * Math.max(1, Math.abs(target));
  const away = ({ at }: Point) => Math.abs(at - today);
  const hit = nearest(
    points.filter(({ reached }) => isAt(reached)),
    away,
  );
  if (points.every(({ reached }) => reached === closest.reached) && hit === undefined)
    return { kind: 'unmoved', reached: closest.reached };
  const brackets = points.slice(1).flatMap((right, index) => {
    const left = points[index];
    return left && left.reached < target !== right.reached < target ? [{ left, right }] : [];
  });
  const bracket = nearest(brackets, ({ left, right }) => Math.min(away(left), away(right)));
  if (
    hit !== undefined &&
    (bracket === undefined || away(hit) <= Math.max(away(bracket.left), away(bracket.right)))
  )
    return { kind: 'found', value: hit.at, reached: hit.reached };
  if (bracket === undefined) {
    const extreme = (sign: 1 | -1) => reachedBy(nearest(points, ({ reached }) => sign * reached) ?? closest);
    return { kind: 'outOfReach', ...reachedBy(closest), least: extreme(1), most: extreme(-1) };
  }
  return narrowed(bracket, target, read, isAt);
}

function reachedBy({ at, reached }: Point): ReachedValue {
  return { value: at, reached };
}

/** The points, and between them the turns of the KPI towards the target that do not cross it as far as the points show. */
function withTurns(
  points: readonly Point[],
  target: number,
  read: (at: number) => number | null,
): readonly Point[] {
  const turns = points.slice(2).flatMap((right, index) => {
    const left = points[index];
    const middle = points[index + 1];
    if (left === undefined || middle === undefined) return [];
    const sign = middle.reached < target ? 1 : -1;
    const gap = ({ reached }: Point) => sign * (target - reached);
    if (gap(left) < gap(middle) || gap(right) < gap(middle)) return [];
    if (gap(left) === gap(middle) && gap(right) === gap(middle)) return [];
    return turn(left.at, right.at, gap, read);
  });
  return [...points, ...turns].sort((one, other) => one.at - other.at);
}

/** The least gap between two values by golden section, as soon as it is none; nothing where the KPI has no value on the way. */
function turn(
  from: number,
  to: number,
  gap: (point: Point) => number,
  read: (at: number) => number | null,
): readonly Point[] {
  const pointAt = (at: number): Point | null => {
    const reached = read(at);
    return reached === null ? null : { at, reached };
  };
  let [low, high] = [from, to];
  let left = pointAt(high - golden * (high - low));
  let right = pointAt(low + golden * (high - low));
  for (let step = 0; step < goldenSteps && left !== null && right !== null; step += 1) {
    const best = gap(left) < gap(right) ? left : right;
    if (gap(best) <= 0) return [best];
    if (best === left) {
      [high, right] = [right.at, left];
      left = pointAt(high - golden * (high - low));
    } else {
      [low, left] = [left.at, right];
      right = pointAt(low + golden * (high - low));
    }
  }
  return left === null || right === null ? [] : [gap(left) < gap(right) ? left : right];
}

function narrowed(
  bracket: { readonly left: Point; readonly right: Point },
  target: number,
  read: (at: number) => number | null,
  isAt: (reached: number) => boolean,
): GoalResult {
  let { left, right } = bracket;
  for (let halving = 0; halving < mostHalvings; halving += 1) {
    const at = (left.at + right.at) / 2;
    const reached = read(at);
    if (reached === null) break;
    if (isAt(reached)) return { kind: 'found', value: at, reached };
    const middle = { at, reached };
    if (reached < target === left.reached < target) left = middle;
    else right = middle;
  }
  const above = left.reached >= target ? left : right;
  return { kind: 'jumps', value: above.at, reached: above.reached };
}

/** The adjustments with the value that is sought in its place. */
export function withValue(
  adjustments: readonly Adjustment[],
  { adjustment, field }: Pick<Goal, 'adjustment' | 'field'>,
  value: number,
): readonly Adjustment[] {
  return adjustments.map((own) => (own.id === adjustment ? { ...own, enabled: true, [field]: value } : own));
}

/** Both bounds, a place hard by each that shows a turn beside it, today's value, and places evenly between the bounds. */
function sampled(today: number, low: number, high: number): readonly number[] {
  const even = Array.from({ length: samples + 1 }, (_, index) => low + ((high - low) * index) / samples);
  const hardBy = (high - low) * 1e-6;
  return [...new Set([...even, low + hardBy, high - hardBy, today])].sort((one, other) => one - other);
}

function nearest<Item>(items: readonly Item[], distance: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || distance(item) < distance(best) ? item : best),
    undefined,
  );
}
