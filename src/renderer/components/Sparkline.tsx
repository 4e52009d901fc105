import { sparklinePath } from './sparkline-path';

interface SparklineProps {
  readonly values: readonly (number | null)[];
  readonly width: number;
  readonly height: number;
}

/** A line without axes. It repeats what the numbers beside it say, so it is silent for screen readers. */
export function Sparkline({ values, width, height }: SparklineProps) {
  const { line, last } = sparklinePath(values, width, height);
  return (
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path
        d={line}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1.8}
        vectorEffect="non-scaling-stroke"
      />
      {last && <circle cx={last.x} cy={last.y} r={2.6} fill="var(--mantine-primary-color-filled)" />}
    </svg>
  );
}
