import { extraColumnPrefix, type Filter } from '../../ipc/rows';
import { datasets, type FieldDefinition } from '../../model/dataset';
import { type ErrorCode, type ErrorParameters, QuotabenchError } from '../../model/error';
import {
  type MeasureAggregate,
  type MeasureDataset,
  type MeasureDeclaration,
  type MeasurePlacement,
  measureFields,
  type RowNumber,
} from '../measure';
import { type FormulaUnit, formulaUnitOf, plainNumber } from './formula-unit';
import { type OwnAggregate, type RowsMeasure, statePlacements } from './own-kpi';

/** Numbers that are reckoned for each row of a dataset from several of its fields, with their units. */
export const reckonedFields: Readonly<Record<MeasureDataset, Readonly<Record<string, 'money' | 'days'>>>> = {
  orders: { margin: 'money', gross: 'money' },
  opportunities: { cycle_days: 'days' },
  leads: { conversion_days: 'days' },
  activities: {},
  customers: { lifetime_days: 'days' },
  competitor_prices: {},
};

/** Where the rows of each dataset lie when a measure does not say it. */
const usualDates: Readonly<Record<MeasureDataset, string>> = {
  orders: 'ordered_on',
  opportunities: 'closed_on',
  leads: 'created_on',
  activities: 'date',
  customers: 'acquired_on',
  competitor_prices: 'observed_on',
};

/** A measure that a formula can use. */
export interface CompiledMeasure {
  readonly declaration: MeasureDeclaration;
  readonly unit: FormulaUnit;
  /** Whether the values of parts of a period add up to that of the whole. */
  readonly isAdditive: boolean;
}

/** The dates, and for deals and customers the states, by which rows of a dataset can lie in a period; the usual one first. */
export function placementsOf(dataset: MeasureDataset): readonly string[] {
  const dates = datasets[dataset].fields.flatMap(({ id, type }) => (type.kind === 'date' ? [id] : []));
  const usual = usualDates[dataset];
  const states = {
    opportunities: ['open_at_end'],
    customers: ['there_at_start'],
  } as Readonly<Partial<Record<MeasureDataset, readonly string[]>>>;
  return [usual, ...dates.filter((date) => date !== usual), ...(states[dataset] ?? [])];
}

/** Ids of what an aggregate can be taken of; extra columns beside them. */
export function fieldsFor(dataset: MeasureDataset, aggregate: OwnAggregate): readonly string[] {
  if (aggregate === 'count') return [];
  const { fields } = datasets[dataset];
  if (aggregate === 'distinct') return fields.map(({ id }) => id);
  return [...fields.filter(isNumber).map(({ id }) => id), ...Object.keys(reckonedFields[dataset])];
}

/** @throws QuotabenchError that says what is wrong with the measure, which the caller names. */
export function compileRowsMeasure(measure: RowsMeasure): CompiledMeasure {
  const { dataset, aggregate } = measure;
  const placement = placementOf(measure);
  const where = filterOf(measure);
  checkConditions(dataset, where);
  const isSum = aggregate === 'count' || aggregate === 'sum';
  return {
    declaration: {
      dataset,
      aggregate: aggregateOf(measure),
      placement,
      conditions: where.length === 0 ? [] : [[{ rows: where }]],
    },
    unit: unitOf(measure),
    isAdditive: isSum && placement.kind === 'dated',
  };
}

function placementOf({ dataset, date = usualDates[dataset] }: RowsMeasure): MeasurePlacement {
  if (!placementsOf(dataset).includes(date)) {
    throw problem('ownMeasureDate', { dataset, field: date, known: placementsOf(dataset).join(', ') });
  }
  if (date === statePlacements[0]) return { kind: 'openAtEnd' };
  return date === statePlacements[1] ? { kind: 'thereAtStart' } : { kind: 'dated', field: date };
}

function filterOf({ where = [] }: RowsMeasure): Filter {
  return where.map((one) => (Array.isArray(one) ? one : [one]));
}

function checkConditions(dataset: MeasureDataset, where: Filter): void {
  for (const { field, operator, values } of where.flat()) {
    const known = field.startsWith(extraColumnPrefix) || fieldOf(dataset, field) !== undefined;
    if (!known) throw unknownField(dataset, field, fieldIds(dataset));
    const least = operator === 'blank' || operator === 'notBlank' ? 0 : operator === 'between' ? 2 : 1;
    if (values.length < least) throw problem('ownMeasureCondition', { dataset, fields: field });
  }
}

function aggregateOf({ dataset, aggregate, field }: RowsMeasure): MeasureAggregate {
  if (aggregate === 'count') {
    if (field !== undefined && field !== '')
      throw problem('ownMeasureCountField', { dataset, fields: field });
    return { kind: 'count' };
  }
  if (field === undefined || field === '') throw problem('ownMeasureNoField', {});
  const known = fieldsFor(dataset, aggregate);
  if (!known.includes(field) && !field.startsWith(extraColumnPrefix))
    throw unknownField(dataset, field, known);
  return aggregate === 'distinct'
    ? { kind: aggregate, column: field }
    : { kind: aggregate, field: numberOf(field) };
}

function numberOf(field: string): RowNumber {
  return measureFields.find((known) => known === field) ?? { column: field };
}

function unitOf({ dataset, aggregate, field = '', unit }: RowsMeasure): FormulaUnit {
  if (aggregate === 'count' || aggregate === 'distinct') return plainNumber;
  if (field.startsWith(extraColumnPrefix)) return formulaUnitOf(unit ?? 'number');
  const reckoned = reckonedFields[dataset][field];
  if (reckoned !== undefined) return formulaUnitOf(reckoned);
  return fieldOf(dataset, field)?.type.kind === 'money' ? formulaUnitOf('money') : plainNumber;
}

function fieldOf(dataset: MeasureDataset, id: string): FieldDefinition | undefined {
  return datasets[dataset].fields.find((field) => field.id === id);
}

function fieldIds(dataset: MeasureDataset): readonly string[] {
  return datasets[dataset].fields.map(({ id }) => id);
}

function isNumber({ type: { kind } }: FieldDefinition): boolean {
  return kind === 'money' || kind === 'number' || kind === 'integer' || kind === 'percent';
}

function unknownField(dataset: MeasureDataset, field: string, known: readonly string[]): QuotabenchError {
  return problem('ownMeasureField', { dataset, field, known: known.join(', ') });
}

function problem(code: ErrorCode, parameters: ErrorParameters): QuotabenchError {
  return new QuotabenchError(code, parameters);
}
