import type { QualityKind } from '@shared/ipc/quality';
import { columnOf, type DatasetId, datasetIds, datasets, type EntityId } from '@shared/model/dataset';
import { convertedStatuses } from '@shared/model/lead-status';
import type { SqlPart } from '../rows/row-columns';
import { fieldOf } from '../rows/row-columns';

/** What is looked for in the rows of a dataset; its sentence is in the `quality` catalogue under kind and code. */
export interface QualityCheck {
  readonly kind: Exclude<QualityKind, 'duplicate' | 'email'>;
  readonly code: string;
  /** The field that is at fault. */
  readonly field: string | null;
  /** A second one that the sentence names. */
  readonly other?: string;
  /** Holds for a row `t` that is at fault. */
  readonly condition: SqlPart;
}

/** @param today `YYYY-MM-DD`. */
export function checksOf(dataset: DatasetId, today: string): readonly QualityCheck[] {
  return [
    ...(expected[dataset] ?? []).map((field) => missing(dataset, field)),
    ...(special[dataset]?.(today) ?? []),
    ...datasets[dataset].fields.flatMap(({ id, type }) =>
      type.kind === 'reference' ? [undescribed(dataset, id, type.entity)] : [],
    ),
    ...(dataset in describing ? [namedNowhere(dataset)] : []),
  ];
}

/** Fields without which some KPI or split has nothing to say about a row; those that may rightly be empty are not among them. */
const expected: Readonly<Partial<Record<DatasetId, readonly string[]>>> = {
  reps: ['team', 'region', 'email', 'start_date'],
  products: ['category', 'list_price', 'unit_cost'],
  customers: ['segment', 'region', 'industry', 'acquired_on'],
  leads: ['name', 'company', 'email', 'source', 'rep', 'status'],
  opportunities: ['deal_id', 'created_on', 'amount', 'rep', 'customer', 'product', 'lead_source'],
  orders: ['order_no', 'customer', 'rep', 'product', 'quantity', 'cost'],
  competitor_prices: ['observed_on'],
  benchmarks: ['source', 'period'],
};

type SpecialChecks = (today: string) => readonly QualityCheck[];

const special: Readonly<Partial<Record<DatasetId, SpecialChecks>>> = {
  reps: () => [orderOfDates('end_date', 'start_date')],
  products: () => [
    range('above', 'unit_cost', 't.unit_cost > t.list_price', [], 'list_price'),
    range('zero', 'list_price', 't.list_price = 0'),
  ],
  customers: (today) => [
    orderOfDates('churned_on', 'acquired_on'),
    inFuture('acquired_on', today),
    longAgo('acquired_on'),
    range('negative', 'recurring_amount', 't.recurring_amount < 0'),
  ],
  leads: (today) => [
    {
      kind: 'missing',
      code: 'convertedWithoutDate',
      field: 'converted_on',
      condition: {
        sql: `(t.converted_on IS NULL AND lower(trim(t.status)) IN (SELECT value FROM json_each(?)))`,
        parameters: [JSON.stringify(convertedStatuses)],
      },
    },
    orderOfDates('converted_on', 'created_on'),
    inFuture('created_on', today),
    inFuture('converted_on', today),
    longAgo('created_on'),
  ],
  opportunities: (today) => [
    {
      kind: 'missing',
      code: 'closedWithoutDate',
      field: 'closed_on',
      condition: plain(`(t.closed_on IS NULL AND t.outcome <> 'open')`),
    },
    range('closedInFuture', 'closed_on', `t.outcome <> 'open' AND t.closed_on > ?`, [today]),
    range('closeDatePassed', 'closed_on', `t.outcome = 'open' AND t.closed_on < ?`, [today]),
    orderOfDates('closed_on', 'created_on'),
    inFuture('created_on', today),
    longAgo('closed_on'),
    range('negative', 'amount', 't.amount < 0'),
    range('zero', 'amount', 't.amount = 0'),
  ],
  stage_changes: (today) => [
    inFuture('entered_on', today),
    longAgo('entered_on'),
    {
      kind: 'orphan',
      code: 'dealUnknown',
      field: 'deal',
      condition: plain(
        `(text_key(t.deal) NOT IN (SELECT text_key(deal_id) FROM opportunities WHERE deal_id IS NOT NULL)
          AND text_key(t.deal) NOT IN (SELECT text_key(name) FROM opportunities WHERE name IS NOT NULL))`,
      ),
    },
  ],
  orders: (today) => [
    inFuture('ordered_on', today),
    longAgo('ordered_on'),
    range('zero', 'quantity', 't.quantity = 0'),
    range('negative', 'unit_price', 't.unit_price < 0'),
    range('negative', 'discount', 't.discount < 0'),
    range(
      'amountDiffers',
      'amount',
      // A hundredth apart may be rounding; amounts that include value-added tax are not meant.
      `abs(t.amount - (t.quantity * t.unit_price - coalesce(t.discount, 0))) > max(0.01 * abs(t.amount), 0.5)`,
    ),
    range('above', 'cost', 't.amount > 0 AND t.cost > t.amount', [], 'amount'),
  ],
  activities: (today) => [
    inFuture('date', today),
    longAgo('date'),
    range('manyADay', 'count', 't.count > 300'),
  ],
  competitor_prices: (today) => [
    inFuture('observed_on', today),
    range('zero', 'price', 't.price = 0'),
    range(
      'farFromListPrice',
      'price',
      `EXISTS (SELECT 1 FROM products p WHERE p.id = t.product_id AND p.list_price > 0
        AND (t.price > 10 * p.list_price OR (t.price > 0 AND t.price < p.list_price / 10)))`,
    ),
  ],
  quotas: () => [
    range('zero', 'amount', 't.amount = 0'),
    {
      kind: 'orphan',
      code: 'teamUnknown',
      field: 'team',
      condition: plain(
        `(t.team IS NOT NULL AND t.rep_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM reps r WHERE text_key(r.team) = text_key(t.team)))`,
      ),
    },
  ],
};

