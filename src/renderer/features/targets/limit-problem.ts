import type { KpiDirection } from '@shared/kpi/declaration';
import { levelsOf } from '@shared/model/target';

interface Limits {
  readonly value: number;
  readonly amber: number | null;
  readonly red: number | null;
}

/** What is wrong with a target's limits, as a key of the catalogue; null when green, amber and red come in this order. */
export function limitProblem(
  limits: Limits,
  direction: KpiDirection,
): 'amberAboveTarget' | 'amberBelowTarget' | 'redAboveAmber' | 'redBelowAmber' | 'redInsideAmber' | null {
  const { value, amber, red } = levelsOf({ ...limits, period: '' }, direction);
  switch (direction) {
    case 'up':
      return amber > value ? 'amberAboveTarget' : red > amber ? 'redAboveAmber' : null;
    case 'down':
      return amber < value ? 'amberBelowTarget' : red < amber ? 'redBelowAmber' : null;
    case 'near':
      return Math.abs(red - value) < Math.abs(amber - value) ? 'redInsideAmber' : null;
  }
}
