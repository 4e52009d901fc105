import type { KpiDirection } from './declaration';

interface Part {
  /** Empty for what has no name. */
  readonly key: string;
  readonly value: number | null;
}

/** What good is for a KPI; the target is that of the whole. */
interface Sense {
  readonly direction: KpiDirection;
  readonly target: number | null;
}

/**
 * The parts of a KPI that stand best, the best first, and worst, the worst first: at most so many of each, and none in both. Where near
 * a target is better, the nearest are best; without a target, the highest. Parts without a name or a value are left out.
 */
export function bestAndWorst<Row extends Part>(
  rows: readonly Row[],
  sense: Sense,
  count: number,
): { readonly best: readonly Row[]; readonly worst: readonly Row[] } {
  const ranked = rows
    .flatMap((row) =>
      row.key === '' || row.value === null ? [] : [{ row, good: goodness(row.value, sense) }],
    )
    .sort((one, other) => other.good - one.good)
    .map(({ row }) => row);
  const best = Math.min(count, Math.ceil(ranked.length / 2));
  const worst = Math.min(count, ranked.length - best);
  return { best: ranked.slice(0, best), worst: ranked.slice(ranked.length - worst).reverse() };
}

function goodness(value: number, { direction, target }: Sense): number {
  switch (direction) {
    case 'up':
      return value;
    case 'down':
      return -value;
    case 'near':
      return target === null ? value : -Math.abs(value - target);
  }
}
