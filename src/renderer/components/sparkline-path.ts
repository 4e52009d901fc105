interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SparklinePath {
  /** Path data of SVG; months without a value interrupt the line. */
  readonly line: string;
  readonly last: Point | null;
}

const margin = 3;

/** Puts values from left to right into a box of the given size, the lowest at its bottom. Equal values lie in the middle. */
export function sparklinePath(
  values: readonly (number | null)[],
  width: number,
  height: number,
): SparklinePath {
  const known = values.filter((value): value is number => value !== null);
  const lowest = Math.min(...known);
  const span = Math.max(...known) - lowest;
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const yOf = (value: number) =>
    span === 0 ? height / 2 : height - margin - ((value - lowest) / span) * (height - 2 * margin);
  const points = values.map((value, index) =>
    value === null ? null : { x: margin + index * step, y: yOf(value) },
  );
  const line = points
    .map((point, index) =>
      point === null
        ? ''
        : `${index > 0 && points[index - 1] ? 'L' : 'M'}${round(point.x)} ${round(point.y)}`,
    )
    .join('');
  const last = points.filter((point): point is Point => point !== null).at(-1) ?? null;
  return { line, last };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
