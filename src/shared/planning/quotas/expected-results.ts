import { exactSum } from '../../kpi/exact-sum';
import { normalProbability } from '../../kpi/normal-distribution';
import { daysOfRange, earlierOf, lastOfMonth } from '../../model/calendar-date';
import { periodsWithin } from '../../model/period';
import { rampedCapacity } from '../ramped-capacity';
import { seasonOf } from './plan-weights';
import type { PlannedRep, QuotaPlan, QuotaPlanBase } from './quota-plan';

/** What a rep is expected to come to. */
export interface ExpectedResult {
  /** By calendar month, `YYYY-MM`. */
  readonly months: ReadonlyMap<string, number>;
  readonly total: number;
  /** Of the total; 0 where all of it has happened. */
  readonly deviation: number;
  /** Whose past it stands on: the rep's own, the team's, or that of all; null where there is none. */
  readonly by: 'rep' | 'team' | 'all' | null;
}

/** The months of the past that are looked at. */
const monthsOfPast = 12;
/** A rep with less capacity than this behind is judged by the team, or by all. In months of full productivity. */
const fewestMonths = 3;

interface Pace {
  /** Result for each month of full productivity, without the season. */
  readonly rate: number;
  /** Of one such month. */
  readonly deviation: number;
  readonly capacity: number;
}

/**
 * What each rep is expected to come to in the plan's periods: months that the data reach count as they were; the others at the pace
 * of the last twelve whole months – result ÷ months of ramped capacity, without the season – times the capacity and the season to
 * come. A rep with less than three months of capacity behind goes at the team's pace, or that of all. The deviation is that of the
 * months of the past around their own pace, and months are taken for independent.
 */
export function expectedResults(plan: QuotaPlan, base: QuotaPlanBase): ReadonlyMap<string, ExpectedResult> {
  const paces = pacesOf(plan, base);
  return new Map(
    base.reps.map((rep) => {
      const [by, pace] = paceFor(rep, paces);
      const outlooks = periodsWithin({ from: plan.from, to: plan.to }, 'month', 1).map(({ key }) => ({
        key,
        ...monthOutlook(rep, key, pace, plan, base),
      }));
      const result = {
        months: new Map(outlooks.map(({ key, value }) => [key, value])),
        total: exactSum(outlooks.map(({ value }) => value)),
        deviation: Math.sqrt(exactSum(outlooks.map(({ variance }) => variance))),
        by,
      };
      return [rep.name, result] as const;
    }),
  );
}

/** The chance that a rep reaches a quota; null without a quota or without a past to judge by. */
export function chanceToReach(expected: ExpectedResult, quota: number): number | null {
  if (quota <= 0 || expected.by === null) return null;
  if (expected.deviation === 0) return expected.total >= quota ? 1 : 0;
  return normalProbability((expected.total - quota) / expected.deviation);
}

interface Paces {
  readonly rep: ReadonlyMap<string, Pace>;
  readonly team: ReadonlyMap<string, Pace>;
  readonly all: Pace | null;
}

function pacesOf(plan: QuotaPlan, base: QuotaPlanBase): Paces {
  const months = base.wholeMonths.slice(-monthsOfPast);
  const teams = new Map<string, PlannedRep[]>();
  for (const rep of base.reps) teams.set(rep.team, [...(teams.get(rep.team) ?? []), rep]);
  const paces = (groups: Iterable<readonly [string, readonly PlannedRep[]]>) =>
    new Map(
      [...groups].flatMap(([key, reps]) => {
        const pace = paceOf(reps, months, plan, base);
        return pace === null ? [] : [[key, pace] as const];
      }),
    );
  teams.delete('');
  return {
    rep: paces(base.reps.map((rep) => [rep.name, [rep]] as const)),
    team: paces(teams),
    all: paceOf(base.reps, months, plan, base),
  };
}

/** The pace of some reps together, and how far each rep's months lie from it. Null without any capacity in the months. */
function paceOf(
  reps: readonly PlannedRep[],
  months: readonly string[],
  { ramp }: QuotaPlan,
  { season }: QuotaPlanBase,
): Pace | null {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const range = { from: `${first}-01`, to: lastOfMonth(`${last}-01`) };
  const points = reps.flatMap((rep) =>
    rampedCapacity(rep, range, ramp).map(({ month, capacity }) => ({
      weight: capacity * seasonOf(month, season),
      capacity,
      result: rep.months.get(month) ?? 0,
    })),
  );
  const working = points.filter(({ weight }) => weight > 0);
  const weight = working.reduce((sum, point) => sum + point.weight, 0);
  if (weight === 0) return null;
  const rate = working.reduce((sum, { result }) => sum + result, 0) / weight;
  const squares = working.reduce((sum, point) => sum + (point.result - rate * point.weight) ** 2, 0);
  return {
    rate,
    deviation: working.length < 2 ? Math.abs(rate) : Math.sqrt(squares / (working.length - 1)),
    capacity: working.reduce((sum, { capacity }) => sum + capacity, 0),
  };
}

function paceFor({ name, team }: PlannedRep, paces: Paces): readonly [ExpectedResult['by'], Pace | null] {
  const own = paces.rep.get(name);
  if (own !== undefined && own.capacity >= fewestMonths) return ['rep', own];
  const ofTeam = paces.team.get(team);
  if (ofTeam !== undefined && ofTeam.capacity >= fewestMonths) return ['team', ofTeam];
  return paces.all === null ? [null, null] : ['all', paces.all];
}

/** What a month came to, or is expected to; of the open month what it has come to, and the rest by its share of days. */
function monthOutlook(
  rep: PlannedRep,
  month: string,
  pace: Pace | null,
  { ramp }: QuotaPlan,
  { asOf, season }: QuotaPlanBase,
): { readonly value: number; readonly variance: number } {
  const [from, to] = [`${month}-01`, lastOfMonth(`${month}-01`)];
  const done = rep.months.get(month) ?? 0;
  if (asOf !== null && to <= asOf) return { value: done, variance: 0 };
  const [{ capacity } = { capacity: 0 }] = rampedCapacity(rep, { from, to }, ramp);
  const past = asOf !== null && asOf >= from ? daysOfRange({ from, to: earlierOf(asOf, to) }) : 0;
  const left = 1 - past / daysOfRange({ from, to });
  const share = capacity * left;
  return {
    value: done + (pace?.rate ?? 0) * share * seasonOf(month, season),
    variance: (pace?.deviation ?? 0) ** 2 * share,
  };
}
