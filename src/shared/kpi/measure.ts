import type { Filter } from '../ipc/rows';
import { convertedStatuses } from '../model/lead-status';
import type { RowDimension } from './declaration';

/** Datasets whose rows are counted and summed. */
export const measureDatasets = [
  'orders',
  'opportunities',
  'leads',
  'activities',
  'customers',
  'competitor_prices',
] as const;
export type MeasureDataset = (typeof measureDatasets)[number];

/** Row dimensions of each dataset; a filter on another dimension leaves the dataset's measures as they are. */
export const dimensionsOfDataset: Readonly<Record<MeasureDataset, readonly RowDimension[]>> = {
  orders: ['rep', 'team', 'region', 'product', 'category', 'customer', 'segment'],
  opportunities: ['rep', 'team', 'region', 'product', 'category', 'customer', 'segment', 'source', 'stage'],
  leads: ['rep', 'team', 'region', 'source'],
  activities: ['rep', 'team', 'region'],
  customers: ['region', 'customer', 'segment'],
  competitor_prices: ['product', 'category', 'competitor'],
};

/**
 * A number of one row. `cost` is the row's own, else its quantity at the product's unit cost; `margin` is amount less cost; `gross`
 * is the quantity at the unit price where both are given, else amount and discount; `cycle_days` is from created_on to closed_on,
 * `conversion_days` from created_on to converted_on, `lifetime_days` from acquired_on to churned_on.
 */
export const measureFields = [
  'amount',
  'quantity',
  'margin',
  'discount',
  'gross',
  'cycle_days',
  'count',
  'recurring_amount',
  'conversion_days',
  'lifetime_days',
] as const;
export type MeasureField = (typeof measureFields)[number];

/** A number of one row: one that measures know by name, or what stands in a column, a field's id or that of an extra column. */
export type RowNumber = MeasureField | { readonly column: string };

/** How the rows' numbers become one. Sums and counts of parts add up to those of the whole; the rest does not. */
export type MeasureAggregate =
  | { readonly kind: 'count' }
  /** Distinct order numbers, and each row without one. */
  | { readonly kind: 'purchases' }
  /** The first or last of the rows' dates, as a day number of `calendar-date.ts`. */
  | { readonly kind: 'firstDay' }
  | { readonly kind: 'lastDay' }
  /** How many different dates the rows have. */
  | { readonly kind: 'days' }
  /** The sum of a field over the rows of the first date. */
  | { readonly kind: 'firstDaySum'; readonly field: MeasureField }
  /**
   * Over the rows that have the number. A sum over none is 0, the others are NaN; the median of an even count is the mean of the
   * middle two.
   */
  | { readonly kind: 'sum' | 'mean' | 'median' | 'minimum' | 'maximum'; readonly field: RowNumber }
  /** How many different values a column has, empty cells left out. */
  | { readonly kind: 'distinct'; readonly column: string };

/** Which rows a period takes. */
export type MeasurePlacement =
  | { readonly kind: 'dated'; readonly field: string }
  /** Deals created by the period's last day (or undated) and neither won nor lost by then. */
  | { readonly kind: 'openAtEnd' }
  /** Deals that were open on a day of the period: created by its last day (or undated), and not won or lost before its first. */
  | { readonly kind: 'inPlay' }
  /**
   * Customers acquired before the period's first day and not churned before it. A customer without acquired_on is there from the
   * first purchase, and one without purchases always was.
   */
  | { readonly kind: 'thereAtStart' }
  /** Every row, whatever the period. */
  | { readonly kind: 'always' };

export type MeasureCondition =
  | { readonly field: 'outcome' | 'type'; readonly in: readonly string[] }
  /** Compared without regard to case and outer spaces. */
  | { readonly field: 'status'; readonly in: readonly string[] }
  | { readonly filled: 'created_on' | 'converted_on' | 'quantity' | 'margin' }
  /** Rows that the grid's own filter lets pass. */
  | { readonly rows: Filter };

export interface MeasureDeclaration {
  /** What it is called in the formula of an own KPI. */
  readonly name?: string;
  readonly dataset: MeasureDataset;
  readonly aggregate: MeasureAggregate;
  readonly placement: MeasurePlacement;
  /** All groups must hold; in a group any of its conditions. */
  readonly conditions: readonly (readonly MeasureCondition[])[];
  /** Stands in where the workspace has no row of the dataset at all. */
  readonly withoutRows?: MeasureId;
}

export const measureIds = [
  'revenue',
  'margin',
  'costedRevenue',
  'quantifiedRevenue',
  'quantity',
  'discount',
  'gross',
  'purchases',
  'firstPurchase',
  'lastPurchase',
  'purchaseDays',
  'firstDayRevenue',
  'wonAmount',
  'wonDeals',
  'closedDeals',
  'firstWin',
  'lastWin',
  'winDays',
  'firstDayWon',
  'createdDeals',
  'createdDealsWon',
  'createdAmount',
  'dealsInPlay',
  'dealsInPlayWon',
  'amountInPlay',
  'cycleDays',
  'cycleDeals',
  'openAmount',
  'openDeals',
  'createdLeads',
  'createdLeadsConverted',
  'convertedLeads',
  'calls',
  'emails',
  'meetings',
  'activities',
  'acquiredDay',
  'churnedDay',
  'churnedCustomers',
  'startingCustomers',
  'knownCustomers',
  'churnedRecurring',
  'startingRecurring',
] as const;
export type MeasureId = (typeof measureIds)[number];

