import { exactSum } from '../kpi/exact-sum';

/** What a whole has and has given to its parts, for a KPI whose targets add up. */
export interface TargetGap {
  readonly whole: number;
  /** Of the parts that have a target. */
  readonly given: number;
  /** What is not given out; below 0 where more is given than there is. */
  readonly left: number;
}

/** Amounts that differ by less than this share of the whole are the same: what is left of adding decimals. */
const tolerance = 1e-9;

/** Null where the whole has no target or no part has one, so that there is nothing to compare, and where nothing is left. */
export function targetGap(whole: number | null, parts: readonly (number | null)[]): TargetGap | null {
  const set = parts.filter((part) => part !== null);
  if (whole === null || set.length === 0) return null;
  const given = exactSum(set);
  const left = whole - given;
  return Math.abs(left) <= tolerance * Math.max(Math.abs(whole), 1) ? null : { whole, given, left };
}
