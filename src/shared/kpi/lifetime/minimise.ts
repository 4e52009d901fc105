export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** Whether the search came to rest before it was given up. */
  readonly settled: boolean;
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

const mostSteps = 4000;
const mostRestarts = 6;
const tolerance = 1e-10;
const firstStep = 0.4;

/**
 * The minimum of a function of several variables by the simplex method of Nelder and Mead (1965), begun again from where it came to
 * rest until that no longer helps, as a simplex may collapse before it has arrived. Needs no derivatives and always takes the same
 * way. A function value that is no number counts as infinitely high.
 */
export function minimise(of: (at: readonly number[]) => number, start: readonly number[]): Minimum {
  const cost = (at: readonly number[]): number => {
    const value = of(at);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  let best: Corner = { at: start, value: cost(start) };
  for (let restart = 0; restart < mostRestarts; restart += 1) {
    const found = descend(cost, best);
    const gained = best.value - found.value;
    best = found;
    if (restart > 0 && gained <= tolerance * (1 + Math.abs(best.value))) return { ...best, settled: true };
  }
  return { ...best, settled: false };
}

function descend(cost: (at: readonly number[]) => number, start: Corner): Corner {
  const corner = (at: readonly number[]): Corner => ({ at, value: cost(at) });
  let simplex = [
    start,
    ...start.at.map((_, axis) =>
      corner(start.at.map((value, index) => (index === axis ? value + firstStep : value))),
    ),
  ];
  for (let step = 0; step < mostSteps; step += 1) {
    simplex = [...simplex].sort((one, other) => one.value - other.value);
    const [best, worst, second] = [simplex[0], simplex.at(-1), simplex.at(-2)];
    if (!best || !worst || !second) return start;
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value)) && spread(simplex) < 1e-7) {
      return best;
    }
    const others = simplex.slice(0, -1);
    const centre = best.at.map((_, index) => mean(others.map(({ at }) => at[index] ?? 0)));
    const along = (factor: number): Corner =>
      corner(centre.map((value, index) => value + factor * (value - (worst.at[index] ?? 0))));
    const replaced = moved(best, second, worst, along);
    simplex = replaced
      ? [...others, replaced]
      : simplex.map((each) =>
          each === best ? best : corner(each.at.map((value, index) => (value + (best.at[index] ?? 0)) / 2)),
        );
  }
  return [...simplex].sort((one, other) => one.value - other.value)[0] ?? start;
}

/** The corner that takes the worst one's place: reflected, stretched or pulled in; null where all have to move to the best. */
function moved(
  best: Corner,
  second: Corner,
  worst: Corner,
  along: (factor: number) => Corner,
): Corner | null {
  const reflected = along(1);
  if (reflected.value < best.value) {
    const stretched = along(2);
    return stretched.value < reflected.value ? stretched : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const pulled = reflected.value < worst.value ? along(0.5) : along(-0.5);
  return pulled.value < Math.min(reflected.value, worst.value) ? pulled : null;
}

function spread(simplex: readonly Corner[]): number {
  const [first, ...others] = simplex;
  const distances = others.flatMap(({ at }) =>
    at.map((value, index) => Math.abs(value - (first?.at[index] ?? 0))),
  );
  return Math.max(...distances);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