function plain(sql: string): SqlPart {
  return { sql, parameters: [] };
}

function missing(dataset: DatasetId, field: string): QualityCheck {
  const column = `t.${columnOf(fieldOf(dataset, field))}`;
  return { kind: 'missing', code: 'empty', field, condition: plain(`(coalesce(${column}, '') = '')`) };
}

/** A comparison with an empty cell is no fault. */
function range(
  code: string,
  field: string,
  sql: string,
  parameters: readonly string[] = [],
  other?: string,
): QualityCheck {
  return { kind: 'range', code, field, other, condition: { sql: `coalesce(${sql}, 0)`, parameters } };
}

function orderOfDates(later: string, earlier: string): QualityCheck {
  return range('orderOfDates', later, `t.${later} < t.${earlier}`, [], earlier);
}

function inFuture(field: string, today: string): QualityCheck {
  return range('inFuture', field, `t.${field} > ?`, [today]);
}

/** Older dates are those of other centuries: mostly years of two digits, or none. */
function longAgo(field: string): QualityCheck {
  return range('longAgo', field, `t.${field} < '1980-01-01'`);
}

/** By what a rep, product or customer is known besides the name. */
const describing: Readonly<Record<EntityId, readonly string[]>> = {
  reps: ['team', 'region', 'manager', 'email', 'start_date'],
  products: ['category', 'list_price', 'unit_cost'],
  customers: ['segment', 'region', 'industry', 'acquired_on', 'recurring_amount'],
};

/** Names that stand in no list of their own, while others do. */
function undescribed(dataset: DatasetId, field: string, entity: EntityId): QualityCheck {
  const bare = describing[entity].map((column) => `${column} IS NULL`).join(' AND ');
  return {
    kind: 'orphan',
    code: `undescribed.${entity}`,
    field,
    condition: plain(
      `(t.${columnOf(fieldOf(dataset, field))} IN (SELECT id FROM ${entity} WHERE extra IS NULL AND ${bare})
        AND EXISTS (SELECT 1 FROM ${entity} WHERE NOT (${bare})))`,
    ),
  };
}

/** A rep, product or customer whom no row of another dataset names. */
function namedNowhere(dataset: DatasetId): QualityCheck {
  const uses = datasetIds.flatMap((from) =>
    datasets[from].fields.flatMap((field) =>
      field.type.kind === 'reference' && field.type.entity === dataset
        ? [`SELECT ${columnOf(field)} FROM ${from} WHERE ${columnOf(field)} IS NOT NULL`]
        : [],
    ),
  );
  return {
    kind: 'orphan',
    code: 'namedNowhere',
    field: 'name',
    condition: plain(`(t.id NOT IN (${uses.join(' UNION ')}))`),
  };
}
