import { exactSum } from '../../kpi/exact-sum';
import { type Interval, wilsonInterval } from '../../kpi/wilson-interval';
import { sampleQuantile } from './distribution';
import { correlationOf, ranksOf } from './rank-correlation';
import type { Simulation } from './simulation';

export const percentiles = [5, 25, 50, 75, 95] as const;
export type Percentile = (typeof percentiles)[number];

export interface SimulationTarget {
  readonly value: number;
  /** Whether the KPI reaches it from below or from above. */
  readonly reachedBy: 'up' | 'down';
}

export interface SimulatedKpi {
  readonly id: string;
  /** Of the runs in which it has a value; null where it has none in any. */
  readonly mean: number | null;
  readonly percentiles: Readonly<Record<Percentile, number>> | null;
  /** Runs in which it has no value. */
  readonly without: number;
  readonly target: number | null;
  /** Share of all runs that reach the target; null without one. Those without a value do not. */
  readonly chance: number | null;
  /** Where the chance may lie, had there been runs without end. */
  readonly chanceInterval: Interval | null;
  readonly histogram: Histogram | null;
  /** By input: the share of the variance that it explains, 0 to 1; null where nothing varies. */
  readonly drivers: readonly (number | null)[];
}

export interface Histogram {
  readonly from: number;
  readonly to: number;
  /** Runs in each of equally wide bins. */
  readonly counts: readonly number[];
}

/** The sum up to each month's end: its percentiles over the runs. */
export interface SimulatedCourse {
  readonly id: string;
  readonly months: readonly Readonly<Record<Percentile, number>>[];
}

export interface SimulationSummary {
  readonly runs: number;
  readonly kpis: readonly SimulatedKpi[];
  readonly courses: readonly SimulatedCourse[];
  /** Keys of the inputs, in the order of the drivers. */
  readonly inputs: readonly string[];
}

const bins = 32;

/**
 * What the runs so far say. Percentiles are Hyndman & Fan's type 7 (PERCENTILE.INC). What drives a KPI is the squared rank correlation
 * of each input with it, as a share of their sum (Saltelli et al. 2000, “Sensitivity Analysis”): exact for independent inputs that
 * act in one direction without each other, and a fair order of importance else.
 */
export function summarise(
  simulation: Simulation,
  targets: ReadonlyMap<string, SimulationTarget>,
): SimulationSummary {
  const { done, inputs, model } = simulation;
  const ranks = simulation.drawn.map((values) => ranksOf(values.subarray(0, done)));
  return {
    runs: done,
    kpis: model.kpis.map((id, place) => {
      const values = (simulation.outcomes[place] ?? new Float64Array()).subarray(0, done);
      return { id, ...kpiSummary(values, targets.get(id) ?? null), drivers: driversOf(values, ranks) };
    }),
    courses: model.monthly.map((id, place) => ({
      id,
      months: (simulation.courses[place] ?? []).map((values) => percentilesOf(values.slice(0, done).sort())),
    })),
    inputs: inputs.map(({ key }) => key),
  };
}

function kpiSummary(
  values: Float64Array,
  target: SimulationTarget | null,
): Omit<SimulatedKpi, 'id' | 'drivers'> {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const isKnown = sorted.length > 0;
  const reached = target === null ? null : countReached(sorted, target);
  const hasRuns = values.length > 0;
  return {
    mean: isKnown ? exactSum(sorted) / sorted.length : null,
    percentiles: isKnown ? percentilesOf(sorted) : null,
    without: values.length - sorted.length,
    target: target?.value ?? null,
    chance: reached === null || !hasRuns ? null : reached / values.length,
    chanceInterval: reached === null || !hasRuns ? null : wilsonInterval(reached, values.length),
    histogram: isKnown ? histogramOf(sorted) : null,
  };
}

/** A run that is at the target but for the last digit is at it. */
const touching = 1e-12;

function countReached(sorted: Float64Array, { value, reachedBy }: SimulationTarget): number {
  const near = touching * Math.max(1, Math.abs(value));
  let count = 0;
  for (const reached of sorted) {
    if (reachedBy === 'up' ? reached >= value - near : reached <= value + near) count += 1;
  }
  return count;
}

function percentilesOf(sorted: Float64Array): Readonly<Record<Percentile, number>> {
  const at = (percentile: Percentile) => sampleQuantile(sorted, percentile / 100);
  return { 5: at(5), 25: at(25), 50: at(50), 75: at(75), 95: at(95) };
}

function histogramOf(sorted: Float64Array): Histogram {
  const [from, to] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (from === to) return { from, to, counts: [sorted.length] };
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from, to, counts };
}

function driversOf(values: Float64Array, ranks: readonly Float64Array[]): readonly (number | null)[] {
  const own = ranksOf(values);
  const squares = ranks.map((rank) => (correlationOf(rank, own) ?? 0) ** 2);
  const sum = squares.reduce((total, square) => total + square, 0);
  return squares.map((square) => (sum === 0 ? null : square / sum));
}
