import type { CubeMeasure } from './cube';
import type { ClassFactor } from './scenario-state';

/** What of a class a measure is multiplied by, and whether reps who come and go, and customers who leave, take part of it along. */
export interface Movement {
  readonly factors: readonly ClassFactor[];
  readonly ofReps: boolean;
  readonly ofCustomers: boolean;
}

const orders = { ofReps: true, ofCustomers: true };
const deals = { ofReps: true, ofCustomers: false };
const leads = { ofReps: false, ofCustomers: false };

/** `margin` is revenue less cost, which answer each in its own way: what is here is its revenue's. */
export const movements: Readonly<Record<CubeMeasure, Movement>> = {
  revenue: { factors: ['amount'], ...orders },
  costedRevenue: { factors: ['amount'], ...orders },
  quantifiedRevenue: { factors: ['amount'], ...orders },
  discount: { factors: ['amount'], ...orders },
  gross: { factors: ['amount'], ...orders },
  quantity: { factors: ['volume'], ...orders },
  margin: { factors: ['amount'], ...orders },
  wonAmount: { factors: ['won', 'size'], ...deals },
  wonDeals: { factors: ['won'], ...deals },
  closedDeals: { factors: ['deals'], ...deals },
  cycleDeals: { factors: ['won'], ...deals },
  cycleDays: { factors: ['won', 'cycle'], ...deals },
  openAmount: { factors: ['deals'], ...deals },
  openDeals: { factors: ['deals'], ...deals },
  createdLeads: { factors: ['leads'], ...leads },
  createdLeadsConverted: { factors: ['leads', 'conversion'], ...leads },
  calls: { factors: ['activity'], ...deals },
  emails: { factors: ['activity'], ...deals },
  meetings: { factors: ['activity'], ...deals },
  activities: { factors: ['activity'], ...deals },
};
