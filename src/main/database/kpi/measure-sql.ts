import type { KpiFilter } from '@shared/kpi/declaration';
import {
  dimensionsOfDataset,
  type MeasureCondition,
  type MeasureDataset,
  type MeasureDeclaration,
  type MeasureField,
  type MeasureId,
  type MeasurePlacement,
  measures,
} from '@shared/kpi/measure';
import type { MeasureDimension, MeasureQuery } from '@shared/kpi/measure-source';
import type { SqlValue } from '../connection';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** `d` is the dataset's row; `rep`, `product` and `customer` are the rows that it names. */
const fields: Readonly<Record<MeasureField, string>> = {
  amount: 'd.amount',
  quantity: 'd.quantity',
  margin: 'd.amount - coalesce(d.cost, d.quantity * product.unit_cost)',
  discount: 'd.discount',
  gross: 'coalesce(d.quantity * d.unit_price, d.amount + coalesce(d.discount, 0))',
  cycle_days: '(julianday(d.closed_on) - julianday(d.created_on))',
  count: 'd.count',
};

const dimensions: Readonly<Partial<Record<MeasureDimension, string>>> = {
  rep: 'rep.name',
  team: 'rep.team',
  product: 'product.name',
  category: 'product.category',
  customer: 'customer.name',
  segment: 'customer.segment',
  source: 'd.lead_source',
  cycle_days: fields.cycle_days,
};

/** Where a dataset's rows say something otherwise than most. */
const dimensionsOf: Readonly<Partial<Record<MeasureDataset, typeof dimensions>>> = {
  // A customer's region serves where the rep has none.
  orders: { region: 'coalesce(rep.region, customer.region)' },
  opportunities: { region: 'coalesce(rep.region, customer.region)' },
  leads: { region: 'rep.region', source: 'd.source' },
  activities: { region: 'rep.region' },
  customers: { region: 'd.region', customer: 'd.name', segment: 'd.segment' },
};

const joins = {
  rep: 'LEFT JOIN reps AS rep ON rep.id = d.rep_id',
  product: 'LEFT JOIN products AS product ON product.id = d.product_id',
  customer: 'LEFT JOIN customers AS customer ON customer.id = d.customer_id',
} as const;

/** One row per group: the names of `by`, then the measures. */
export function measureStatement({ measures: ids, range, by, filter }: MeasureQuery): Statement {
  const { dataset, placement } = commonRows(ids);
  return select(dataset, ids, {
    groups: by.map((dimension) => `coalesce(${dimensionSql(dataset, dimension)}, '')`),
    conditions: [...placementConditions(placement, range), ...filterConditions(dataset, filter)],
  });
}

/** One row per day of all days that have rows: the day, then the measures. */
export function dayStatement(ids: readonly MeasureId[], filter: KpiFilter): Statement {
  const { dataset, placement } = commonRows(ids);
  if (placement.kind !== 'dated') throw new Error('Only rows that have a date are summed by day.');
  const day = `d.${placement.field}`;
  return select(dataset, ids, {
    groups: [day],
    conditions: [{ sql: `${day} IS NOT NULL`, parameters: [] }, ...filterConditions(dataset, filter)],
  });
}

interface Parts {
  readonly groups: readonly string[];
  readonly conditions: readonly Statement[];
}

function select(
  dataset: MeasureDataset,
  ids: readonly MeasureId[],
  { groups, conditions }: Parts,
): Statement {
  const declared = ids.map((id) => measures[id]);
  const shared = (declared[0]?.conditions ?? []).filter((group) =>
    declared.every((measure) => measure.conditions.some((other) => sameGroup(group, other))),
  );
  const own = declared.map((measure) =>
    measure.conditions.filter((group) => !shared.some((other) => sameGroup(group, other))),
  );
  const columns = declared.map((measure, index) => aggregateStatement(measure, own[index] ?? []));
  const where = [...shared.map(anyOf), ...conditions];
  const selected = [...groups, ...columns.map(({ sql }) => sql)].join(', ');
  const conditionSql = where.length > 0 ? ` WHERE ${where.map(({ sql }) => sql).join(' AND ')}` : '';
  const grouping = groups.length > 0 ? ` GROUP BY ${groups.map((_, index) => index + 1).join(', ')}` : '';
  const body = `${selected}${conditionSql}`;
  return {
    sql: `SELECT ${selected} FROM ${dataset} AS d ${joinsFor(body)}${conditionSql}${grouping}`,
    parameters: [...columns, ...where].flatMap(({ parameters }) => parameters),
  };
}

