import { daysOfRange, firstOfMonth, lastOfMonth } from '../model/calendar-date';
import { periodRange } from '../model/period';
import { periodShare } from '../model/period-share';
import { rampedCapacity, usualRamp } from '../planning/ramped-capacity';
import type { CellClasses, CellGrouping } from './cell-classes';
import type { ScenarioCube } from './cube';
import { cellsOfPeriod } from './cube-sums';
import type { OwnedQuotas } from './owned-quotas';
import type { Adjustment, Scope } from './scenario';
import type { Crew, ScopeReader } from './scenario-state';
import { cellTest, isQuotaInScope, passes, restrictionOf, scopedProducts } from './scope';

/** Tells cells inside a scope, whatever products that names, from those outside; null where the scope is not narrowed further. */
export function groupingOfScope(cube: ScenarioCube, where: Scope): CellGrouping | null {
  const restriction = restrictionOf(where);
  if (restriction === null) return null;
  const isInside = cellTest(cube, restriction);
  return { key: scopeKey(restriction), levels: 2, levelOf: (cell) => (isInside(cell) ? 1 : 0) };
}

function scopeKey(restriction: Scope): string {
  return `scope ${JSON.stringify(restriction)}`;
}

/** Tells the cells of reps in scope by how much of a headcount's time and ramp they hold; level 0 is outside. */
export function groupingOfCrew(cube: ScenarioCube, adjustment: Adjustment, active: Uint8Array): CellGrouping {
  const { levelOfBucket, spans } = timeOf(cube, adjustment);
  const inScope = repsInScope(cube, adjustment.where, active);
  const { rep, bucket } = cube.cells;
  return {
    key: crewKey(adjustment),
    levels: spans.length,
    levelOf: (cell) => (inScope[rep[cell] ?? 0] === 1 ? (levelOfBucket[bucket[cell] ?? 0] ?? 0) : 0),
  };
}

function crewKey({ where, date, ramp }: Adjustment): string {
  return `crew ${JSON.stringify([where, date ?? '', ramp ?? usualRamp])}`;
}

/** Tells cells by segment. */
export function groupingOfSegments({ cells, segments }: ScenarioCube): CellGrouping {
  return { key: 'segments', levels: segments.length, levelOf: (cell) => cells.segment[cell] ?? 0 };
}

/** Reps who sold or did anything in the period, or have a quota in it: 1 by index of rep. */
export function activeReps(cube: ScenarioCube, { cuts }: OwnedQuotas): Uint8Array {
  const { rep, sums } = cube.cells;
  const active = new Uint8Array(cube.reps.length);
  for (const cell of cellsOfPeriod(cube)) {
    const at = rep[cell] ?? 0;
    if (active[at] === 1) continue;
    const worked = sums.revenue[cell] !== 0 || sums.closedDeals[cell] !== 0 || sums.activities[cell] !== 0;
    if (worked) active[at] = 1;
  }
  const withQuota = new Set(cuts.filter(({ share }) => share.covered > 0).map(({ quota }) => quota.rep));
  return active.map((own, index) => {
    const { name } = cube.reps[index] ?? { name: '' };
    return name !== '' && (own === 1 || withQuota.has(name)) ? 1 : 0;
  });
}

export function repsInScope(cube: ScenarioCube, where: Scope, active: Uint8Array): Uint8Array {
  return active.map((own, index) => {
    const { name, team, region } = cube.reps[index] ?? { name: '', team: '', region: '' };
    const isIn = passes(where.rep, name) && passes(where.team, team) && passes(where.region, region);
    return own === 1 && isIn ? 1 : 0;
  });
}

interface CrewTime {
  /** By level: the mean productivity of a new rep, and the share of days from the date on. */
  readonly spans: readonly { readonly ramped: number; readonly after: number }[];
  readonly levelOfBucket: Int32Array;
}

function timeOf({ buckets, range }: ScenarioCube, { date = range.from, ramp }: Adjustment): CrewTime {
  const spans = [{ ramped: 0, after: 0 }];
  const levelOfBucket = Int32Array.from(buckets, (bucket) => {
    const month = { from: firstOfMonth(bucket.from), to: lastOfMonth(bucket.from) };
    const wholeMonths = daysOfRange(month) / daysOfRange(bucket);
    const meanOver = (curve: readonly number[]): number => {
      const [own] = rampedCapacity({ startDate: date, endDate: null }, bucket, curve);
      return (own?.capacity ?? 0) * wholeMonths;
    };
    const [ramped, after] = [meanOver(ramp ?? usualRamp), meanOver([])];
    const known = spans.findIndex((span) => span.ramped === ramped && span.after === after);
    return known >= 0 ? known : spans.push({ ramped, after }) - 1;
  });
  return { spans, levelOfBucket };
}

