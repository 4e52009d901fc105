import { exactSum } from '../kpi/exact-sum';
import { divide } from '../kpi/figure';
import { groupBy } from '../kpi/group-by';
import { normalProbability, z80 } from '../kpi/normal-distribution';
import { type DateRange, dayNumber } from '../model/calendar-date';
import { type DealStay, oddsOfWinning } from './deal-odds';

/** A deal that is open on the last day that is known. */
export interface OpenDeal {
  readonly rep: string;
  readonly amount: number;
  /** The stage in which it lies, where a history says since when; else empty, and the days count from its creation. */
  readonly stage: string;
  /** A day number; null where it is not known, which counts as new. */
  readonly since: number | null;
}

/** A quota beside what has been booked on it; null where there is none, or where it is not one of bookings. */
export interface BookedQuota {
  readonly key: string;
  readonly booked: number;
  readonly quota: number | null;
}

/** The deals that were created in the last days: as many are taken to come in as many days. */
export interface RecentDeals {
  readonly days: number;
  readonly deals: readonly { readonly rep: string; readonly amount: number }[];
}

export interface AttainmentInput {
  readonly asOf: string;
  readonly range: DateRange;
  readonly openDeals: readonly OpenDeal[];
  /** Earlier stays by stage; under the empty name those since creation. */
  readonly stays: ReadonlyMap<string, readonly DealStay[]>;
  readonly recent: RecentDeals;
  /** Deals won ÷ closed, for deals to which none is comparable; null where none was closed. */
  readonly winRate: number | null;
  readonly reps: readonly BookedQuota[];
  readonly total: BookedQuota;
}

export interface AttainmentRow {
  /** The rep; empty for the total. */
  readonly key: string;
  readonly quota: number | null;
  readonly booked: number;
  readonly openDeals: number;
  readonly openAmount: number;
  /** Each open amount × the chance that it is won within the period. */
  readonly expected: number;
  /** Of deals that are yet to be created. */
  readonly expectedNew: number;
  readonly forecast: number;
  /** Between these four of five outcomes lie. */
  readonly low: number;
  readonly high: number;
  readonly attainment: number | null;
  readonly attainmentLow: number | null;
  readonly attainmentHigh: number | null;
  /** That the quota is reached. */
  readonly chance: number | null;
}

export interface AttainmentForecast {
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  readonly daysToCome: number;
  /** What the chances rest on: days in the stage, days since creation, or the win rate alone. */
  readonly oddsBy: 'stage' | 'age' | 'win_rate' | 'nothing';
  readonly total: AttainmentRow;
  readonly rows: readonly AttainmentRow[];
}

interface WeighedDeal {
  readonly rep: string;
  readonly amount: number;
  readonly chance: number;
}

/** Deals that are yet to be created, as a share of the recent ones: how many of these are to be won again in the days to come. */
type ShareOfRecent = number;

/**
 * What bookings and quotas will come to by the end of a period: what is booked; of each open deal its amount × the chance that it is
 * won in the days to come, as earlier deals of the same stage and age were; and of deals that are yet to be created as much as the
 * recent ones would bring, if as many came a day. The bounds take the deals for independent and their sum for normal: its variance is
 * Σ amount² × chance × (1 − chance), and for new deals, whose number follows a Poisson distribution, Σ amount² × chance.
 */
export function forecastAttainment(input: AttainmentInput): AttainmentForecast {
  const { asOf, range } = input;
  const daysToCome = Math.max(0, dayNumber(range.to) - dayNumber(asOf));
  const weigh = weigher(input, daysToCome);
  const weighed = input.openDeals.map((deal): WeighedDeal => ({ ...deal, chance: weigh(deal) }));
  const byRep = groupBy(weighed, ({ rep }) => rep);
  const known = new Map(input.reps.map((rep) => [rep.key, rep]));
  const share = shareOfRecent(input, daysToCome);
  const recent = groupBy(input.recent.deals, ({ rep }) => rep);
  const keys = [...new Set([...known.keys(), ...byRep.keys(), ...recent.keys()])];
  const rows = keys.map((key) =>
    rowOf(known.get(key) ?? { key, booked: 0, quota: null }, byRep.get(key) ?? [], {
      share,
      deals: recent.get(key) ?? [],
    }),
  );
  return {
    asOf,
    from: range.from,
    to: range.to,
    daysToCome,
    oddsBy: basisOf(input),
    total: rowOf(input.total, weighed, { share, deals: input.recent.deals }),
    rows: rows.sort((one, other) => other.forecast - one.forecast),
  };
}

