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
      {last && (
        // A line of no length with round ends is a disc that stretching does not squeeze.
        <path
          d={`M${last.x} ${last.y}h0`}
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={6}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
