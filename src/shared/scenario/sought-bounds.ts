import type { ScenarioCube } from './cube';
import type { SoughtField } from './goal-seek';
import { leverDeclarations } from './lever';
import type { Adjustment } from './scenario';
import { typicalValue } from './typical-value';

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How far elasticities are sought: demand falls with the own price and rises with the competitors', deals rise with activity. */
const elasticityBounds: Readonly<Record<'price' | 'cross' | 'deals', Bounds>> = {
  price: { low: -5, high: 0 },
  cross: { low: 0, high: 5 },
  deals: { low: 0, high: 2 },
};

/** How far a goal is sought: a tenth to three times of what is typical today, and rates between none and all. */
export function soughtBounds(adjustment: Adjustment, field: SoughtField, cube: ScenarioCube): Bounds {
  const { elasticity, unit } = leverDeclarations[adjustment.lever];
  if (field === 'elasticity') return elasticityBounds[elasticity ?? 'price'];
  if (adjustment.op === 'scale') return { low: 0.1, high: 3 };
  const typical = typicalValue(adjustment, cube) ?? Math.max(1, Math.abs(adjustment.value));
  const isAdded = adjustment.op === 'add';
  if (unit === 'rate') return isAdded ? { low: -typical, high: 1 - typical } : { low: 0, high: 1 };
  return isAdded ? { low: -0.9 * typical, high: 2 * typical } : { low: 0.1 * typical, high: 3 * typical };
}
