import { addMonths } from '../../model/calendar-date';
import { periodsWithin } from '../../model/period';
import { rampedCapacity } from '../ramped-capacity';
import type { MonthWeights } from '../spread-weights';
import { type PlannedRep, planPeriods, type QuotaPlan, type QuotaPlanBase } from './quota-plan';

/** What a rep weighs in each of the plan's periods, by its key. */
export type PeriodWeights = ReadonlyMap<string, number>;

/**
 * What each rep weighs in each period; reps who are not employed in the plan are left out. By `equal` each day of employment weighs
 * the same; by `history` as the rep's result in the same months a year before, where somebody new weighs as the mean of those who
 * have a result; by `capacity` as the rep's ramped capacity. Days before the start and after the end weigh nothing in any way, and
 * months weigh as their season where the plan is seasonal.
 */
export function planWeights(plan: QuotaPlan, base: QuotaPlanBase): ReadonlyMap<string, PeriodWeights> {
  const season = plan.seasonal ? base.season : null;
  const past = plan.way === 'history' ? pastOf(plan, base) : null;
  const weighed = base.reps.map(
    (rep) => [rep.name, weightsOf(rep, plan, season, past?.get(rep.name) ?? 1)] as const,
  );
  return new Map(weighed.filter(([, weights]) => [...weights.values()].some((weight) => weight > 0)));
}

function weightsOf(
  rep: PlannedRep,
  plan: QuotaPlan,
  season: MonthWeights | null,
  factor: number,
): PeriodWeights {
  const ramp = plan.way === 'capacity' ? plan.ramp : [];
  return new Map(
    planPeriods(plan).map(({ key, from, to }) => {
      const months = rampedCapacity(rep, { from, to }, ramp);
      const weight = months.reduce((sum, { month, capacity }) => sum + capacity * seasonOf(month, season), 0);
      return [key, weight * factor];
    }),
  );
}

export function seasonOf(month: string, season: MonthWeights | null): number {
  return season?.[Number(month.slice(5, 7)) - 1] ?? 1;
}

/**
 * What each rep came to in the plan's months a year before, for each month of employment then; a rep with nothing then gets the mean
 * of the others, so that somebody new is not left without a quota.
 */
function pastOf(plan: QuotaPlan, { reps }: QuotaPlanBase): ReadonlyMap<string, number> {
  const before = periodsWithin({ from: addMonths(plan.from, -12), to: addMonths(plan.to, -12) }, 'month', 1);
  const keys = before.map(({ key }) => key);
  const rates = reps.map((rep) => {
    const result = keys.reduce((sum, key) => sum + Math.max(0, rep.months.get(key) ?? 0), 0);
    const [first, last] = [before[0]?.from ?? plan.from, before.at(-1)?.to ?? plan.to];
    const employed = rampedCapacity(rep, { from: first, to: last }, []).reduce(
      (sum, { capacity }) => sum + capacity,
      0,
    );
    return [rep.name, employed > 0 && result > 0 ? result / employed : null] as const;
  });
  const known = rates.flatMap(([, rate]) => rate ?? []);
  const mean = known.length === 0 ? 1 : known.reduce((sum, rate) => sum + rate, 0) / known.length;
  return new Map(rates.map(([name, rate]) => [name, rate ?? mean]));
}
