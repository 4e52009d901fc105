import type { ScopeOfTarget } from '../model/target';

/** Something that somebody who goes through the KPIs should look at. */
export type KpiAlert = QuotaAlert | TargetAlert;

/** Too few reps reach their quotas: the quotas themselves are to be looked at again. */
export interface QuotaAlert {
  readonly kind: 'quota';
  /** All, or one team. */
  readonly scope: ScopeOfTarget;
  /** Reps with a quota, and those of them who do not reach it. */
  readonly reps: number;
  readonly under: number;
}

/** A KPI is off a target. */
export interface TargetAlert {
  readonly kind: 'target';
  readonly kpi: string;
  readonly scope: ScopeOfTarget;
  /** `all` where a part that has no target of its own is held against that of the whole. */
  readonly targetOf: 'own' | 'all';
  readonly value: number;
  readonly target: number;
  readonly status: 'amber' | 'red';
}

/** The KPI on whose page an alert can be followed up: for quotas the one that says who is under. */
export function pageOfAlert(alert: KpiAlert): string {
  return alert.kind === 'quota' ? 'quota_attainment' : alert.kpi;
}

/** The KPI that an alert is about. */
export function kpiOfAlert(alert: KpiAlert): string {
  return alert.kind === 'quota' ? 'reps_at_quota' : alert.kpi;
}

/**
 * What is off target, or warns of quotas, before what is close; within each the KPIs of the dashboard in their order, then the
 * others; of one KPI the whole before its parts, and the part that is farthest off first.
 */
export function sortedAlerts(alerts: readonly KpiAlert[], dashboard: readonly string[]): readonly KpiAlert[] {
  const place = (alert: KpiAlert): number => {
    const found = dashboard.indexOf(kpiOfAlert(alert));
    return found < 0 ? dashboard.length : found;
  };
  return [...alerts].sort(
    (one, other) =>
      gravity(one) - gravity(other) ||
      place(one) - place(other) ||
      kpiOfAlert(one).localeCompare(kpiOfAlert(other)) ||
      Number(one.scope.kind !== 'all') - Number(other.scope.kind !== 'all') ||
      one.kind.localeCompare(other.kind) ||
      distance(other) - distance(one),
  );
}

function gravity(alert: KpiAlert): number {
  return alert.kind === 'quota' || alert.status === 'red' ? 0 : 1;
}

/** How far off, as a share of what should be. */
function distance(alert: KpiAlert): number {
  if (alert.kind === 'quota') return alert.under / alert.reps;
  return Math.abs(alert.value - alert.target) / Math.max(Math.abs(alert.target), Number.EPSILON);
}