function commonRows(ids: readonly MeasureId[]): Pick<MeasureDeclaration, 'dataset' | 'placement'> {
  const [first] = ids;
  if (first === undefined) throw new Error('A query names at least one measure.');
  return measures[first];
}

function joinsFor(body: string): string {
  return Object.entries(joins)
    .filter(([alias]) => body.includes(`${alias}.`))
    .map(([, join]) => join)
    .join(' ');
}

function dimensionSql(dataset: MeasureDataset, dimension: MeasureDimension): string {
  const sql = dimensionsOf[dataset]?.[dimension] ?? dimensions[dimension];
  if (sql === undefined) throw new Error(`${dataset} cannot be split by ${dimension}.`);
  return sql;
}

function aggregateStatement(
  { aggregate, placement }: MeasureDeclaration,
  conditions: MeasureDeclaration['conditions'],
): Statement {
  const groups = conditions.map(anyOf);
  const only = groups.length > 0 ? ` FILTER (WHERE ${groups.map(({ sql }) => sql).join(' AND ')})` : '';
  const parameters = groups.flatMap((group) => group.parameters);
  const day = placement.kind === 'dated' ? `d.${placement.field}` : 'NULL';
  switch (aggregate.kind) {
    case 'count':
      return { sql: `count(*)${only}`, parameters };
    case 'sum':
      return { sql: `coalesce(sum(${fields[aggregate.field]})${only}, 0)`, parameters };
    case 'purchases':
      return { sql: 'count(DISTINCT d.order_no) + sum(d.order_no IS NULL)', parameters: [] };
    case 'firstDay':
      return { sql: dayNumberSql(`min(${day})${only}`), parameters };
    case 'lastDay':
      return { sql: dayNumberSql(`max(${day})${only}`), parameters };
  }
}

/** As `dayNumber` of `calendar-date.ts`: SQLite's Julian day begins at noon, and 1970-01-01 is 2440587.5. */
function dayNumberSql(date: string): string {
  return `CAST(julianday(${date}) - 2440587.5 AS INTEGER)`;
}

function placementConditions(
  placement: MeasurePlacement,
  { from, to }: MeasureQuery['range'],
): readonly Statement[] {
  switch (placement.kind) {
    case 'dated':
      return [{ sql: `d.${placement.field} BETWEEN ? AND ?`, parameters: [from, to] }];
    case 'openAtEnd':
      return [
        { sql: '(d.created_on IS NULL OR d.created_on <= ?)', parameters: [to] },
        { sql: "(d.outcome = 'open' OR d.closed_on > ?)", parameters: [to] },
      ];
    case 'thereAtStart': {
      const firstPurchase = '(SELECT min(ordered_on) FROM orders WHERE customer_id = d.id)';
      return [
        { sql: `coalesce(d.acquired_on, ${firstPurchase}, '') < ?`, parameters: [from] },
        { sql: '(d.churned_on IS NULL OR d.churned_on >= ?)', parameters: [from] },
      ];
    }
  }
}

/** Names go in as one JSON array, so that the statement stays the same however many there are. */
function filterConditions(dataset: MeasureDataset, filter: KpiFilter): readonly Statement[] {
  return Object.entries(filter).flatMap(([dimension, names]) => {
    const own = dimensionsOfDataset[dataset].find((known) => known === dimension);
    if (own === undefined || names === undefined) return [];
    const sql = `coalesce(${dimensionSql(dataset, own)}, '') IN (SELECT value FROM json_each(?))`;
    return [{ sql, parameters: [JSON.stringify(names)] }];
  });
}

function anyOf(group: readonly MeasureCondition[]): Statement {
  const parts = group.map(conditionStatement);
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

function conditionStatement(condition: MeasureCondition): Statement {
  if ('filled' in condition) {
    const sql = condition.filled === 'margin' ? fields.margin : `d.${condition.filled}`;
    return { sql: `${sql} IS NOT NULL`, parameters: [] };
  }
  const { field, in: values } = condition;
  const text = field === 'status' ? 'lower(trim(d.status))' : `d.${field}`;
  return { sql: `${text} IN (${values.map(() => '?').join(', ')})`, parameters: values };
}

function sameGroup(one: readonly MeasureCondition[], other: readonly MeasureCondition[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
