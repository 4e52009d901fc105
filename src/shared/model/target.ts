import type { KpiDirection } from '../kpi/declaration';
import { type DateRange, daysOfRange, intersection } from './calendar-date';
import { type Period, periodRange } from './period';
import { periodShare, shareOf } from './period-share';
import { without } from './range-difference';

export const targetScopes = ['all', 'team', 'rep', 'product', 'segment'] as const;
export type TargetScope = (typeof targetScopes)[number];

export const targetStatuses = ['green', 'amber', 'red', 'none'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** To whom a target belongs: the name of the rep, team, product or segment; empty for `all`. */
export interface ScopeOfTarget {
  readonly kind: TargetScope;
  readonly key: string;
}

/** What a KPI should reach, and the limits on its own scale beyond which it is no longer green, or red. */
export interface TargetLevels {
  readonly value: number;
  readonly amber: number;
  readonly red: number;
}

/** A target as it is set: limits left out are filled in by `levelsOf`; an empty period means every period. */
export interface SetTarget {
  readonly period: Period | '';
  readonly value: number;
  readonly amber: number | null;
  readonly red: number | null;
}

/** How far from the amber limit the red one lies when it is not set, as a share of the target. */
const redDistance = 0.1;
/** How far from a target that is to be met closely the amber limit lies when it is not set, as a share of the target. */
const nearTolerance = 0.05;

/**
 * Fills in the limits that are not set. Amber begins at the target itself, or 5 % off it where near is better; red begins 10 % of
 * the target beyond amber, or 10 % off the target where near is better.
 */
export function levelsOf(target: SetTarget, direction: KpiDirection): TargetLevels {
  const size = Math.abs(target.value);
  const worse = direction === 'up' ? -1 : 1;
  const amber = target.amber ?? target.value + (direction === 'near' ? nearTolerance * size : 0);
  const beyond = direction === 'near' ? target.value : amber;
  return { value: target.value, amber, red: target.red ?? beyond + worse * redDistance * size };
}

/**
 * Green up to and with the amber limit, amber up to and with the red one, red beyond; none without a value or a target. Where near
 * is better a limit counts by its distance from the target, on both sides.
 */
export function statusOf(
  value: number | null,
  levels: TargetLevels | null,
  direction: KpiDirection,
): TargetStatus {
  if (value === null || levels === null) return 'none';
  const distance = (measured: number): number => {
    switch (direction) {
      case 'up':
        return levels.value - measured;
      case 'down':
        return measured - levels.value;
      case 'near':
        return Math.abs(measured - levels.value);
    }
  };
  if (distance(value) > distance(levels.red)) return 'red';
  return distance(value) > distance(levels.amber) ? 'amber' : 'green';
}

/**
 * The target that holds for a range, among those of one KPI and one scope. In this order: the one whose period is the range; for a
 * KPI that adds up over time, the sum of the shares of those that together cover the range, the shorter period winning where they
 * overlap and a period that is longer counting its share as quotas do; for any other KPI, the shortest that holds the range; the
 * one without a period. Null when there is none.
 */
export function targetFor(
  targets: readonly SetTarget[],
  range: DateRange,
  kpi: { readonly direction: KpiDirection; readonly additive: boolean },
  fiscalYearStart: number,
): TargetLevels | null {
  const dated = targets.flatMap((target) => {
    const dates = target.period === '' ? null : periodRange(target.period, fiscalYearStart);
    return dates === null ? [] : [{ levels: levelsOf(target, kpi.direction), dates }];
  });
  const shortestFirst = dated.sort((one, other) => daysOfRange(one.dates) - daysOfRange(other.dates));
  const exact = shortestFirst.find(({ dates }) => dates.from === range.from && dates.to === range.to);
  if (exact) return exact.levels;
  const built = kpi.additive
    ? sumOfShares(shortestFirst, range)
    : shortestFirst.find(({ dates }) => dates.from <= range.from && range.to <= dates.to)?.levels;
  if (built) return built;
  const always = targets.find(({ period }) => period === '');
  return always ? levelsOf(always, kpi.direction) : null;
}

interface DatedLevels {
  readonly levels: TargetLevels;
  readonly dates: DateRange;
}

/** Null unless every day of the range is covered. */
function sumOfShares(shortestFirst: readonly DatedLevels[], range: DateRange): TargetLevels | null {
  let open: readonly DateRange[] = [range];
  let sum: TargetLevels = { value: 0, amber: 0, red: 0 };
  for (const { levels, dates } of shortestFirst) {
    const parts = open.flatMap((gap) => intersection(gap, dates) ?? []);
    for (const part of parts) {
      const share = periodShare(dates, part);
      sum = {
        value: sum.value + shareOf(levels.value, share),
        amber: sum.amber + shareOf(levels.amber, share),
        red: sum.red + shareOf(levels.red, share),
      };
    }
    open = without(open, parts);
  }
  return open.length === 0 ? sum : null;
}
