import type { Filter, FilterCondition } from '@shared/ipc/rows';
import { kpiOf } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import {
  type Measure,
  type MeasureCondition,
  type MeasureId,
  type MeasurePlacement,
  measureDeclared,
} from '@shared/kpi/measure';
import type { MeasureSource } from '@shared/kpi/measure-source';
import { type ReadBeside, type RowsRead, readForKpi } from '@shared/kpi/rows-read';
import { type DateRange, intersection } from '@shared/model/calendar-date';
import type { DatasetId } from '@shared/model/dataset';
import { isConvertedStatus } from '@shared/model/lead-status';
import { periodRange } from '@shared/model/period';
import type { Connection } from '../connection';
import { readKpiCatalogue } from './kpi-catalogue';
import { blank, filterGroups, names, oneOf, stagesOf } from './narrowed-rows';

export interface SourceRows extends DateRange {
  readonly dataset: DatasetId;
  readonly filter: Filter;
  /** The id of the built-in measure that is taken of them; null for an own KPI's, and for quotas and prices. */
  readonly measure: MeasureId | null;
  /** What the measure is called in the formula of an own KPI; else null. */
  readonly name: string | null;
}

interface Question extends DateRange {
  readonly kpi: string;
  readonly basis?: string;
  readonly filter?: KpiFilter;
}

/** More values than these does a filter not hold. */
const mostNames = 10_000;

/**
 * The rows that make a KPI's value, as filters over fields of datasets. Names, stages and statuses are listed as the workspace
 * has them, since rows are filtered by their own fields alone.
 * @throws QuotabenchError `unknownKpi`.
 */
export function sourceRows(connection: Connection, source: MeasureSource, question: Question): SourceRows[] {
  const { basis = null, filter = {}, from, to } = question;
  const kpi = kpiOf(readKpiCatalogue(connection), question.kpi);
  const { rows, beside } = readForKpi({ kpi, basis, range: { from, to }, filter }, source);
  return [
    ...rows.map((read) => rowsOfMeasure(connection, read)),
    ...beside.map((read) => rowsBeside(connection, source, read)),
  ];
}

function rowsOfMeasure(connection: Connection, { measure, range, filter }: RowsRead): SourceRows {
  const { dataset, placement, conditions } = measureDeclared(measure);
  return {
    dataset,
    ...range,
    ...namesOf(measure),
    filter: [
      ...placementGroups(connection, placement, range),
      ...conditions.flatMap((group) => conditionGroup(connection, group)),
      ...filterGroups(connection, dataset, filter),
    ],
  };
}

function namesOf(measure: Measure): Pick<SourceRows, 'measure' | 'name'> {
  return typeof measure === 'string'
    ? { measure, name: null }
    : { measure: null, name: measure.name ?? null };
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
      return [
        [blank('churned_on'), { field: 'churned_on', operator: 'greaterOrEqual', values: [from] }],
        [blank('acquired_on'), { field: 'acquired_on', operator: 'less', values: [from] }],
        ...thereBefore(connection, from),
      ];
  }
}

function conditionGroup(connection: Connection, group: readonly MeasureCondition[]): Filter {
  const [first] = group;
  if (first !== undefined && 'rows' in first) return first.rows;
  if (first !== undefined && 'filled' in first && first.filled === 'margin') return costKnown(connection);
  return [group.flatMap((condition) => shownCondition(connection, condition) ?? [])];
}

/** Rows whose cost is their own or, where they have a quantity, their product's. */
function costKnown(connection: Connection): Filter {
  const ownCost: FilterCondition = { field: 'cost', operator: 'notBlank', values: [] };
  const costed = names(connection, 'SELECT name FROM products WHERE unit_cost IS NOT NULL');
  return [
    [ownCost, { field: 'quantity', operator: 'notBlank', values: [] }],
    [ownCost, oneOf('product', costed)],
  ];
}

/** Customers without acquired_on are there from their first purchase, or always where they have none. */
function thereBefore(connection: Connection, day: string): Filter {
  const sql = `SELECT name FROM customers WHERE acquired_on IS NULL AND id NOT IN (
    SELECT customer_id FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id HAVING min(ordered_on) >= ?)`;
  const found = connection.tuples(sql, [day]).flatMap(([name]) => (typeof name === 'string' ? [name] : []));
  // More names than a filter holds are not listed.
  if (found.length > mostNames) return [];
  return [[{ field: 'acquired_on', operator: 'notBlank', values: [] }, oneOf('name', found)]];
}

/** Null for what is told by other conditions. */
function shownCondition(connection: Connection, condition: MeasureCondition): FilterCondition | null {
  if ('rows' in condition) return null;
  if ('filled' in condition) return { field: condition.filled, operator: 'notBlank', values: [] };
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

/** Quotas whose period lies in the range, or competitors' prices up to the day. */
function rowsBeside(connection: Connection, source: MeasureSource, read: ReadBeside): SourceRows {
  if (read.dataset === 'competitor_prices') {
    const { dataset, day, filter } = read;
    return {
      dataset,
      from: '',
      to: day,
      measure: null,
      name: null,
      filter: [
        [blank('observed_on'), { field: 'observed_on', operator: 'lessOrEqual', values: [day] }],
        ...filterGroups(connection, dataset, filter),
      ],
    };
  }
  const { dataset, range, filter } = read;
  const periods = names(connection, 'SELECT DISTINCT period FROM quotas').filter((period) => {
    const own = periodRange(period, source.options.fiscalYearStart);
    return own !== null && intersection(own, range) !== null;
  });
  return {
    dataset,
    ...range,
    measure: null,
    name: null,
    filter: [[oneOf('period', periods)], ...quotaGroups(connection, filter)],
  };
}

/** Quotas of reps, and those that a team has of its own. */
function quotaGroups(connection: Connection, { rep, team, region }: KpiFilter): Filter {
  const repsOf = (column: 'team' | 'region', wanted: readonly string[]): readonly string[] =>
    names(
      connection,
      `SELECT name FROM reps WHERE coalesce(${column}, '') IN (SELECT value FROM json_each(?))`,
      wanted,
    );
  const orNone = (wanted: readonly string[]): FilterCondition[] =>
    wanted.includes('') ? [blank('rep')] : [];
  return [
    ...(rep ? [[oneOf('rep', rep), ...orNone(rep)]] : []),
    ...(team ? [[oneOf('rep', repsOf('team', team)), oneOf('team', team)]] : []),
    ...(region ? [[oneOf('rep', repsOf('region', region)), ...orNone(region)]] : []),
  ];
}
