import type { Timing } from './stopwatch';

/** A timing beside what it is held against: a limit in milliseconds, or another timing of the same run. */
export interface Result extends Timing {
  readonly against: string | null;
  /** Median ÷ what it is held against; p95 ÷ it where that is a limit. */
  readonly ratio: number | null;
  /** The most memory that its process held, in MB of RSS; where it ran in one of its own. */
  readonly peak?: number;
}

export interface Limit {
  readonly name: string;
  readonly milliseconds: number;
}

export function compared(timing: Timing, other: Timing): Result {
  return { ...timing, against: other.name, ratio: timing.median / other.median };
}

export function limited(timing: Timing, limit: Limit): Result {
  return { ...timing, against: limit.name, ratio: timing.p95 / limit.milliseconds };
}

export function alone(timing: Timing): Result {
  return { ...timing, against: null, ratio: null };
}

/** A table for people, in columns of equal width. */
export function table(results: readonly Result[]): string {
  const heading = ['', 'runs', 'median ms', 'p95 ms', 'peak MB', 'ratio', 'against'];
  const lines = results.map(({ name, runs, median, p95, ratio, against, peak }) => [
    name,
    String(runs),
    milliseconds(median),
    milliseconds(p95),
    peak === undefined ? '' : peak.toFixed(0),
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    against ?? '',
  ]);
  const all = [heading, ...lines];
  const widths = heading.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  const isText = column === 0 || column === 6;
  return isText ? cell.padEnd(width) : cell.padStart(width);
}

function milliseconds(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}
