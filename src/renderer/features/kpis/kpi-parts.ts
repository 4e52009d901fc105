import type { KpiDescription } from '@shared/ipc/kpi';
import type { KpiUnit } from '@shared/kpi/declaration';

interface KpiParts {
  readonly numerator: KpiUnit;
  readonly denominator: KpiUnit;
}

/** In what the two parts of a KPI that is a quotient are counted. KPIs whose parts are weights that mean little alone are left out. */
const builtInParts: Readonly<Record<string, KpiParts>> = {
  average_deal_size: { numerator: 'money', denominator: 'number' },
  gross_margin: { numerator: 'money', denominator: 'money' },
  clv_predictive: { numerator: 'money', denominator: 'number' },
  clv_segment: { numerator: 'money', denominator: 'number' },
  clv_historical: { numerator: 'money', denominator: 'number' },
  // A quota may be in money, units or deals.
  quota_attainment: { numerator: 'number', denominator: 'number' },
  reps_at_quota: { numerator: 'number', denominator: 'number' },
  monthly_sales_progress: { numerator: 'money', denominator: 'money' },
  pipeline_coverage: { numerator: 'money', denominator: 'money' },
  lead_conversion_rate: { numerator: 'number', denominator: 'number' },
  win_rate: { numerator: 'number', denominator: 'number' },
  funnel: { numerator: 'number', denominator: 'number' },
  sales_cycle_length: { numerator: 'number', denominator: 'number' },
  sales_velocity: { numerator: 'money', denominator: 'number' },
  churn_rate: { numerator: 'number', denominator: 'number' },
  revenue_churn_rate: { numerator: 'money', denominator: 'money' },
  net_revenue_retention: { numerator: 'money', denominator: 'money' },
  repeat_purchase_rate: { numerator: 'number', denominator: 'number' },
  activities_per_win: { numerator: 'number', denominator: 'number' },
  discount_rate: { numerator: 'money', denominator: 'money' },
  incentive_cost_ratio: { numerator: 'money', denominator: 'money' },
};

/** In what the parts of a KPI are counted; null for one that shows none. */
export function kpiPartsOf({ id, own }: Pick<KpiDescription, 'id' | 'own'>): KpiParts | null {
  if (own?.parts) return { numerator: own.parts.numerator.unit, denominator: own.parts.denominator.unit };
  return builtInParts[id] ?? null;
}

/** The catalogue's keys for the names of a KPI's parts: that of the basis, else that of the KPI. */
export function partNames(kpi: string, basis: string | null, part: keyof KpiParts): string[] {
  return [...(basis === null ? [] : [`part.${kpi}.${basis}.${part}`]), `part.${kpi}.${part}`];
}
