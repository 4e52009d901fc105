/** The tables that a spreadsheet can become. Everything that stores, imports, edits or exports rows reads these declarations. */

export const datasetIds = [
  'reps',
  'products',
  'customers',
  'leads',
  'opportunities',
  'stage_changes',
  'orders',
  'activities',
  'competitor_prices',
  'quotas',
  'benchmarks',
] as const;
export type DatasetId = (typeof datasetIds)[number];

/** Datasets whose rows are named by rows of others. */
export type EntityId = 'reps' | 'products' | 'customers';

/**
 * What a field holds. `date` is a calendar date `YYYY-MM-DD`; `period` is a period of `period.ts` (`2026-Q1`); `money` is in
 * the workspace's currency; `percent` is a fraction; `reference` is stored as the other row's id and read and written as its name.
 */
export type FieldKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'email' }
  | { readonly kind: 'number'; readonly minimum?: number }
  | { readonly kind: 'integer'; readonly minimum?: number }
  | { readonly kind: 'money'; readonly minimum?: number }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date' }
  | { readonly kind: 'period' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'reference'; readonly entity: EntityId };

export interface FieldDefinition {
  readonly id: string;
  readonly type: FieldKind;
  /** A row without it is rejected. */
  readonly required?: true;
}

export interface DatasetDefinition {
  readonly id: DatasetId;
  readonly fields: readonly FieldDefinition[];
  /** Of each group at least one alternative must be filled; an alternative is a set of fields that are filled together. */
  readonly requiredAlternatives: readonly (readonly (readonly string[])[])[];
  /** The date by which rows are placed in a period where a KPI does not say otherwise. */
  readonly dateField: string | null;
}

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const money = { kind: 'money' } as const;
const rep = { id: 'rep', type: { kind: 'reference', entity: 'reps' } } as const;
const product = { id: 'product', type: { kind: 'reference', entity: 'products' } } as const;
const customer = { id: 'customer', type: { kind: 'reference', entity: 'customers' } } as const;
const required = true;

export const activityTypes = ['call', 'email', 'meeting'] as const;
export type ActivityType = (typeof activityTypes)[number];

export const quotaMeasures = ['bookings', 'revenue', 'margin', 'units', 'deals'] as const;
export type QuotaMeasure = (typeof quotaMeasures)[number];

export const datasets: Readonly<Record<DatasetId, DatasetDefinition>> = {
  reps: {
    id: 'reps',
    fields: [
      { id: 'name', type: text, required },
      { id: 'team', type: text },
      { id: 'region', type: text },
      { id: 'manager', type: text },
      { id: 'email', type: { kind: 'email' } },
      { id: 'start_date', type: date },
      { id: 'end_date', type: date },
    ],
    requiredAlternatives: [],
    dateField: null,
  },
  products: {
    id: 'products',
    fields: [
      { id: 'name', type: text, required },
      { id: 'category', type: text },
      { id: 'list_price', type: { kind: 'money', minimum: 0 } },
      { id: 'unit_cost', type: { kind: 'money', minimum: 0 } },
      { id: 'elasticity', type: { kind: 'number' } },
    ],
    requiredAlternatives: [],
    dateField: null,
  },
  customers: {
    id: 'customers',
    fields: [
      { id: 'name', type: text, required },
      { id: 'segment', type: text },
      { id: 'region', type: text },
      { id: 'industry', type: text },
      { id: 'acquired_on', type: date },
      { id: 'churned_on', type: date },
      { id: 'recurring_amount', type: money },
    ],
    requiredAlternatives: [],
    dateField: null,
  },
  leads: {
    id: 'leads',
    fields: [
      { id: 'created_on', type: date, required },
      { id: 'name', type: text },
      { id: 'company', type: text },
      { id: 'email', type: { kind: 'email' } },
      { id: 'source', type: text },
      rep,
      { id: 'status', type: text },
      { id: 'converted_on', type: date },
      { id: 'score', type: { kind: 'number' } },
    ],
    requiredAlternatives: [],
    dateField: 'created_on',
  },
  opportunities: {
    id: 'opportunities',
    fields: [
      { id: 'deal_id', type: text },
      { id: 'name', type: text },
      { id: 'created_on', type: date },
      { id: 'closed_on', type: date },
      { id: 'stage', type: text, required },
      { id: 'amount', type: money },
      rep,
      customer,
      product,
      { id: 'lead_source', type: text },
    ],
    requiredAlternatives: [],
    dateField: 'closed_on',
  },
  stage_changes: {
    id: 'stage_changes',
    fields: [
      { id: 'deal', type: text, required },
      { id: 'stage', type: text, required },
      { id: 'entered_on', type: date, required },
    ],
    requiredAlternatives: [],
    dateField: 'entered_on',
  },
  orders: {
    id: 'orders',
    fields: [
      { id: 'order_no', type: text },
      { id: 'ordered_on', type: date, required },
      customer,
      rep,
      product,
      { id: 'quantity', type: { kind: 'number' } },
      { id: 'unit_price', type: money },
      { id: 'discount', type: money },
      { id: 'amount', type: money },
      { id: 'cost', type: money },
    ],
    requiredAlternatives: [[['amount'], ['quantity', 'unit_price']]],
    dateField: 'ordered_on',
  },
  activities: {
    id: 'activities',
    fields: [
      { id: 'date', type: date, required },
      { ...rep, required },
      { id: 'type', type: { kind: 'choice', choices: activityTypes }, required },
      { id: 'count', type: { kind: 'integer', minimum: 0 } },
    ],
    requiredAlternatives: [],
    dateField: 'date',
  },
  competitor_prices: {
    id: 'competitor_prices',
    fields: [
      { ...product, required },
      { id: 'competitor', type: text, required },
      { id: 'price', type: { kind: 'money', minimum: 0 }, required },
      { id: 'observed_on', type: date },
    ],
    requiredAlternatives: [],
    dateField: 'observed_on',
  },
  quotas: {
    id: 'quotas',
    fields: [
      { id: 'period', type: { kind: 'period' }, required },
      { id: 'amount', type: { kind: 'money', minimum: 0 }, required },
      rep,
      { id: 'team', type: text },
      { id: 'measure', type: { kind: 'choice', choices: quotaMeasures } },
    ],
    requiredAlternatives: [[['rep'], ['team']]],
    dateField: null,
  },
  benchmarks: {
    id: 'benchmarks',
    fields: [
      { id: 'kpi', type: text, required },
      { id: 'value', type: { kind: 'number' }, required },
      { id: 'source', type: text },
      { id: 'period', type: { kind: 'period' } },
      { id: 'industry', type: text },
    ],
    requiredAlternatives: [],
    dateField: null,
  },
};

export function isDatasetId(value: string): value is DatasetId {
  return (datasetIds as readonly string[]).includes(value);
}

/** The column that stores a field: a reference is stored as the id of the row it names. */
export function columnOf(field: FieldDefinition): string {
  return field.type.kind === 'reference' ? `${field.id}_id` : field.id;
}

/** A cell as it crosses borders: text, a number, a calendar date as `YYYY-MM-DD`, a reference as its name, or empty. */
export type CellValue = string | number | null;