function basisOf({ stays, winRate }: AttainmentInput): AttainmentForecast['oddsBy'] {
  if ([...stays].some(([stage, known]) => stage !== '' && known.length > 0)) return 'stage';
  if ((stays.get('')?.length ?? 0) > 0) return 'age';
  return winRate === null ? 'nothing' : 'win_rate';
}

function weigher({ asOf, stays, winRate }: AttainmentInput, daysToCome: number): (deal: OpenDeal) => number {
  const today = dayNumber(asOf);
  const known = new Map<string, number>();
  return ({ stage, since }) => {
    if (daysToCome === 0) return 0;
    const age = since === null ? 0 : today - since;
    const key = `${stage} ${age}`;
    const chance =
      known.get(key) ??
      oddsOfWinning(stays.get(stage) ?? [], age, daysToCome, today)?.chance ??
      oddsOfWinning(stays.get('') ?? [], age, daysToCome, today)?.chance ??
      winRate ??
      0;
    known.set(key, chance);
    return chance;
  };
}

/** Days between the creations for which the chance is looked up anew; in between it hardly changes. */
const stepOfDays = 7;

/** A deal created on a day to come has only the days after it to be won in. */
function shareOfRecent({ asOf, stays, recent }: AttainmentInput, daysToCome: number): ShareOfRecent {
  if (recent.days === 0) return 0;
  const today = dayNumber(asOf);
  let share = 0;
  for (let day = 0; day < daysToCome; day += stepOfDays) {
    const width = Math.min(stepOfDays, daysToCome - day);
    const left = Math.round(daysToCome - day - width / 2);
    share += (oddsOfWinning(stays.get('') ?? [], 0, left, today)?.chance ?? 0) * width;
  }
  return share / recent.days;
}

function rowOf(
  { key, booked, quota }: BookedQuota,
  deals: readonly WeighedDeal[],
  recent: { readonly share: ShareOfRecent; readonly deals: RecentDeals['deals'] },
): AttainmentRow {
  const openAmount = exactSum(deals.map(({ amount }) => amount));
  const expected = exactSum(deals.map(({ amount, chance }) => amount * chance));
  const expectedNew = recent.share * exactSum(recent.deals.map(({ amount }) => amount));
  const variance =
    exactSum(deals.map(({ amount, chance }) => amount ** 2 * chance * (1 - chance))) +
    recent.share * exactSum(recent.deals.map(({ amount }) => amount ** 2));
  const deviation = Math.sqrt(variance);
  const forecast = booked + expected + expectedNew;
  const low = Math.max(booked, forecast - z80 * deviation);
  const high = forecast + z80 * deviation;
  return {
    key,
    quota,
    booked,
    openDeals: deals.length,
    openAmount,
    expected,
    expectedNew,
    forecast,
    low,
    high,
    attainment: divide(forecast, quota),
    attainmentLow: divide(low, quota),
    attainmentHigh: divide(high, quota),
    chance: quota === null ? null : chanceToReach(quota, { booked, forecast, deviation }),
  };
}

function chanceToReach(
  quota: number,
  {
    booked,
    forecast,
    deviation,
  }: { readonly booked: number; readonly forecast: number; readonly deviation: number },
): number {
  if (booked >= quota) return 1;
  return deviation === 0 ? Number(forecast >= quota) : normalProbability((forecast - quota) / deviation);
}
