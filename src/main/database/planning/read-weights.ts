import { kpiOf } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import { type DateRange, lastOfMonth } from '@shared/model/calendar-date';
import { periodsWithin, rangeYearBefore } from '@shared/model/period';
import type { ScopeOfTarget } from '@shared/model/target';
import { type RampCurve, usualRamp } from '@shared/planning/ramped-capacity';
import {
  capacityWeights,
  equalWeights,
  historyWeights,
  type SpreadOver,
  type SpreadWay,
  seasonOfMonths,
  type Weights,
} from '@shared/planning/spread-weights';
import type { KpiReader } from '../kpi/kpi-reader';

export interface WeightsQuestion {
  readonly kpi: string;
  readonly way: SpreadWay;
  readonly over: SpreadOver;
  readonly range: DateRange;
  /** Whose total is spread: of all, or of one team over its reps or over time. */
  readonly scope: ScopeOfTarget;
  /** Of new reps; the usual one when left out. */
  readonly ramp?: RampCurve | undefined;
}

/**
 * What each part weighs when a total is spread: the same, its own result in the same period a year before, or its ramped capacity in
 * the period, by season where the KPI has one. Reps who are not employed in the period are no part.
 * @throws QuotabenchError `unknownKpi`, `unknownKpiDimension`.
 */
export function readWeights(kpis: KpiReader, question: WeightsQuestion): Weights {
  const { over } = question;
  return over === 'month' || over === 'quarter'
    ? weightsOfPeriods(kpis, question, over)
    : weightsOfMembers(kpis, question, over);
}

function weightsOfMembers(
  kpis: KpiReader,
  question: WeightsQuestion,
  over: 'team' | 'rep' | 'product' | 'segment',
): Weights {
  const { kpi, way, range, scope, ramp = usualRamp } = question;
  const season = way === 'capacity' ? (seasonOf(kpis, question) ?? undefined) : undefined;
  const capacity = capacityWeights(repsIn(kpis, scope), range, ramp, season);
  const past = pastOf(kpis, kpi, over, rangeYearBefore(range), scope);
  const keys = membersOf(kpis, question, over, capacity);
  switch (way) {
    case 'equal':
      return equalWeights(keys);
    case 'history':
      return historyWeights(keys, past);
    case 'capacity':
      return over === 'team' ? sumByTeam(kpis, keys, capacity) : historyWeights(keys, capacity);
  }
}

/** Reps and teams with anybody at work in the period; products and segments that ever came to anything. */
function membersOf(
  kpis: KpiReader,
  { kpi, scope }: WeightsQuestion,
  over: 'team' | 'rep' | 'product' | 'segment',
  capacity: Weights,
): readonly string[] {
  if (over === 'product' || over === 'segment') {
    const data = kpis.measures.daysOfData();
    return data === null ? [] : [...pastOf(kpis, kpi, over, data, scope).keys()].sort();
  }
  const working = kpis.measures
    .incentives()
    .reps.filter(({ name }) => (capacity.get(name) ?? 0) > 0)
    .map((rep) => (over === 'rep' ? rep.name : rep.team));
  return [...new Set(working)].filter((name) => name !== '').sort();
}

function sumByTeam(kpis: KpiReader, teams: readonly string[], capacity: Weights): Weights {
  const sums = new Map(teams.map((team) => [team, 0]));
  for (const { name, team } of kpis.measures.incentives().reps) {
    const known = sums.get(team);
    if (known !== undefined) sums.set(team, known + (capacity.get(name) ?? 0));
  }
  return sums;
}

function weightsOfPeriods(kpis: KpiReader, question: WeightsQuestion, over: 'month' | 'quarter'): Weights {
  const { kpi, way, range, scope, ramp = usualRamp } = question;
  const periods = periodsWithin(range, over, kpis.measures.options.fiscalYearStart);
  const keys = periods.map(({ key }) => key);
  if (way === 'equal') return equalWeights(keys);
  if (way === 'capacity') {
    const season = seasonOf(kpis, question) ?? undefined;
    const reps = repsIn(kpis, scope);
    const weightIn = (period: DateRange) =>
      [...capacityWeights(reps, period, ramp, season).values()].reduce((sum, weight) => sum + weight, 0);
    return new Map(periods.map(({ key, from, to }) => [key, weightIn({ from, to })]));
  }
  const filter = filterOf(scope);
  const past = periods.map(({ key, from, to }) => {
    const [result] = kpis.evaluate({ ...rangeYearBefore({ from, to }), kpis: [kpi], filter });
    return [key, result?.value ?? null] as const;
  });
  return historyWeights(keys, new Map(past));
}

function repsIn(kpis: KpiReader, scope: ScopeOfTarget) {
  const reps = kpis.measures.incentives().reps.filter(({ name, team }) => {
    if (scope.kind === 'team') return team === scope.key;
    return scope.kind !== 'rep' || name === scope.key;
  });
  return new Map(reps.map((rep) => [rep.name, rep]));
}

/** The KPI's season in the two years before a range; null where it cannot be told. */
function seasonOf(kpis: KpiReader, { kpi, range, scope }: WeightsQuestion) {
  const data = kpis.measures.daysOfData();
  if (data === null) return null;
  const before = rangeYearBefore(rangeYearBefore(range));
  const [result] = kpis.evaluate({
    from: before.from,
    to: data.to,
    kpis: [kpi],
    by: 'month',
    filter: filterOf(scope),
  });
  const months = (result?.rows ?? []).filter(({ key, value }) => value !== null && isWhole(key, data));
  return seasonOfMonths(new Map(months.map(({ key, value }) => [key, value ?? 0])));
}

function isWhole(month: string, data: DateRange): boolean {
  return `${month}-01` >= data.from && lastOfMonth(`${month}-01`) <= data.to;
}

function pastOf(
  kpis: KpiReader,
  kpi: string,
  by: 'team' | 'rep' | 'product' | 'segment',
  range: DateRange,
  scope: ScopeOfTarget,
): ReadonlyMap<string, number | null> {
  kpiOf(kpis.catalogue, kpi);
  const [result] = kpis.evaluate({ ...range, kpis: [kpi], by, filter: filterOf(scope) });
  return new Map((result?.rows ?? []).flatMap(({ key, value }) => (key === '' ? [] : [[key, value]])));
}

function filterOf({ kind, key }: ScopeOfTarget): KpiFilter {
  return kind === 'all' ? {} : { [kind]: [key] };
}
