import type { KpiDirection, KpiUnit } from '@shared/kpi/declaration';

/** How a KPI's value differs from an earlier one. */
export interface KpiChange {
  /** A fraction of the earlier value for `share`, percentage points ÷ 100 for `points`, the KPI's own unit for `difference`. */
  readonly by: number;
  readonly scale: 'share' | 'points' | 'difference';
  readonly movement: 'up' | 'down' | 'level';
  /** Whether that is good; `unclear` where near a target is better and there is none. */
  readonly sense: 'better' | 'worse' | 'same' | 'unclear';
}

interface Compared {
  readonly value: number | null;
  readonly before: number | null;
  readonly target: number | null;
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
}

/** Null where one of the values is missing, or a share of nothing would be asked for. */
export function changeOf({ value, before, target, unit, direction }: Compared): KpiChange | null {
  if (value === null || before === null) return null;
  const difference = value - before;
  const scale = scaleOf(unit);
  if (scale === 'share' && before === 0) return null;
  const by = scale === 'share' ? difference / Math.abs(before) : difference;
  const sense = senseOf(value, before, target, direction);
  if (Math.abs(by) < leastWritten(scale, unit)) {
    return { by, scale, movement: 'level', sense: sense === 'unclear' ? sense : 'same' };
  }
  return { by, scale, movement: difference > 0 ? 'up' : 'down', sense };
}

/** Below this a change is written as 0 – 0.1 %, 0.1 points, 0.1 days, 0.01× – and is neither better nor worse. */
function leastWritten(scale: KpiChange['scale'], unit: KpiUnit): number {
  if (scale !== 'difference') return 0.0005;
  return unit === 'ratio' || unit === 'elasticity' ? 0.005 : 0.05;
}

/** Rates change by points, amounts by a share of themselves, other scales by their own unit. */
function scaleOf(unit: KpiUnit): KpiChange['scale'] {
  switch (unit) {
    case 'percent':
      return 'points';
    case 'money':
    case 'money_per_day':
    case 'number':
      return 'share';
    case 'days':
    case 'index':
    case 'ratio':
    case 'elasticity':
      return 'difference';
  }
}

function senseOf(
  value: number,
  before: number,
  target: number | null,
  direction: KpiDirection,
): KpiChange['sense'] {
  if (direction === 'near' && target === null) return 'unclear';
  const goodness = (measured: number): number => {
    switch (direction) {
      case 'up':
        return measured;
      case 'down':
        return -measured;
      case 'near':
        return -Math.abs(measured - (target ?? 0));
    }
  };
  const gain = goodness(value) - goodness(before);
  return gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse';
}
