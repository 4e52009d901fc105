/** Ways of reckoning by which a KPI is a count of a count, such as deals won of deals closed; null where there is but one way. */
const proportions: Readonly<Record<string, readonly (string | null)[]>> = {
  reps_at_quota: [null],
  lead_conversion_rate: ['cohort'],
  win_rate: ['closed', 'created'],
  churn_rate: ['bought_before', 'active_before'],
  repeat_purchase_rate: [null],
};

/** Whether chance alone can be told from a difference by the KPI's counts. */
export function isProportion(kpi: string, basis: string | null): boolean {
  return proportions[kpi]?.includes(basis) ?? false;
}
