/** What one measurement came to, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly runs: number;
  readonly median: number;
  readonly p95: number;
  readonly fastest: number;
}

/** So many runs are asked for only of work that takes milliseconds. */
const shortWork = 20;

/**
 * Times work that is run several times, after one run that does not count where there is more than one. Memory is tidied before long
 * work; short work is measured as it follows itself.
 */
export async function time(name: string, runs: number, work: () => unknown): Promise<Timing> {
  if (runs > 1) await work();
  const elapsed: number[] = [];
  globalThis.gc?.();
  for (let run = 0; run < runs; run += 1) {
    if (runs < shortWork) globalThis.gc?.();
    const start = performance.now();
    await work();
    elapsed.push(performance.now() - start);
  }
  return timingOf(name, elapsed);
}

/** @param elapsed in milliseconds, one for each run. */
export function timingOf(name: string, elapsed: number[]): Timing {
  elapsed.sort((one, other) => one - other);
  return {
    name,
    runs: elapsed.length,
    median: rank(elapsed, 0.5),
    p95: rank(elapsed, 0.95),
    fastest: elapsed[0] ?? Number.NaN,
  };
}

/** The nearest rank: the smallest value that at least the share of all values do not exceed. */
function rank(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN;
}
