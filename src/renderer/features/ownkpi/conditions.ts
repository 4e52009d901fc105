import type { FilterCondition } from '@shared/ipc/rows';
import { extraColumnPrefix } from '@shared/ipc/rows';
import type { MeasureDataset } from '@shared/kpi/measure';
import type { RowsMeasure } from '@shared/kpi/own/own-kpi';
import { datasets, type FieldKind } from '@shared/model/dataset';

/** What a condition compares in a field. */
export type ConditionKind = 'text' | 'number' | 'date';

export type ConditionOperator = FilterCondition['operator'];

const operators: Readonly<Record<ConditionKind, readonly ConditionOperator[]>> = {
  text: ['in', 'contains', 'notContains', 'notEquals', 'blank', 'notBlank'],
  number: ['greaterOrEqual', 'greater', 'lessOrEqual', 'less', 'equals', 'between', 'blank', 'notBlank'],
  date: ['greaterOrEqual', 'lessOrEqual', 'between', 'blank', 'notBlank'],
};

/** What rows must meet: all groups, and in each group any of its conditions. */
export function conditionGroups({ where = [] }: RowsMeasure): readonly (readonly FilterCondition[])[] {
  return where.map((one) => (Array.isArray(one) ? one : [one]));
}

/** The measure with these groups; a group of none is none, and one of a single condition is written as that condition. */
export function withConditionGroups(
  measure: RowsMeasure,
  groups: readonly (readonly FilterCondition[])[],
): RowsMeasure {
  const { where: _, ...rest } = measure;
  const where = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return group.length === 1 ? [first] : [[...group]];
  });
  return where.length === 0 ? rest : { ...rest, where };
}

/** The list with another in its place; without one, the list without it. */
export function withAt<T>(list: readonly T[], place: number, changed: T | null): readonly T[] {
  return list.flatMap((one, index) => (index !== place ? [one] : changed === null ? [] : [changed]));
}

export function kindOf(dataset: MeasureDataset, field: string): ConditionKind {
  const type = datasets[dataset].fields.find(({ id }) => id === field)?.type;
  return type === undefined ? 'text' : kindOfType(type);
}

function kindOfType({ kind }: FieldKind): ConditionKind {
  switch (kind) {
    case 'money':
    case 'number':
    case 'integer':
    case 'percent':
      return 'number';
    case 'date':
      return 'date';
    default:
      return 'text';
  }
}

/** In an extra column stand texts and numbers side by side. */
export function operatorsFor(dataset: MeasureDataset, field: string): readonly ConditionOperator[] {
  if (field.startsWith(extraColumnPrefix)) return [...operators.text, 'greaterOrEqual', 'lessOrEqual'];
  return operators[kindOf(dataset, field)];
}

export function newCondition(dataset: MeasureDataset): FilterCondition {
  const [first] = datasets[dataset].fields.filter(({ type }) => kindOfType(type) === 'text');
  return conditionOn(dataset, first?.id ?? datasets[dataset].fields[0]?.id ?? '');
}

export function conditionOn(dataset: MeasureDataset, field: string): FilterCondition {
  return { field, operator: operatorsFor(dataset, field)[0] ?? 'notBlank', values: [] };
}

/** How many values an operator compares with; null for a list. */
export function valuesOf(operator: ConditionOperator): 0 | 1 | 2 | null {
  switch (operator) {
    case 'blank':
    case 'notBlank':
      return 0;
    case 'between':
      return 2;
    case 'in':
      return null;
    default:
      return 1;
  }
}
