import type { KpiReading } from './kpi-reading';
import type { Adjustment } from './scenario';

export interface TornadoBar {
  /** The adjustment's id. */
  readonly adjustment: string;
  /** The adjustment's value moved down and up, and what the KPI then is. */
  readonly low: { readonly value: number; readonly kpi: number | null };
  readonly high: { readonly value: number; readonly kpi: number | null };
  /** The distance between the two. */
  readonly effect: number;
}

/**
 * Each adjustment in use moved down and up alone, the greatest effect on a KPI first.
 * @param share by how much: 0.1 moves a scale by ten percentage points and an amount by ten per cent of itself.
 */
export function tornado(
  adjustments: readonly Adjustment[],
  share: number,
  reading: KpiReading,
): readonly TornadoBar[] {
  const bars = adjustments
    .filter(({ enabled }) => enabled)
    .map((own): TornadoBar => {
      const [down, up] = valuesAround(own, share);
      const kpiAt = (value: number) =>
        reading(adjustments.map((each) => (each.id === own.id ? { ...each, value } : each)));
      const [low, high] = [
        { value: down, kpi: kpiAt(down) },
        { value: up, kpi: kpiAt(up) },
      ];
      const effect = low.kpi === null || high.kpi === null ? 0 : Math.abs(high.kpi - low.kpi);
      return { adjustment: own.id, low, high, effect };
    });
  return bars.sort((one, other) => other.effect - one.effect);
}

function valuesAround({ op, value }: Adjustment, share: number): readonly [number, number] {
  const by = op === 'scale' ? share : Math.abs(value) * share;
  return [op === 'scale' ? Math.max(0, value - by) : value - by, value + by];
}
