import { QuotabenchError } from '../model/error';
import { type KpiDimension, type RowDimension, timeDimensions } from './declaration';
import type { ComputedFormula, Formula, KpiDeclaration } from './formula';
import { customerLifetimeValue, lifetimeValueBySegment } from './formulas/customer-lifetime-value';
import { churnRate, repeatPurchaseRate } from './formulas/customer-retention';
import { dealFunnel } from './formulas/deal-funnel';
import { incentiveCostRatio, incentivePayout } from './formulas/incentive-payout';
import { predictedLifetimeValue } from './formulas/predicted-lifetime-value';
import { priceElasticity } from './formulas/price-elasticity';
import { priceGap, priceIndex } from './formulas/price-position';
import { pipelineCoverage, quotaAttainment, repsAtQuota } from './formulas/quota-attainment';
import { netRevenueRetention, revenueChurnRate } from './formulas/revenue-retention';
import { salesCycleLength, salesVelocity } from './formulas/sales-cycle';
import { monthlySalesProgress } from './formulas/sales-progress';
import { dimensionsOfDataset, type MeasureId } from './measure';

const { orders, opportunities: dealDimensions, leads, activities } = dimensionsOfDataset;

/** Deals that are closed lie in one stage, and open ones in no other period: only the funnel is split by it. */
const opportunities = dealDimensions.filter((dimension) => dimension !== 'stage');

function by(...dimensions: readonly RowDimension[]): readonly KpiDimension[] {
  return [...timeDimensions, ...dimensions];
}

function sum(measure: MeasureId): KpiDeclaration['formulas'] {
  return [{ basis: null, formula: { kind: 'sum', measure } }];
}

function ratio(numerator: MeasureId, denominator: MeasureId): Formula {
  return { kind: 'ratio', numerator, denominator };
}

function only(formula: Formula): KpiDeclaration['formulas'] {
  return [{ basis: null, formula }];
}

function computed(figures: ComputedFormula['figures'], ...measures: readonly MeasureId[]): Formula {
  return { kind: 'computed', measures, figures };
}

/** The KPIs of a workspace: the built-in ones, then its own. */
export type KpiCatalogue = readonly KpiDeclaration[];

