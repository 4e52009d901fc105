import type { ScenarioCube } from './cube';
import type { SoughtField } from './goal-seek';
import type { Adjustment } from './scenario';
import { typicalValue } from './typical-value';

/** How far a goal is sought: a tenth to three times of what is typical today, and elasticities from −5 to 0. */
export function soughtBounds(
  adjustment: Adjustment,
  field: SoughtField,
  cube: ScenarioCube,
): { readonly low: number; readonly high: number } {
  if (field === 'elasticity') return { low: -5, high: 0 };
  if (adjustment.op === 'scale') return { low: 0.1, high: 3 };
  const typical = typicalValue(adjustment, cube) ?? Math.max(1, Math.abs(adjustment.value));
  return adjustment.op === 'set'
    ? { low: 0.1 * typical, high: 3 * typical }
    : { low: -0.9 * typical, high: 2 * typical };
}
