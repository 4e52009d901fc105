import type { Filter, FilterCondition } from '@shared/ipc/rows';
import { kpiOf } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import { filterWithin, type KpiDeclaration, measuresOf } from '@shared/kpi/formula';
import {
  dimensionsOfDataset,
  type MeasureCondition,
  type MeasureDataset,
  type MeasureDeclaration,
  type MeasurePlacement,
  measureDeclared,
} from '@shared/kpi/measure';
import { measureInUse } from '@shared/kpi/measure-column';
import type { MeasureSource } from '@shared/kpi/measure-source';
import { type DateRange, intersection } from '@shared/model/calendar-date';
import type { DatasetId } from '@shared/model/dataset';
import { isConvertedStatus } from '@shared/model/lead-status';
import { periodRange } from '@shared/model/period';
import type { Connection } from '../connection';
import { readKpiCatalogue } from './kpi-catalogue';

export interface SourceRows {
  readonly dataset: DatasetId;
  readonly filter: Filter;
}

interface Question extends DateRange {
  readonly kpi: string;
  readonly basis?: string;
  readonly filter?: KpiFilter;
}

/**
 * The rows that make a KPI's value, as filters over fields of datasets. Names, stages and statuses are listed as the workspace
 * has them, since rows are filtered by their own fields alone.
 * @throws QuotabenchError `unknownKpi`.
 */
export function sourceRows(connection: Connection, source: MeasureSource, question: Question): SourceRows[] {
  const kpi = kpiOf(readKpiCatalogue(connection), question.kpi);
  const narrowed = { ...question, filter: filterWithin(kpi, question.filter ?? {}) };
  const chosen = kpi.formulas.find(({ basis }) => basis === question.basis) ?? kpi.formulas[0];
  const ids = chosen ? measuresOf(chosen.formula).map((id) => measureInUse(id, source)) : [];
  // The last measure of the same rows is the wider one: a denominator comes after its numerator.
  const byRows = new Map(ids.map((id) => [JSON.stringify(rowsOf(measureDeclared(id))), measureDeclared(id)]));
  return [
    ...[...byRows.values()].map((measure) => rowsOfMeasure(connection, measure, narrowed)),
    ...rowsBeside(connection, kpi, source, question),
  ];
}

function rowsOf({ dataset, placement }: MeasureDeclaration): readonly unknown[] {
  return [dataset, placement];
}

function rowsOfMeasure(connection: Connection, measure: MeasureDeclaration, question: Question): SourceRows {
  const { dataset, placement, conditions } = measure;
  return {
    dataset,
    filter: [
      ...placementGroups(connection, placement, question),
      ...conditions.flatMap((group) => conditionGroup(connection, group)),
      ...filterGroups(connection, dataset, question.filter ?? {}),
    ],
  };
}

function placementGroups(
  connection: Connection,
  placement: MeasurePlacement,
  { from, to }: DateRange,
): Filter {
  switch (placement.kind) {
    case 'dated':
      return [[{ field: placement.field, operator: 'between', values: [from, to] }]];
    case 'openAtEnd':
      return [
        [blank('created_on'), { field: 'created_on', operator: 'lessOrEqual', values: [to] }],
        [
          oneOf('stage', stagesOf(connection, ['open'])),
          { field: 'closed_on', operator: 'greater', values: [to] },
        ],
      ];
    case 'inPlay':
      return [
        [blank('created_on'), { field: 'created_on', operator: 'lessOrEqual', values: [to] }],
        [
          oneOf('stage', stagesOf(connection, ['open'])),
          { field: 'closed_on', operator: 'greaterOrEqual', values: [from] },
        ],
      ];
    case 'always':
      return [];
    case 'thereAtStart':
      return [[blank('churned_on'), { field: 'churned_on', operator: 'greaterOrEqual', values: [from] }]];
  }
}

function conditionGroup(connection: Connection, group: readonly MeasureCondition[]): Filter {
  const [first] = group;
  if (first !== undefined && 'rows' in first) return first.rows;
  const shown = group.flatMap((condition) => shownCondition(connection, condition) ?? []);
  return shown.length > 0 ? [shown] : [];
}

/** Null for a condition on what no field shows: whether a margin is known may hang on the product's cost. */
function shownCondition(connection: Connection, condition: MeasureCondition): FilterCondition | null {
  if ('rows' in condition) return null;
  if ('filled' in condition) {
    return condition.filled === 'margin'
      ? null
      : { field: condition.filled, operator: 'notBlank', values: [] };
  }
  switch (condition.field) {
    case 'outcome':
      return oneOf('stage', stagesOf(connection, condition.in));
    case 'status': {
      const statuses = names(connection, 'SELECT DISTINCT status FROM leads');
      return oneOf('status', statuses.filter(isConvertedStatus));
    }
    case 'type':
      return oneOf('type', condition.in);
  }
}

function filterGroups(connection: Connection, dataset: MeasureDataset, filter: KpiFilter): Filter {
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
    default: {
      const field = dataset === 'customers' && dimension === 'customer' ? 'name' : dimension;
      return [[oneOf(field, wanted), ...orNone(field)]];
    }
  }
}

/** A row's region is its rep's; orders and deals whose rep has none take their customer's. */
function regionGroups(
  connection: Connection,
  dataset: MeasureDataset,
  wanted: readonly string[],
  having: (table: 'reps' | 'customers', column: string) => readonly string[],
): Filter {
  if (dataset === 'customers') return [[oneOf('region', wanted)]];
  const reps = oneOf('rep', having('reps', 'region'));
  if (dataset === 'leads' || dataset === 'activities') return [[reps]];
  const withoutRegion = names(connection, 'SELECT name FROM reps WHERE region IS NULL');
  return [
    [reps, oneOf('rep', withoutRegion), blank('rep')],
    [reps, oneOf('customer', having('customers', 'region'))],
  ];
}

/** Rows that a value stands on beside those that it sums: quotas in the period, competitors' prices up to its end. */
function rowsBeside(
  connection: Connection,
  kpi: KpiDeclaration,
  source: MeasureSource,
  { from, to }: Question,
): SourceRows[] {
  return (kpi.alsoReads ?? []).map((dataset) => {
    if (dataset === 'competitor_prices') {
      return {
        dataset,
        filter: [[blank('observed_on'), { field: 'observed_on', operator: 'lessOrEqual', values: [to] }]],
      };
    }
    const periods = names(connection, 'SELECT DISTINCT period FROM quotas').filter((period) => {
      const range = periodRange(period, source.options.fiscalYearStart);
      return range !== null && intersection(range, { from, to }) !== null;
    });
    return { dataset, filter: [[oneOf('period', periods)]] };
  });
}

function stagesOf(connection: Connection, outcomes: readonly string[]): readonly string[] {
  const sql = 'SELECT DISTINCT stage FROM opportunities WHERE outcome IN (SELECT value FROM json_each(?))';
  return names(connection, sql, outcomes);
}

function names(connection: Connection, sql: string, list?: readonly string[]): readonly string[] {
  const tuples = connection.tuples(sql, list ? [JSON.stringify(list)] : []);
  return tuples.flatMap(([name]) => (typeof name === 'string' ? [name] : []));
}

function oneOf(field: string, values: readonly string[]): FilterCondition {
  return { field, operator: 'in', values: [...values] };
}

function blank(field: string): FilterCondition {
  return { field, operator: 'blank', values: [] };
}
