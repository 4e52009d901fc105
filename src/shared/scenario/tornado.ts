import type { KpiReading } from './kpi-reading';
import type { Adjustment } from './scenario';

/** The two values that an adjustment is moved to. */
export interface TornadoRange {
  readonly low: number;
  readonly high: number;
}

export interface TornadoBar {
  /** The adjustment's id. */
  readonly adjustment: string;
  /** The adjustment's value moved down and up, and what the KPI then is. */
  readonly low: { readonly value: number; readonly kpi: number | null };
  readonly high: { readonly value: number; readonly kpi: number | null };
  /** The distance between the two. */
  readonly effect: number;
}

/** Each adjustment in use moved down and up alone, the greatest effect on a KPI first. */
export function tornado(
  adjustments: readonly Adjustment[],
  rangeOf: (adjustment: Adjustment) => TornadoRange,
  reading: KpiReading,
): readonly TornadoBar[] {
  const bars = adjustments
    .filter(({ enabled }) => enabled)
    .map((own): TornadoBar => {
      const range = rangeOf(own);
      const kpiAt = (value: number) =>
        reading(adjustments.map((each) => (each.id === own.id ? { ...each, value } : each)));
      const [low, high] = [
        { value: range.low, kpi: kpiAt(range.low) },
        { value: range.high, kpi: kpiAt(range.high) },
      ];
      const effect = low.kpi === null || high.kpi === null ? 0 : Math.abs(high.kpi - low.kpi);
      return { adjustment: own.id, low, high, effect };
    });
  return bars.sort((one, other) => other.effect - one.effect);
}

/** A share about today's value: 0.1 moves a scale by ten percentage points and an amount by ten per cent of itself. */
export function movedBy(share: number): (adjustment: Adjustment) => TornadoRange {
  return ({ op, value }) => {
    const by = op === 'scale' ? share : Math.abs(value) * share;
    return { low: op === 'scale' ? Math.max(0, value - by) : value - by, high: value + by };
  };
}
