import {
  type AttainmentForecast,
  type BookedQuota,
  forecastAttainment,
  type RecentDeals,
} from '@shared/forecast/attainment-forecast';
import { openMonthAt } from '@shared/forecast/progress-forecast';
import { kpiOf } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import { divide } from '@shared/kpi/figure';
import { filterWithin } from '@shared/kpi/formula';
import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import { periodKeyOf, periodRange } from '@shared/model/period';
import type { Connection } from '../connection';
import type { KpiReader } from '../kpi/kpi-reader';
import { type KnownDeal, readDeals, staysOf } from './read-deals';

/**
 * The forecast of quota attainment for a period or, where it is over, for the quarter that is open; narrowed as asked. Null in a
 * workspace without deals.
 */
export function readAttainmentForecast(
  connection: Connection,
  kpis: KpiReader,
  { filter = {}, ...asked }: DateRange & { readonly filter?: KpiFilter },
): AttainmentForecast | null {
  const { measures } = kpis;
  const data = measures.daysOfData();
  if (data === null || !measures.hasRows('opportunities')) return null;
  const asOf = data.to;
  const range = asked.to > asOf ? asked : openQuarter(asOf, measures.options.fiscalYearStart);
  const narrowed = filterWithin(kpiOf(kpis.catalogue, 'quota_attainment'), filter);
  const { open, closed } = readDeals(connection, asOf, narrowed);
  return forecastAttainment({
    asOf,
    range,
    openDeals: open,
    stays: staysOf([...open, ...closed], dayNumber(asOf)),
    recent: recentDeals([...open, ...closed], dayNumber(asOf)),
    winRate: divide(closed.filter(({ wonOn }) => wonOn !== null).length, closed.length),
    ...bookedQuotas(kpis, range, narrowed),
  });
}

/** Further back there may have been other people and other products. */
const mostRecentDays = 180;

function recentDeals(deals: readonly KnownDeal[], today: number): RecentDeals {
  const created = deals.flatMap(({ createdOn }) => createdOn ?? []);
  const days = Math.min(
    mostRecentDays,
    today + 1 - created.reduce((one, other) => Math.min(one, other), today),
  );
  return {
    days: created.length === 0 ? 0 : days,
    deals: deals.filter(({ createdOn }) => createdOn !== null && createdOn > today - days),
  };
}

function openQuarter(asOf: string, fiscalYearStart: number): DateRange {
  const month = openMonthAt(asOf);
  return periodRange(periodKeyOf(month.from, 'quarter', fiscalYearStart), fiscalYearStart) ?? month;
}

/** What of the quotas is booked; a quota of anything but bookings is left out, as deals alone do not fill it. */
function bookedQuotas(
  kpis: KpiReader,
  range: DateRange,
  filter: KpiFilter,
): { readonly reps: readonly BookedQuota[]; readonly total: BookedQuota } {
  const shares = kpis.measures.quotas(range, filter);
  const others = shares.filter(
    ({ measure, amount, teamAmount }) => measure !== 'bookings' && amount + teamAmount > 0,
  );
  const repsWithOthers = new Set(others.map(({ rep }) => rep));
  const [attainment] = kpis.evaluate({ ...range, kpis: ['quota_attainment'], by: 'rep', filter });
  const [bookings] = kpis.evaluate({ ...range, kpis: ['bookings'], by: 'rep', filter });
  const quotas = new Map((attainment?.rows ?? []).map(({ key, denominator }) => [key, denominator]));
  const booked = new Map((bookings?.rows ?? []).map(({ key, value }) => [key, value ?? 0]));
  const keys = new Set([...quotas.keys(), ...booked.keys()]);
  return {
    reps: [...keys].map((key) => ({
      key,
      booked: booked.get(key) ?? 0,
      quota: repsWithOthers.has(key) ? null : (quotas.get(key) ?? null),
    })),
    total: {
      key: '',
      booked: bookings?.value ?? 0,
      quota: others.length > 0 ? null : (attainment?.denominator ?? null),
    },
  };
}