/** The KPIs that every workspace has. What each means in words is in the language catalogue `kpis` under its id. */
export const builtInKpis: KpiCatalogue = [
  {
    id: 'revenue',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by(...orders),
    formulas: sum('revenue'),
  },
  {
    id: 'bookings',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by(...opportunities),
    formulas: sum('wonAmount'),
  },
  {
    id: 'average_deal_size',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by(...opportunities),
    formulas: only(ratio('wonAmount', 'wonDeals')),
  },
  {
    id: 'gross_margin',
    category: 'outcome',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...orders),
    formulas: only(ratio('margin', 'costedRevenue')),
  },
  {
    id: 'clv_historical',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by('segment', 'region', 'rep', 'team', 'product', 'category', 'customer'),
    formulas: [
      { basis: 'lifespan', formula: computed(customerLifetimeValue('lifespan'), 'revenue', 'purchases') },
      { basis: 'churn', formula: computed(customerLifetimeValue('churn'), 'revenue') },
      { basis: 'margin', formula: computed(customerLifetimeValue('margin'), 'revenue') },
    ],
  },
  {
    id: 'clv_predictive',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    isFitted: true,
    dimensions: by('segment', 'customer'),
    formulas: only(computed(predictedLifetimeValue, 'revenue')),
  },
  {
    id: 'clv_segment',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by('segment'),
    formulas: only(computed(lifetimeValueBySegment, 'revenue', 'purchases')),
  },
  {
    id: 'quota_attainment',
    category: 'attainment',
    unit: 'percent',
    direction: 'up',
    dimensions: by('rep', 'team', 'region'),
    alsoReads: ['quotas'],
    formulas: only(computed(quotaAttainment, 'wonAmount')),
  },
  {
    id: 'reps_at_quota',
    category: 'attainment',
    unit: 'percent',
    direction: 'up',
    dimensions: by('team', 'region'),
    alsoReads: ['quotas'],
    formulas: only(computed(repsAtQuota, 'wonAmount')),
  },
  {
    id: 'monthly_sales_progress',
    category: 'attainment',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...orders),
    formulas: [
      { basis: 'mom', formula: computed(monthlySalesProgress('mom'), 'revenue') },
      { basis: 'yoy', formula: computed(monthlySalesProgress('yoy'), 'revenue') },
      { basis: 'target', formula: computed(monthlySalesProgress('target'), 'revenue') },
      { basis: 'ytd', formula: computed(monthlySalesProgress('ytd'), 'revenue') },
    ],
  },
  {
    id: 'pipeline_coverage',
    category: 'attainment',
    unit: 'ratio',
    direction: 'up',
    dimensions: by('rep', 'team', 'region'),
    alsoReads: ['quotas'],
    formulas: only(computed(pipelineCoverage, 'openAmount', 'wonAmount')),
  },
  {
    id: 'lead_conversion_rate',
    category: 'conversion',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...leads),
    formulas: [
      { basis: 'cohort', formula: ratio('createdLeadsConverted', 'createdLeads') },
      { basis: 'period', formula: ratio('convertedLeads', 'createdLeads') },
    ],
  },
  {
    id: 'win_rate',
    category: 'conversion',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...opportunities),
    formulas: [
      { basis: 'closed', formula: ratio('wonDeals', 'closedDeals') },
      { basis: 'created', formula: ratio('createdDealsWon', 'createdDeals') },
    ],
  },
  {
    id: 'sales_cycle_length',
    category: 'conversion',
    unit: 'days',
    direction: 'down',
    dimensions: by(...opportunities),
    formulas: only(computed(salesCycleLength, 'cycleDeals')),
  },
  {
    id: 'sales_velocity',
    category: 'conversion',
    unit: 'money_per_day',
    direction: 'up',
    dimensions: by(...opportunities),
    formulas: only(computed(salesVelocity, 'openDeals', 'closedDeals')),
  },
  {
    id: 'funnel',
    category: 'conversion',
    unit: 'percent',
    direction: 'up',
    dimensions: by('stage', ...opportunities),
    formulas: [
      {
        basis: 'in_play',
        formula: computed(
          dealFunnel({ deals: 'dealsInPlay', won: 'dealsInPlayWon', amount: 'amountInPlay' }),
          'dealsInPlay',
        ),
      },
      {
        basis: 'created',
        formula: computed(
          dealFunnel({ deals: 'createdDeals', won: 'createdDealsWon', amount: 'createdAmount' }),
          'createdDeals',
        ),
      },
    ],
  },
  {
    id: 'churn_rate',
    category: 'retention',
    unit: 'percent',
    direction: 'down',
    dimensions: by('segment', 'region'),
    formulas: [
      {
        basis: 'bought_before',
        formula: computed(churnRate('boughtBefore'), 'churnedCustomers', 'lastPurchase'),
      },
      { basis: 'active_before', formula: computed(churnRate('active'), 'churnedCustomers', 'lastPurchase') },
    ],
  },
  {
    id: 'revenue_churn_rate',
    category: 'retention',
    unit: 'percent',
    direction: 'down',
    dimensions: by('segment', 'region'),
    formulas: [
      {
        basis: 'recurring',
        formula: computed(revenueChurnRate('recurring'), 'churnedRecurring', 'startingRecurring'),
      },
      { basis: 'revenue', formula: computed(revenueChurnRate('revenue'), 'revenue') },
    ],
  },
  {
    id: 'net_revenue_retention',
    category: 'retention',
    unit: 'percent',
    direction: 'up',
    dimensions: by('segment', 'region', 'customer'),
    formulas: [
      {
        basis: 'recurring',
        formula: computed(netRevenueRetention('recurring'), 'churnedRecurring', 'startingRecurring'),
      },
      { basis: 'revenue', formula: computed(netRevenueRetention('revenue'), 'revenue') },
    ],
  },
  {
    id: 'repeat_purchase_rate',
    category: 'retention',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...orders),
    formulas: only(computed(repeatPurchaseRate, 'purchases')),
  },
  {
    id: 'calls_made',
    category: 'activity',
    unit: 'number',
    direction: 'up',
    dimensions: by(...activities),
    formulas: sum('calls'),
  },
  {
    id: 'emails_sent',
    category: 'activity',
    unit: 'number',
    direction: 'up',
    dimensions: by(...activities),
    formulas: sum('emails'),
  },
  {
    id: 'meetings_scheduled',
    category: 'activity',
    unit: 'number',
    direction: 'up',
    dimensions: by(...activities),
    formulas: sum('meetings'),
  },
  {
    id: 'activities_per_win',
    category: 'activity',
    unit: 'number',
    direction: 'down',
    dimensions: by(...activities),
    formulas: only(ratio('activities', 'wonDeals')),
  },
  {
    id: 'price_index',
    category: 'pricing',
    unit: 'index',
    direction: 'near',
    dimensions: by('product', 'category', 'competitor', 'segment', 'region', 'rep', 'team', 'customer'),
    alsoReads: ['competitor_prices'],
    formulas: only(computed(priceIndex, 'revenue')),
  },
  {
    id: 'price_gap',
    category: 'pricing',
    unit: 'money',
    direction: 'near',
    dimensions: by('product', 'category', 'competitor', 'segment', 'region', 'rep', 'team', 'customer'),
    alsoReads: ['competitor_prices'],
    formulas: [
      { basis: 'cheapest', formula: computed(priceGap('cheapest'), 'revenue') },
      { basis: 'mean', formula: computed(priceGap('mean'), 'revenue') },
    ],
  },
  {
    id: 'price_elasticity',
    category: 'pricing',
    unit: 'elasticity',
    direction: 'near',
    dimensions: by('product', 'category', 'segment', 'region'),
    formulas: only(computed(priceElasticity, 'quantifiedRevenue', 'quantity')),
  },
  {
    id: 'discount_rate',
    category: 'pricing',
    unit: 'percent',
    direction: 'down',
    dimensions: by(...orders),
    formulas: only(ratio('discount', 'gross')),
  },
  {
    id: 'incentive_payout',
    category: 'incentives',
    unit: 'money',
    direction: 'near',
    dimensions: by('rep', 'team', 'region'),
    alsoReads: ['quotas'],
    formulas: only({ kind: 'computed', measures: ['wonAmount'], figures: incentivePayout, isAdditive: true }),
  },
  {
    id: 'incentive_cost_ratio',
    category: 'incentives',
    unit: 'percent',
    direction: 'down',
    dimensions: by('rep', 'team', 'region'),
    alsoReads: ['quotas'],
    formulas: only(computed(incentiveCostRatio, 'wonAmount')),
  },
];

/** @throws QuotabenchError `unknownKpi`. */
export function kpiOf<Kpi extends { readonly id: string }>(catalogue: readonly Kpi[], id: string): Kpi {
  const found = catalogue.find((kpi) => kpi.id === id);
  if (found) return found;
  throw new QuotabenchError('unknownKpi', { kpi: id, known: catalogue.map((kpi) => kpi.id).join(', ') });
}
