import type { KpiUnit } from '../kpi/declaration';
import type { ScenarioCube } from './cube';

/** What the scenarios of one period start from. */
export interface ScenarioBase {
  readonly cube: ScenarioCube;
  /** Every KPI of the catalogue in the period. */
  readonly values: readonly {
    readonly id: string;
    readonly value: number | null;
    readonly target: number | null;
    readonly unit: KpiUnit;
  }[];
}
