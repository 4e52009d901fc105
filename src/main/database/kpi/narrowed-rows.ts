import type { Filter, FilterCondition } from '@shared/ipc/rows';
import type { KpiFilter } from '@shared/kpi/declaration';
import { dimensionsOfDataset, type MeasureDataset } from '@shared/kpi/measure';
import type { Connection } from '../connection';

/** Rows that belong to the members to which a KPI is narrowed, as conditions on the rows' own fields. */
export function filterGroups(connection: Connection, dataset: MeasureDataset, filter: KpiFilter): Filter {
  return Object.entries(filter).flatMap(([dimension, wanted]) => {
    const own = dimensionsOfDataset[dataset].find((known) => known === dimension);
    return own === undefined || wanted === undefined ? [] : dimensionGroups(connection, dataset, own, wanted);
  });
}

function dimensionGroups(
  connection: Connection,
  dataset: MeasureDataset,
  dimension: string,
  wanted: readonly string[],
): Filter {
  const having = (table: 'reps' | 'products' | 'customers', column: string): readonly string[] =>
    names(
      connection,
      `SELECT name FROM ${table} WHERE coalesce(${column}, '') IN (SELECT value FROM json_each(?))`,
      wanted,
    );
  const orNone = (field: string): FilterCondition[] => (wanted.includes('') ? [blank(field)] : []);
  switch (dimension) {
    case 'team':
      return [[oneOf('rep', having('reps', 'team')), ...orNone('rep')]];
    case 'category':
      return [[oneOf('product', having('products', 'category')), ...orNone('product')]];
    case 'segment':
      return dataset === 'customers'
        ? [[oneOf('segment', wanted), ...orNone('segment')]]
        : [[oneOf('customer', having('customers', 'segment')), ...orNone('customer')]];
    case 'region':
      return regionGroups(connection, dataset, wanted, having);
    case 'source':
      return [[oneOf(sourceField(dataset), wanted), ...orNone(sourceField(dataset))]];
    default: {
      const field = dataset === 'customers' && dimension === 'customer' ? 'name' : dimension;
      return [[oneOf(field, wanted), ...orNone(field)]];
    }
  }
}

function sourceField(dataset: MeasureDataset): string {
  return dataset === 'leads' ? 'source' : 'lead_source';
}

/** A row's region is its rep's; orders and deals whose rep has none take their customer's. */
function regionGroups(
  connection: Connection,
  dataset: MeasureDataset,
  wanted: readonly string[],
  having: (table: 'reps' | 'customers', column: string) => readonly string[],
): Filter {
  const isNoneWanted = wanted.includes('');
  if (dataset === 'customers') return [[oneOf('region', wanted), ...(isNoneWanted ? [blank('region')] : [])]];
  const withoutRegion = names(connection, "SELECT name FROM reps WHERE coalesce(region, '') = ''");
  const reps = having('reps', 'region');
  if (dataset === 'leads' || dataset === 'activities') {
    return [[oneOf('rep', reps), ...(isNoneWanted ? [blank('rep')] : [])]];
  }
  const named = oneOf(
    'rep',
    reps.filter((rep) => !withoutRegion.includes(rep)),
  );
  return [
    [named, oneOf('rep', withoutRegion), blank('rep')],
    [named, oneOf('customer', having('customers', 'region')), ...(isNoneWanted ? [blank('customer')] : [])],
  ];
}

export function stagesOf(connection: Connection, outcomes: readonly string[]): readonly string[] {
  const sql = 'SELECT DISTINCT stage FROM opportunities WHERE outcome IN (SELECT value FROM json_each(?))';
  return names(connection, sql, outcomes);
}

export function names(connection: Connection, sql: string, list?: readonly string[]): readonly string[] {
  const tuples = connection.tuples(sql, list ? [JSON.stringify(list)] : []);
  return tuples.flatMap(([name]) => (typeof name === 'string' ? [name] : []));
}

export function oneOf(field: string, values: readonly string[]): FilterCondition {
  return { field, operator: 'in', values: [...values] };
}

export function blank(field: string): FilterCondition {
  return { field, operator: 'blank', values: [] };
}
