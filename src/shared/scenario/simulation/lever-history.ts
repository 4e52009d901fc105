import { divide } from '../../kpi/figure';
import type { CubeMeasure, ScenarioCube } from '../cube';
import type { Adjustment, LeverId } from '../scenario';
import { cellTest, scopedProducts } from '../scope';
import { seededUniforms } from './random';

/** What a lever moves, month by month: a sum, or a quotient of two. Levers that are decided, such as quotas, have no history. */
const drivers: Readonly<
  Partial<Record<LeverId, readonly [CubeMeasure, CubeMeasure] | readonly [CubeMeasure]>>
> = {
  price: ['quantifiedRevenue', 'quantity'],
  volume: ['quantity'],
  leads: ['createdLeads'],
  conversion: ['createdLeadsConverted', 'createdLeads'],
  deal_size: ['wonAmount', 'wonDeals'],
  win_rate: ['wonDeals', 'closedDeals'],
  sales_cycle: ['cycleDays', 'cycleDeals'],
  activity: ['activities'],
};

/** With fewer months there is no distribution to speak of. */
export const fewestMonths = 6;
const resamples = 2000;

/** Levers that have a history to draw from. */
export function hasHistory(lever: LeverId): boolean {
  return drivers[lever] !== undefined;
}

/**
 * How a lever's driver may come out over the period, as factors of its mean in ascending order: means of as many months as the
 * period has, drawn with replacement from the months of the cube (the bootstrap; Efron 1979, Annals of Statistics 7). Null where
 * the lever has no history, or fewer than six months of one.
 */
export function leverHistory(
  { lever, where }: Pick<Adjustment, 'lever' | 'where'>,
  cube: ScenarioCube,
): readonly number[] | null {
  const history = monthlyValues({ lever, where }, cube);
  const months = history.map(({ value }) => value);
  const mean = months.reduce((sum, value) => sum + value, 0) / months.length;
  if (months.length < fewestMonths || mean <= 0) return null;
  const inPeriod = Math.max(1, history.filter((month) => month.isInPeriod).length);
  const uniform = seededUniforms(1);
  const factors = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let month = 0; month < inPeriod; month += 1) {
      sum += months[Math.floor(uniform() * months.length)] ?? mean;
    }
    return sum / inPeriod / mean;
  });
  return factors.sort((one, other) => one - other);
}

interface MonthlyValue {
  readonly value: number;
  readonly isInPeriod: boolean;
}

/** Of the whole months from the first to the last that the data has something of. */
function monthlyValues(
  { lever, where: { period: _, ...where } }: Pick<Adjustment, 'lever' | 'where'>,
  cube: ScenarioCube,
): readonly MonthlyValue[] {
  const driver = drivers[lever];
  if (driver === undefined) return [];
  const [above, below] = driver;
  const { cells, buckets } = cube;
  const isInside = cellTest(cube, where);
  const namesProducts = where.product !== undefined || where.category !== undefined;
  const named = new Set(scopedProducts(cube, where));
  const numerators = new Float64Array(buckets.length);
  const denominators = new Float64Array(buckets.length);
  for (let cell = 0; cell < cells.count; cell += 1) {
    if ((namesProducts && !named.has(cells.product[cell] ?? 0)) || !isInside(cell)) continue;
    const bucket = cells.bucket[cell] ?? 0;
    numerators[bucket] = (numerators[bucket] ?? 0) + (cells.sums[above][cell] ?? 0);
    if (below) denominators[bucket] = (denominators[bucket] ?? 0) + (cells.sums[below][cell] ?? 0);
  }
  const isBusy = (index: number) => (numerators[index] ?? 0) !== 0 || (denominators[index] ?? 0) !== 0;
  const busy = [...buckets.keys()].filter(isBusy);
  const [first = 0, last = -1] = [busy[0], busy.at(-1)];
  return buckets.flatMap((bucket, index): MonthlyValue[] => {
    if (!isWholeMonth(bucket) || index < first || index > last) return [];
    const numerator = numerators[index] ?? 0;
    const value = below === undefined ? numerator : divide(numerator, denominators[index] ?? 0);
    const isInPeriod = bucket.from >= cube.range.from && bucket.to <= cube.range.to;
    return value === null ? [] : [{ value, isInPeriod }];
  });
}

function isWholeMonth({ from, to }: ScenarioCube['buckets'][number]): boolean {
  const dayAfter = new Date(`${to}T00:00:00Z`);
  dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
  return from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && dayAfter.getUTCDate() === 1;
}