const count: MeasureAggregate = { kind: 'count' };
const ordered: MeasurePlacement = { kind: 'dated', field: 'ordered_on' };
const closed: MeasurePlacement = { kind: 'dated', field: 'closed_on' };
const dealCreated: MeasurePlacement = { kind: 'dated', field: 'created_on' };
const openAtEnd: MeasurePlacement = { kind: 'openAtEnd' };
const inPlay: MeasurePlacement = { kind: 'inPlay' };
const acquired: MeasurePlacement = { kind: 'dated', field: 'acquired_on' };
const churned: MeasurePlacement = { kind: 'dated', field: 'churned_on' };
const thereAtStart: MeasurePlacement = { kind: 'thereAtStart' };
const won: readonly MeasureCondition[] = [{ field: 'outcome', in: ['won'] }];

function sum(field: MeasureField): MeasureAggregate {
  return { kind: 'sum', field };
}

function orders(
  aggregate: MeasureAggregate,
  conditions: readonly MeasureCondition[][] = [],
  withoutRows?: MeasureId,
): MeasureDeclaration {
  return { dataset: 'orders', aggregate, placement: ordered, conditions, withoutRows };
}

function deals(
  aggregate: MeasureAggregate,
  placement: MeasurePlacement,
  ...conditions: readonly (readonly MeasureCondition[])[]
): MeasureDeclaration {
  return { dataset: 'opportunities', aggregate, placement, conditions };
}

function customers(aggregate: MeasureAggregate, placement: MeasurePlacement): MeasureDeclaration {
  return { dataset: 'customers', aggregate, placement, conditions: [] };
}

function activities(...types: readonly string[]): MeasureDeclaration {
  const conditions: readonly MeasureCondition[][] = types.length > 0 ? [[{ field: 'type', in: types }]] : [];
  return {
    dataset: 'activities',
    aggregate: sum('count'),
    placement: { kind: 'dated', field: 'date' },
    conditions,
  };
}

/** A built-in measure by its id, or the declaration of one that a workspace's own KPI brings. */
export type Measure = MeasureId | MeasureDeclaration;

export function measureDeclared(measure: Measure): MeasureDeclaration {
  return typeof measure === 'string' ? measures[measure] : measure;
}

/** The sums and counts of rows that KPIs are made of. */
export const measures: Readonly<Record<MeasureId, MeasureDeclaration>> = {
  revenue: orders(sum('amount'), [], 'wonAmount'),
  margin: orders(sum('margin'), [[{ filled: 'margin' }]]),
  costedRevenue: orders(sum('amount'), [[{ filled: 'margin' }]]),
  quantifiedRevenue: orders(sum('amount'), [[{ filled: 'quantity' }]]),
  quantity: orders(sum('quantity')),
  discount: orders(sum('discount')),
  gross: orders(sum('gross')),
  purchases: orders({ kind: 'purchases' }, [], 'wonDeals'),
  firstPurchase: orders({ kind: 'firstDay' }, [], 'firstWin'),
  lastPurchase: orders({ kind: 'lastDay' }, [], 'lastWin'),
  purchaseDays: orders({ kind: 'days' }, [], 'winDays'),
  firstDayRevenue: orders({ kind: 'firstDaySum', field: 'amount' }, [], 'firstDayWon'),
  wonAmount: deals(sum('amount'), closed, won),
  wonDeals: deals(count, closed, won),
  closedDeals: deals(count, closed, [{ field: 'outcome', in: ['won', 'lost'] }]),
  firstWin: deals({ kind: 'firstDay' }, closed, won),
  lastWin: deals({ kind: 'lastDay' }, closed, won),
  winDays: deals({ kind: 'days' }, closed, won),
  firstDayWon: deals({ kind: 'firstDaySum', field: 'amount' }, closed, won),
  createdDeals: deals(count, dealCreated),
  createdDealsWon: deals(count, dealCreated, won),
  createdAmount: deals(sum('amount'), dealCreated),
  dealsInPlay: deals(count, inPlay),
  dealsInPlayWon: deals(count, inPlay, won),
  amountInPlay: deals(sum('amount'), inPlay),
  cycleDays: deals(sum('cycle_days'), closed, won, [{ filled: 'created_on' }]),
  cycleDeals: deals(count, closed, won, [{ filled: 'created_on' }]),
  openAmount: deals(sum('amount'), openAtEnd),
  openDeals: deals(count, openAtEnd),
  createdLeads: {
    dataset: 'leads',
    aggregate: count,
    placement: { kind: 'dated', field: 'created_on' },
    conditions: [],
  },
  createdLeadsConverted: {
    dataset: 'leads',
    aggregate: count,
    placement: { kind: 'dated', field: 'created_on' },
    conditions: [[{ filled: 'converted_on' }, { field: 'status', in: convertedStatuses }]],
  },
  convertedLeads: {
    dataset: 'leads',
    aggregate: count,
    placement: { kind: 'dated', field: 'converted_on' },
    conditions: [],
  },
  calls: activities('call'),
  emails: activities('email'),
  meetings: activities('meeting'),
  activities: activities(),
  acquiredDay: customers({ kind: 'firstDay' }, acquired),
  churnedDay: customers({ kind: 'firstDay' }, churned),
  churnedCustomers: customers(count, churned),
  startingCustomers: customers(count, thereAtStart),
  knownCustomers: customers(count, { kind: 'always' }),
  churnedRecurring: customers(sum('recurring_amount'), churned),
  startingRecurring: customers(sum('recurring_amount'), thereAtStart),
};
