import { periodsWithin } from '../../model/period';
import type { PlannedRep, QuotaPlan, QuotaPlanBase } from './quota-plan';

/** A plan of 2026 by quarters, spread equally in whole units. */
export const plainPlan: QuotaPlan = {
  from: '2026-01-01',
  to: '2026-12-31',
  step: 'quarter',
  measure: 'bookings',
  total: 1000,
  way: 'equal',
  seasonal: false,
  unit: 1,
  ramp: [],
  locks: [],
};

/** A rep who has come to the same in each month of 2025. */
export function steadyRep(name: string, perMonth: number, more: Partial<PlannedRep> = {}): PlannedRep {
  const months = periodsWithin({ from: '2025-01-01', to: '2025-12-31' }, 'month', 1);
  return {
    name,
    team: 'North',
    startDate: null,
    endDate: null,
    months: new Map(months.map(({ key }) => [key, perMonth])),
    ...more,
  };
}

export function baseOf(reps: readonly PlannedRep[], more: Partial<QuotaPlanBase> = {}): QuotaPlanBase {
  const months = periodsWithin({ from: '2025-01-01', to: '2025-12-31' }, 'month', 1);
  return {
    reps,
    wholeMonths: months.map(({ key }) => key),
    asOf: '2025-12-31',
    season: null,
    incentivePlans: [],
    fiscalYearStart: 1,
    ...more,
  };
}
