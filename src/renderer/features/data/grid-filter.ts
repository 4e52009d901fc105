import type { Filter, FilterCondition } from '@shared/ipc/rows';

/** One condition of the grid's own filters, as AG Grid gives it. */
interface GridCondition {
  readonly filterType?: string;
  readonly type?: string | null;
  readonly filter?: string | number | null;
  readonly filterTo?: string | number | null;
  readonly dateFrom?: string | null;
  readonly dateTo?: string | null;
}

/** What AG Grid keeps of a column's filter: one condition, or several with `AND` or `OR` between them. */
export interface GridColumnFilter extends GridCondition {
  readonly operator?: 'AND' | 'OR';
  readonly conditions?: readonly GridCondition[];
}

const operators: Readonly<Record<string, FilterCondition['operator']>> = {
  contains: 'contains',
  notContains: 'notContains',
  equals: 'equals',
  notEqual: 'notEquals',
  startsWith: 'startsWith',
  endsWith: 'endsWith',
  lessThan: 'less',
  lessThanOrEqual: 'lessOrEqual',
  greaterThan: 'greater',
  greaterThanOrEqual: 'greaterOrEqual',
  inRange: 'between',
  blank: 'blank',
  notBlank: 'notBlank',
};

/** The grid's filters as the contract has them: all groups must hold, in a group any of its conditions. */
export function filterOfGrid(model: Readonly<Record<string, GridColumnFilter>>): Filter {
  return Object.entries(model).flatMap(([field, column]): Filter => {
    const conditions = (column.conditions ?? [column]).flatMap(
      (condition) => conditionOf(field, condition) ?? [],
    );
    if (conditions.length === 0) return [];
    return column.operator === 'OR' ? [conditions] : conditions.map((condition) => [condition]);
  });
}

function conditionOf(field: string, condition: GridCondition): FilterCondition | null {
  const operator = operators[condition.type ?? ''];
  if (operator === undefined) return null;
  const given =
    condition.filterType === 'date'
      ? [condition.dateFrom, condition.dateTo]
      : [condition.filter, condition.filterTo];
  // The grid's dates carry a time of day.
  const values = given.flatMap((value) =>
    value === null || value === undefined
      ? []
      : [typeof value === 'string' && condition.filterType === 'date' ? value.slice(0, 10) : value],
  );
  return { field, operator, values };
}
