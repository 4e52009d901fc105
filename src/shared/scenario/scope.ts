import type { CutQuota } from '../kpi/quota-share';
import type { DateRange } from '../model/calendar-date';
import { parsePeriod, periodRange } from '../model/period';
import type { ScenarioCube } from './cube';
import type { Scope } from './scenario';

/** Indices of the products that a scope names, by themselves or by category; all that have a name where it names none. */
export function scopedProducts({ products }: ScenarioCube, { product, category }: Scope): readonly number[] {
  return products.flatMap(({ name, category: own }, index) =>
    name !== '' && passes(product, name) && passes(category, own) ? [index] : [],
  );
}

/** A scope without the products and competitors that it names; null where nothing else narrows it. */
export function restrictionOf({ rep, team, region, segment, source, period }: Scope): Scope | null {
  const restriction = { rep, team, region, segment, source, period };
  return Object.values(restriction).some((names) => names !== undefined) ? restriction : null;
}

/** Tells for each cell of the period whether a restriction takes it in. */
export function cellTest(cube: ScenarioCube, where: Scope): (cell: number) => boolean {
  const { cells } = cube;
  const reps = flags(cube.reps, ({ name, team }) => passes(where.rep, name) && passes(where.team, team));
  const regions = flags(cube.regions, (name) => passes(where.region, name));
  const segments = flags(cube.segments, (name) => passes(where.segment, name));
  const sources = flags(cube.sources, (name) => passes(where.source, name));
  const months = flags(cube.buckets, (bucket) => isInPeriods(where.period, bucket, cube));
  return (cell) =>
    reps[cells.rep[cell] ?? 0] === 1 &&
    regions[cells.region[cell] ?? 0] === 1 &&
    segments[cells.segment[cell] ?? 0] === 1 &&
    sources[cells.source[cell] ?? 0] === 1 &&
    months[cells.bucket[cell] ?? 0] === 1;
}

/** Whether dates lie inside one of the periods; without periods all do. */
export function isInPeriods(
  periods: readonly string[] | undefined,
  { from, to }: DateRange,
  cube: ScenarioCube,
): boolean {
  if (periods === undefined) return true;
  return periods.some((text) => {
    const range = rangeOf(text, cube);
    return range !== null && range.from <= from && to <= range.to;
  });
}

/** Whether a quota counts in the scenario's period and its own period lies inside those that the scope names. */
export function isQuotaInScope(
  where: Scope,
  { quota, share, teamShare }: CutQuota,
  cube: ScenarioCube,
): boolean {
  if (share.covered === 0 && teamShare.covered === 0) return false;
  if (where.product || where.category || where.segment || where.competitor || where.source) return false;
  if (!passes(where.rep, quota.rep) || !passes(where.team, quota.team) || !passes(where.region, quota.region))
    return false;
  if (where.period === undefined) return true;
  const dates = periodRange(quota.period, cube.fiscalYearStart);
  return dates !== null && isInPeriods(where.period, dates, cube);
}

/** Names in a scope that the workspace does not know, and periods that are none. */
export function unknownNames(cube: ScenarioCube, where: Scope): readonly string[] {
  const known: Readonly<Record<keyof Scope, () => ReadonlySet<string>>> = {
    rep: () => new Set([...cube.reps.map(({ name }) => name), ...cube.quotas.map(({ rep }) => rep)]),
    team: () => new Set([...cube.reps.map(({ team }) => team), ...cube.quotas.map(({ team }) => team)]),
    region: () => new Set([...cube.regions, ...cube.quotas.map(({ region }) => region)]),
    product: () => new Set(cube.products.map(({ name }) => name)),
    category: () => new Set(cube.products.map(({ category }) => category)),
    segment: () => new Set(cube.segments),
    competitor: () =>
      new Set(cube.prices.flatMap(({ competitors }) => competitors.map(({ competitor }) => competitor))),
    source: () => new Set(cube.sources),
    period: () => new Set(where.period?.filter((text) => rangeOf(text, cube) !== null)),
  };
  return (Object.entries(where) as [keyof Scope, readonly string[] | undefined][]).flatMap(
    ([dimension, names]) => {
      if (names === undefined) return [];
      const knownNames = known[dimension]();
      return names.filter((name) => !knownNames.has(name));
    },
  );
}

export function passes(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.includes(name);
}

function rangeOf(text: string, { fiscalYearStart }: ScenarioCube): DateRange | null {
  const period = parsePeriod(text);
  return period === null ? null : periodRange(period, fiscalYearStart);
}

function flags<Item>(items: readonly Item[], fits: (item: Item) => boolean): Uint8Array {
  return Uint8Array.from(items, (item) => (fits(item) ? 1 : 0));
}
