import type { Say } from './adjustment-note';
import { adjustChurn } from './churn-lever';
import { adjustCompetitorPrices, competitorAnswerOf } from './competitor-lever';
import type { CubeProduct, ScenarioCube } from './cube';
import { adjustHeadcount } from './headcount-lever';
import { adjustActivity, adjustConversion, adjustLeads } from './lead-levers';
import { adjustPrices } from './price-lever';
import { adjustQuotas } from './quota-lever';
import { adjustDealSize, adjustSalesCycle, adjustVolume, adjustWinRate } from './sales-levers';
import type { Adjustment, LeverId, Operation, ScopeDimension } from './scenario';
import type { ScenarioState } from './scenario-state';

/** A lever: what it may be told, what it moves, and how. Its name and what it does in words are in the window's catalogue. */
export interface LeverDeclaration {
  readonly operations: readonly Operation[];
  /** The dimensions by which it can be narrowed; narrowed by another it moves nothing, and says so. */
  readonly dimensions: readonly ScopeDimension[];
  /** Ids of the KPIs that it can move, shifts in the weights of a mean included. */
  readonly moves: readonly string[];
  /** Those that it moves besides in a workspace without orders, where won deals stand in for them. */
  readonly movesWithoutOrders?: readonly string[];
  /** What cells of the cube have to be told apart for it: those in scope, reps and time, segments, or none. */
  readonly cells: 'scope' | 'crew' | 'segments' | 'none';
  /** Products in scope with the same text answer alike whatever the value is; all of them where it is left out. */
  readonly answerOf?: (adjustment: Adjustment, product: CubeProduct, cube: ScenarioCube) => string;
  /** What it is measured in; a rate is a share between 0 and 1. */
  readonly unit: 'money' | 'number' | 'days' | 'rate' | 'reps';
  /** What its elasticity says: how volume answers to the price, or deals to activity. */
  readonly elasticity?: 'price' | 'cross' | 'deals';
  readonly apply: (adjustment: Adjustment, state: ScenarioState, say: Say) => void;
}

const plain = ['set', 'add', 'scale'] as const;
const salesDimensions = ['product', 'category', 'segment', 'team', 'rep', 'region', 'period'] as const;
const dealDimensions = [...salesDimensions, 'source'] as const;
const byQuota = ['quota_attainment', 'reps_at_quota', 'pipeline_coverage'] as const;
const byBookings = ['bookings', 'average_deal_size', ...byQuota, 'sales_velocity'] as const;
const byRevenue = ['revenue', 'monthly_sales_progress'] as const;
const byWorth = ['clv_historical', 'clv_segment'] as const;
const byMix = ['price_index', 'price_gap'] as const;
const byDeals = [...byBookings, 'win_rate', 'funnel', 'activities_per_win', 'sales_cycle_length'] as const;
const byActivity = ['calls_made', 'emails_sent', 'meetings_scheduled'] as const;
const byOrders = [...byRevenue, 'gross_margin', ...byMix, 'discount_rate'] as const;
/** Where a workspace has no orders, revenue is what deals bring. */
const byDealsAlone = [...byRevenue, ...byMix] as const;

export const leverDeclarations: Readonly<Record<LeverId, LeverDeclaration>> = {
  quota: {
    unit: 'money',
    operations: [...plain, 'spread'],
    dimensions: ['team', 'rep', 'region', 'period'],
    moves: byQuota,
    cells: 'none',
    apply: adjustQuotas,
  },
  price: {
    unit: 'money',
    operations: plain,
    dimensions: salesDimensions,
    moves: [...byOrders, ...byWorth, ...byBookings],
    cells: 'scope',
    // Sales without a product have no price.
    answerOf: ({ op, elasticity }, { name }) =>
      name === '' ? 'none' : op !== 'scale' || elasticity == null ? `own ${name}` : 'all',
    elasticity: 'price',
    apply: adjustPrices,
  },
  competitor_price: {
    unit: 'money',
    operations: plain,
    dimensions: ['competitor', 'product', 'category'],
    moves: [...byOrders, ...byWorth, ...byBookings],
    cells: 'scope',
    answerOf: competitorAnswerOf,
    elasticity: 'cross',
    apply: adjustCompetitorPrices,
  },
  volume: {
    unit: 'number',
    operations: plain,
    dimensions: salesDimensions,
    moves: [...byOrders, ...byWorth, ...byBookings],
    cells: 'scope',
    apply: adjustVolume,
  },
  leads: {
    unit: 'number',
    operations: plain,
    dimensions: ['source', 'team', 'rep', 'region', 'period'],
    moves: ['lead_conversion_rate', ...byDeals],
    movesWithoutOrders: byDealsAlone,
    cells: 'scope',
    apply: adjustLeads,
  },
  conversion: {
    unit: 'rate',
    operations: plain,
    dimensions: ['source', 'team', 'rep', 'region', 'period'],
    moves: ['lead_conversion_rate', ...byDeals],
    movesWithoutOrders: byDealsAlone,
    cells: 'scope',
    apply: adjustConversion,
  },
  win_rate: {
    unit: 'rate',
    operations: plain,
    dimensions: dealDimensions,
    moves: byDeals,
    movesWithoutOrders: byDealsAlone,
    cells: 'scope',
    apply: adjustWinRate,
  },
  deal_size: {
    unit: 'money',
    operations: plain,
    dimensions: dealDimensions,
    moves: byBookings,
    movesWithoutOrders: [...byDealsAlone, ...byWorth],
    cells: 'scope',
    apply: adjustDealSize,
  },
  sales_cycle: {
    unit: 'days',
    operations: plain,
    dimensions: dealDimensions,
    moves: ['sales_cycle_length', 'sales_velocity'],
    cells: 'scope',
    apply: adjustSalesCycle,
  },
  churn: {
    unit: 'rate',
    operations: plain,
    dimensions: ['segment'],
    moves: ['churn_rate', 'revenue_churn_rate', 'net_revenue_retention', ...byWorth, ...byOrders, ...byQuota],
    cells: 'segments',
    apply: adjustChurn,
  },
  activity: {
    unit: 'number',
    operations: plain,
    dimensions: ['team', 'rep', 'region', 'period'],
    moves: [...byActivity, ...byDeals],
    movesWithoutOrders: byDealsAlone,
    cells: 'scope',
    elasticity: 'deals',
    apply: adjustActivity,
  },
  headcount: {
    unit: 'reps',
    operations: plain,
    dimensions: ['team', 'rep', 'region'],
    moves: [...byDeals, ...byOrders, ...byActivity],
    cells: 'crew',
    apply: adjustHeadcount,
  },
};
