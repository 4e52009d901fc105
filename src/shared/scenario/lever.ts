import type { Say } from './adjustment-note';
import { adjustPrices } from './price-lever';
import { adjustQuotas } from './quota-lever';
import { adjustDealSize, adjustVolume, adjustWinRate } from './sales-levers';
import type { Adjustment, LeverId, Operation, ScopeDimension } from './scenario';
import type { ScenarioState } from './scenario-state';

/** A lever: what it may be told, what it moves, and how. Its name and what it does in words are in the catalogue `scenarios`. */
export interface LeverDeclaration {
  readonly operations: readonly Operation[];
  /** The dimensions by which it can be narrowed; narrowed by another it finds nothing. */
  readonly dimensions: readonly ScopeDimension[];
  /** Ids of the KPIs that it can move. */
  readonly moves: readonly string[];
  /** Whether it multiplies sums of the cube, so that cells have to be told apart by its scope. */
  readonly multipliesCells: boolean;
  readonly apply: (adjustment: Adjustment, state: ScenarioState, say: Say) => void;
}

const salesDimensions = ['product', 'category', 'segment', 'team', 'rep', 'region', 'period'] as const;
const byBookings = [
  'bookings',
  'average_deal_size',
  'quota_attainment',
  'reps_at_quota',
  'pipeline_coverage',
  'sales_velocity',
] as const;

export const leverDeclarations: Readonly<Record<LeverId, LeverDeclaration>> = {
  quota: {
    operations: ['set', 'add', 'scale'],
    dimensions: ['team', 'rep', 'region', 'period'],
    moves: ['quota_attainment', 'reps_at_quota', 'pipeline_coverage'],
    multipliesCells: false,
    apply: adjustQuotas,
  },
  price: {
    operations: ['set', 'add', 'scale'],
    dimensions: salesDimensions,
    moves: [
      'revenue',
      'gross_margin',
      'clv_historical',
      'monthly_sales_progress',
      ...byBookings,
      'price_index',
      'price_gap',
      'discount_rate',
    ],
    multipliesCells: true,
    apply: adjustPrices,
  },
  volume: {
    operations: ['set', 'add', 'scale'],
    dimensions: salesDimensions,
    moves: ['revenue', 'gross_margin', 'clv_historical', 'monthly_sales_progress', ...byBookings],
    multipliesCells: true,
    apply: adjustVolume,
  },
  deal_size: {
    operations: ['set', 'add', 'scale'],
    dimensions: salesDimensions,
    moves: byBookings,
    multipliesCells: true,
    apply: adjustDealSize,
  },
  win_rate: {
    operations: ['set', 'add', 'scale'],
    dimensions: salesDimensions,
    moves: ['win_rate', 'activities_per_win', ...byBookings],
    multipliesCells: true,
    apply: adjustWinRate,
  },
};
