import { type DateRange, daysOfRange, intersection } from '../model/calendar-date';
import type { QuotaMeasure } from '../model/dataset';
import { periodRange } from '../model/period';
import { type PeriodShare, periodShare, shareOf } from '../model/period-share';
import { without } from '../model/range-difference';
import { groupBy } from './group-by';

/** One row of the dataset `quotas`, with names; empty where there is none. */
export interface Quota {
  readonly rep: string;
  /** The rep's team, or the team whose own quota it is. */
  readonly team: string;
  readonly region: string;
  readonly period: string;
  readonly measure: QuotaMeasure;
  readonly amount: number;
}

/** What of a quota lies in a range. */
export interface QuotaShare {
  /** Empty for a team's own quota. */
  readonly rep: string;
  readonly team: string;
  readonly region: string;
  readonly measure: QuotaMeasure;
  /** Counts for the rep; 0 for a team's own quota. */
  readonly amount: number;
  /** Counts for the team and the whole: nothing of a rep's quota on days for which the team has its own. */
  readonly teamAmount: number;
}

/** How much of a quota lies in a range: what counts is this share of its amount, whatever that is. */
export interface CutQuota {
  readonly quota: Quota;
  /** Counts for the rep; nothing of a team's own quota. */
  readonly share: PeriodShare;
  /** Counts for the team and the whole: see `QuotaShare`. */
  readonly teamShare: PeriodShare;
}

interface DatedQuota extends Quota {
  readonly dates: DateRange;
}

const nothing: PeriodShare = { covered: 0, of: 1 };

/**
 * Cuts quotas to a range. A quota whose period lies in the range counts whole; one that only overlaps it counts its share: equal
 * months, and days inside a month (`period-share.ts`). Where quotas of the same owner and measure overlap, the shorter period wins
 * on the days that it covers; of equal length, the later one; rows of the same period add up.
 */
export function quotasWithin(
  quotas: readonly Quota[],
  range: DateRange,
  fiscalYearStart: number,
): readonly QuotaShare[] {
  return cutQuotas(quotas, range, fiscalYearStart).map(({ quota, share, teamShare }) => ({
    rep: quota.rep,
    team: quota.team,
    region: quota.region,
    measure: quota.measure,
    amount: shareOf(quota.amount, share),
    teamAmount: shareOf(quota.amount, teamShare),
  }));
}

/** The quotas that a range touches, and how much of each counts in it: see `quotasWithin`. */
export function cutQuotas(
  quotas: readonly Quota[],
  range: DateRange,
  fiscalYearStart: number,
): readonly CutQuota[] {
  const overlapping = quotas.flatMap((quota) => {
    const dates = periodRange(quota.period, fiscalYearStart);
    return dates !== null && intersection(dates, range) !== null ? [{ ...quota, dates }] : [];
  });
  const ofTeams = overlapping.filter((quota) => quota.rep === '');
  const ofReps = overlapping.filter((quota) => quota.rep !== '');
  const teamQuotas = groupBy(ofTeams, teamKey);
  const teamDays = (quota: Quota) => (teamQuotas.get(teamKey(quota)) ?? []).map(({ dates }) => dates);
  return [
    ...cutByOwner(ofTeams, range, teamKey, () => []).map((cut) => ({ ...cut, share: nothing })),
    ...cutByOwner(ofReps, range, repKey, teamDays),
  ];
}

function teamKey(quota: Quota): string {
  return JSON.stringify([quota.measure, quota.team]);
}

function repKey(quota: Quota): string {
  return JSON.stringify([quota.measure, quota.rep]);
}

function cutByOwner(
  quotas: readonly DatedQuota[],
  range: DateRange,
  owner: (quota: Quota) => string,
  taken: (quota: Quota) => readonly DateRange[],
): readonly CutQuota[] {
  return [...groupBy(quotas, owner).values()].flatMap((owned) => cutOwned(owned, range, taken));
}

/** @param taken days on which a quota does not count for its team. */
function cutOwned(
  owned: readonly DatedQuota[],
  range: DateRange,
  taken: (quota: Quota) => readonly DateRange[],
): readonly CutQuota[] {
  return owned.map((quota) => {
    const inRange = intersection(quota.dates, range);
    const stronger = owned.filter((other) => winsOver(other, quota)).map((other) => other.dates);
    const left = inRange === null ? [] : without([inRange], stronger);
    return {
      quota,
      share: shareOfParts(quota, left),
      teamShare: shareOfParts(quota, without(left, taken(quota))),
    };
  });
}

function winsOver(one: DatedQuota, other: DatedQuota): boolean {
  const difference = daysOfRange(one.dates) - daysOfRange(other.dates);
  return difference < 0 || (difference === 0 && one.dates.from > other.dates.from);
}

function shareOfParts(quota: DatedQuota, parts: readonly DateRange[]): PeriodShare {
  const shares = parts.map((part) => periodShare(quota.dates, part));
  const covered = shares.reduce((total, share) => total + share.covered, 0);
  return { covered, of: shares[0]?.of ?? 1 };
}