/** Answers from the classes of one plan; every answer is kept. */
export class KeptScopes implements ScopeReader {
  private readonly kept = new Map<string, unknown>();

  /** @param active as of `activeReps`. */
  constructor(
    private readonly cube: ScenarioCube,
    private readonly ownedQuotas: OwnedQuotas,
    private readonly cellClasses: CellClasses,
    private readonly active: () => Uint8Array,
  ) {}

  classes(where: Scope): Int32Array {
    return this.keep('classes', where, () => {
      const { classes } = this.insideOf(where);
      if (where.product === undefined && where.category === undefined) return classes;
      const named = new Set(scopedProducts(this.cube, where));
      return classes.filter((index) => named.has(this.cellClasses.product[index] ?? 0));
    });
  }

  products(where: Scope): ReturnType<ScopeReader['products']> {
    return this.keep('products', where, () => {
      const { isInside } = this.insideOf(where);
      return scopedProducts(this.cube, where).map((product) => ({
        product,
        classes: (this.cellClasses.ofProduct[product] ?? new Int32Array()).filter(isInside),
      }));
    });
  }

  quotas(where: Scope): Int32Array {
    return this.keep('quotas', where, () => {
      const { cuts } = this.ownedQuotas;
      return Int32Array.from(
        cuts.flatMap((cut, place) => (isQuotaInScope(where, cut, this.cube) ? [place] : [])),
      );
    });
  }

  crew(adjustment: Adjustment): Crew {
    return this.keep('crew', crewKey(adjustment), () => {
      const { cube, cellClasses } = this;
      const inScope = repsInScope(cube, adjustment.where, this.active());
      const { spans, levelOfBucket } = timeOf(cube, adjustment);
      const levels = cellClasses.levels.get(crewKey(adjustment)) ?? new Int32Array();
      const spanOf = (bucket: number) => spans[levelOfBucket[bucket] ?? 0];
      const repOf = new Map(cube.reps.map(({ name }, index) => [name, index]));
      const ofQuotas = (of: 'ramped' | 'after'): Float64Array =>
        Float64Array.from(this.ownedQuotas.cuts, ({ quota }) => {
          const own = repOf.get(quota.rep);
          if (quota.rep === '' || own === undefined || inScope[own] !== 1) return 0;
          return this.meanOfPeriod(quota.period, (bucket) => spanOf(bucket)?.[of] ?? 0);
        });
      return {
        heads: inScope.reduce((count, own) => count + own, 0),
        ramped: Float64Array.from(levels, (level) => spans[level]?.ramped ?? 0),
        after: Float64Array.from(levels, (level) => spans[level]?.after ?? 0),
        quotaRamped: ofQuotas('ramped'),
        quotaAfter: ofQuotas('after'),
      };
    });
  }

  /** The mean over the days of a quota's period that lie in the scenario's, months counting alike. */
  private meanOfPeriod(period: string, of: (bucket: number) => number): number {
    const { buckets, range, fiscalYearStart } = this.cube;
    const dates = periodRange(period, fiscalYearStart);
    if (dates === null) return 0;
    const parts = buckets.map((bucket, index) => {
      const isInRange = bucket.from >= range.from && bucket.to <= range.to;
      const { covered } = periodShare(dates, bucket);
      return isInRange ? { covered, value: covered * of(index) } : { covered: 0, value: 0 };
    });
    const covered = parts.reduce((sum, part) => sum + part.covered, 0);
    return covered === 0 ? 0 : parts.reduce((sum, part) => sum + part.value, 0) / covered;
  }

  private insideOf(where: Scope): {
    readonly classes: Int32Array;
    readonly isInside: (index: number) => boolean;
  } {
    return this.keep('inside', where, () => {
      const restriction = restrictionOf(where);
      const levels =
        restriction === null ? null : (this.cellClasses.levels.get(scopeKey(restriction)) ?? null);
      const isInside = (index: number) => levels === null || levels[index] === 1;
      return { isInside, classes: this.cellClasses.product.map((_, index) => index).filter(isInside) };
    });
  }

  private keep<Value>(kind: string, of: Scope | string, read: () => Value): Value {
    const key = `${kind} ${typeof of === 'string' ? of : JSON.stringify(of)}`;
    if (!this.kept.has(key)) this.kept.set(key, read());
    return this.kept.get(key) as Value;
  }
}
