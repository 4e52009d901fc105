import type { DateRange } from '@shared/model/calendar-date';
import type { ComponentType } from 'react';
import { ComparisonSection } from './comparison/ComparisonSection';
import { AttainmentSection } from './forecast/AttainmentSection';
import { ForecastSection } from './forecast/ForecastSection';
import { CycleSection } from './funnel/CycleSection';
import { FunnelSection } from './funnel/FunnelSection';
import type { ChosenFilter } from './kpi-filter.store';
import { LifetimeFitSection } from './lifetime/LifetimeFitSection';
import { RetentionSection } from './retention/RetentionSection';

/** What a section of the detail page is about. */
export interface KpiSectionProps {
  readonly path: string;
  readonly kpi: string;
  readonly basis: string | null;
  readonly range: DateRange;
  readonly filter: ChosenFilter;
}

/** What the detail page of a KPI shows beyond what it shows of every KPI, from the top down, by the KPI's id. */
export const kpiSections: Readonly<Record<string, readonly ComponentType<KpiSectionProps>[]>> = {
  monthly_sales_progress: [ForecastSection],
  quota_attainment: [AttainmentSection],
  funnel: [FunnelSection],
  sales_cycle_length: [CycleSection],
  lead_conversion_rate: [ComparisonSection],
  win_rate: [ComparisonSection],
  churn_rate: [RetentionSection],
  clv_predictive: [LifetimeFitSection],
};
