import { resultOfQuota } from '../kpi/formulas/quota-attainment';
import type { Quota } from '../kpi/quota-share';
import { addMonths, type DateRange, daysOfRange } from '../model/calendar-date';
import { periodRange, periodsWithin, wholeMonths } from '../model/period';
import { usualRamp } from '../planning/ramped-capacity';
import { spreadTotal } from '../planning/spread-total';
import { capacityWeights } from '../planning/spread-weights';
import type { Say } from './adjustment-note';
import type { ScenarioCube } from './cube';
import { cellsOfPeriod } from './cube-sums';
import type { Adjustment } from './scenario';
import type { ScenarioState } from './scenario-state';

const daysOfMonth = 365.25 / 12;

/**
 * Spreads a new total over the quotas in scope, in whole units of the currency, so that they sum exactly to it: equally by the
 * length of their periods, by what their reps came to in the same months a year before, or by the ramped capacity of their reps.
 */
export function spreadQuotas(
  { value, method = 'equal', ramp }: Adjustment,
  inScope: Int32Array,
  { cube, quotas, quotaAmounts }: ScenarioState,
  say: Say,
): void {
  const own = [...inScope].flatMap((place) => quotas.cuts[place]?.quota ?? []);
  if (new Set(own.map(({ measure }) => measure)).size > 1) {
    say('quotasOfSeveralMeasures');
    return;
  }
  if (value < 0) say('quotaBelowZero', { count: own.length });
  const weights = {
    equal: () => own.map(lengthOf(cube)),
    history: () => historyOf(cube, own, say),
    capacity: () => own.map(capacityOf(cube, ramp ?? usualRamp)),
  }[method]();
  // Without a claim of anybody's there is nothing to go by.
  const parts = own.map((quota, index) => ({
    key: [quota.team, quota.rep, quota.period, String(index).padStart(6, '0')].join('\u0000'),
    weight: weights[index] ?? 0,
  }));
  const spread = spreadTotal(Math.max(0, value), parts);
  if (spread.kind === 'cannot') {
    say('nothingToSpreadBy');
    return;
  }
  for (const [index, place] of inScope.entries()) {
    quotaAmounts[place] = spread.amounts.get(parts[index]?.key ?? '') ?? 0;
  }
}

/** In months, so that quarters weigh alike. */
function lengthOf({ fiscalYearStart }: ScenarioCube): (quota: Quota) => number {
  return ({ period }) => {
    const dates = periodRange(period, fiscalYearStart);
    return dates === null ? 0 : (wholeMonths(dates) ?? daysOfRange(dates) / daysOfMonth);
  };
}

function capacityOf(cube: ScenarioCube, ramp: readonly number[]): (quota: Quota) => number {
  return (quota) => {
    const dates = periodRange(quota.period, cube.fiscalYearStart);
    const reps = new Map(repsOf(cube, quota).map((rep) => [rep.name, rep] as const));
    if (dates === null) return 0;
    return [...capacityWeights(reps, dates, ramp).values()].reduce((sum, weight) => sum + weight, 0);
  };
}

/** What reps came to a year before; where they came to nothing then, what they come to in the period itself. */
function historyOf(cube: ScenarioCube, own: readonly Quota[], say: Say): readonly number[] {
  const measure = resultOfQuota[own[0]?.measure ?? 'bookings'];
  const { months, sums } = cube.history;
  const before = own.map((quota) =>
    resultOf(
      cube,
      quota,
      (rep, month) => {
        const at = months.indexOf(month);
        return at < 0 ? 0 : (sums[measure][rep * months.length + at] ?? 0);
      },
      -12,
    ),
  );
  if (before.some((weight) => weight > 0)) return before;
  say('historyOfPeriod');
  const now = new Map<string, number>();
  for (const cell of cellsOfPeriod(cube)) {
    const { rep, bucket, sums: ofCells } = cube.cells;
    const key = `${rep[cell]} ${cube.buckets[bucket[cell] ?? 0]?.from.slice(0, 7)}`;
    now.set(key, (now.get(key) ?? 0) + (ofCells[measure][cell] ?? 0));
  }
  return own.map((quota) => resultOf(cube, quota, (rep, month) => now.get(`${rep} ${month}`) ?? 0, 0));
}

function resultOf(
  cube: ScenarioCube,
  quota: Quota,
  of: (rep: number, month: string) => number,
  monthsAway: number,
): number {
  const dates = periodRange(quota.period, cube.fiscalYearStart);
  if (dates === null) return 0;
  const names = new Set(repsOf(cube, quota).map(({ name }) => name));
  const months = monthsOf(dates).map((month) => addMonths(`${month}-01`, monthsAway).slice(0, 7));
  const sum = cube.reps.reduce(
    (total, { name }, rep) =>
      names.has(name) ? total + months.reduce((ofRep, month) => ofRep + of(rep, month), 0) : total,
    0,
  );
  return Math.max(0, sum);
}

function monthsOf(dates: DateRange): readonly string[] {
  return periodsWithin(dates, 'month', 1).map(({ key }) => key);
}

/** The rep whose quota it is, or those of the team. */
function repsOf({ reps }: ScenarioCube, { rep, team }: Quota): ScenarioCube['reps'] {
  return reps.filter(({ name, team: own }) => name !== '' && (rep === '' ? own === team : name === rep));
}
