import { dayNumber, daysOfRange } from '../model/calendar-date';
import type { ScenarioCube } from './cube';
import type { ScenarioState } from './scenario-state';

/**
 * By cell: u = t/(1 − c₀t) with its segment's churn c₀ and the share t of the period that has gone by the middle of its month. Sums
 * weighed by u say how orders answer any c₁, since (1 − c₁t)/(1 − c₀t) = 1 − (c₁ − c₀)·u.
 */
export function waningOf(cube: ScenarioCube): Float64Array {
  const { cells, buckets, range, segments } = cube;
  const start = dayNumber(range.from);
  const days = daysOfRange(range);
  const gone = buckets.map((bucket) => (dayNumber(bucket.from) - start + daysOfRange(bucket) / 2) / days);
  const churn = churnOfSegments(cube, (place) => cube.retention[place]?.lost ?? 0);
  const weights = segments.map((_, segment) => gone.map((t) => t / (1 - (churn[segment] ?? 0) * t)));
  return Float64Array.from(
    cells.segment,
    (segment, cell) => weights[segment]?.[cells.bucket[cell] ?? 0] ?? 0,
  );
}

/** By index of segment: the share of its customers that is lost; 0 where it had none. */
export function churnOfSegments(cube: ScenarioCube, lost: (place: number) => number): Float64Array {
  const places = new Map(cube.retention.map(({ segment }, place) => [segment, place]));
  return Float64Array.from(cube.segments, (segment) => {
    const place = places.get(segment);
    const there = place === undefined ? 0 : (cube.retention[place]?.there ?? 0);
    return place === undefined || there === 0 ? 0 : lost(place) / there;
  });
}

/** By class: by how much more its customers churn than in the base; 0 where churn has not been touched. */
export function driftOf({ cube, classes, lost }: ScenarioState): Float64Array {
  const segmentOf = classes.levels.get('segments');
  const drift = new Float64Array(classes.product.length);
  if (segmentOf === undefined) return drift;
  const before = churnOfSegments(cube, (place) => cube.retention[place]?.lost ?? 0);
  const after = churnOfSegments(cube, (place) => lost[place] ?? 0);
  return drift.map((_, index) => {
    const segment = segmentOf[index] ?? 0;
    return (after[segment] ?? 0) - (before[segment] ?? 0);
  });
}
