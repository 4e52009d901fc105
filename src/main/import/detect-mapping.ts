import { choiceOf } from '@shared/model/choice-names';
import { type DatasetId, datasetIds, datasets, type FieldDefinition } from '@shared/model/dataset';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ColumnProfile } from './column-profile';
import { matchHeading, normalizedHeading } from './heading-names';

export interface FieldMatch {
  readonly index: number;
  readonly field: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface DatasetMatch {
  readonly dataset: DatasetId;
  /** 0 to 1. */
  readonly confidence: number;
  readonly fields: readonly FieldMatch[];
}

/** What the columns may be, the likeliest dataset first. */
export function detectDatasets(columns: readonly ColumnProfile[]): readonly DatasetMatch[] {
  return datasetIds
    .map((dataset) => {
      const fields = detectFields(dataset, columns);
      return { dataset, fields, score: scoreOf(dataset, fields, columns) };
    })
    .sort((one, other) => other.score - one.score)
    .map(({ dataset, fields, score }, _index, all) => ({
      dataset,
      fields,
      confidence: confidenceOf(score, all.find((match) => match.dataset !== dataset)?.score ?? 0),
    }));
}

/** Which column fills which field: each column at most one, each field from at most one. */
export function detectFields(dataset: DatasetId, columns: readonly ColumnProfile[]): readonly FieldMatch[] {
  const candidates = columns.flatMap((column) =>
    matchHeading(dataset, column.heading).flatMap(({ field, confidence }): FieldMatch[] => {
      const definition = datasets[dataset].fields.find(({ id }) => id === field);
      const fit = definition ? fitOf(definition, column) * namingOf(definition, column) : 0;
      return fit === 0 ? [] : [{ index: column.index, field, confidence: confidence * fit }];
    }),
  );
  const chosen: FieldMatch[] = [];
  for (const match of [...candidates].sort(
    (one, other) => other.confidence - one.confidence || one.index - other.index,
  )) {
    const taken = chosen.some(({ index, field }) => index === match.index || field === match.field);
    if (!taken && match.confidence >= 0.35) chosen.push(match);
  }
  return chosen.sort((one, other) => one.index - other.index);
}

/** A column of names is a better name than one of their numbers: `Customer name` before `Customer ID`. */
function namingOf({ id, type }: FieldDefinition, { heading }: ColumnProfile): number {
  if (type.kind !== 'reference' && id !== 'name') return 1;
  return /(^| )(id|no|number|code|sku)$|(nr|nummer|kode|customerid|productid)$/.test(
    normalizedHeading(heading),
  )
    ? 0.85
    : 1;
}

/** How well a column's values suit a field: 0 where they cannot be it. */
function fitOf({ type }: FieldDefinition, column: ColumnProfile): number {
  const { type: found, samples, filled } = column;
  if (filled === 0) return 0.8;
  switch (type.kind) {
    case 'date':
      return fitOfDates(column);
    case 'period':
      if (found === 'period' || found === 'date') return 1;
      return samples.every((text) => /^(19|20)\d{2}$/.test(text)) ? 0.9 : 0;
    case 'number':
    case 'integer':
    case 'money':
    case 'percent':
      return found === 'number' || found === 'percent' ? 1 : 0;
    case 'choice':
      return samples.filter((text) => choiceOf(text, type.choices) !== null).length >= samples.length / 2
        ? 1
        : 0;
    case 'email':
      return samples.some((text) => text.includes('@')) ? 1 : 0;
    case 'reference':
      return isText(found) ? 1 : 0;
    case 'text':
      return isText(found) ? 1 : 0.4;
  }
}

function isText(found: ColumnProfile['type']): boolean {
  return found !== 'date' && found !== 'boolean';
}

/** Numbers may be dates that lost their format: `20261123`, or Excel's count of days. */
function fitOfDates({ type: found, samples }: ColumnProfile): number {
  if (found === 'date') return 1;
  if (found === 'period') return 0.6;
  return found === 'number' && samples.every((text) => /^(19|20)\d{6}$|^[2-6]\d{4}$/.test(text)) ? 0.8 : 0;
}

/** Fields that tell a dataset apart from those that share its other fields. */
const tellingFields: Readonly<Record<DatasetId, readonly string[]>> = {
  reps: ['manager', 'team', 'start_date'],
  products: ['category', 'list_price', 'unit_cost'],
  customers: ['industry', 'segment', 'acquired_on', 'churned_on', 'recurring_amount'],
  leads: ['status', 'source', 'converted_on', 'score', 'email'],
  opportunities: ['stage', 'closed_on', 'deal_id', 'amount'],
  orders: ['order_no', 'quantity', 'unit_price', 'amount', 'discount'],
  activities: ['type', 'count'],
  competitor_prices: ['competitor', 'price'],
  quotas: ['period', 'amount', 'measure'],
  benchmarks: ['kpi', 'value'],
};

/**
 * Points for the fields found, those that tell more than the others; little is left where a needed one is missing or where
 * all that was found could as well be of another dataset.
 */
function scoreOf(
  dataset: DatasetId,
  fields: readonly FieldMatch[],
  columns: readonly ColumnProfile[],
): number {
  const confidence = new Map(fields.map((match) => [match.field, match.confidence]));
  const points = [...confidence].reduce(
    (sum, [field, sure]) => sum + sure * (tellingFields[dataset].includes(field) ? 1.5 : 1),
    0,
  );
  return (
    points *
    (isComplete(dataset, new Set(confidence.keys())) ? 1 : 0.2) *
    (tellingFields[dataset].some((field) => confidence.has(field)) ? 1 : 0.4) *
    valuesSpeakFor(dataset, fields, columns)
  );
}

/** Whether the fields found can fill a row. */
export function isComplete(dataset: DatasetId, fields: ReadonlySet<string>): boolean {
  return missingFields(dataset, fields).length === 0;
}

/** The needed fields that are missing; of alternatives the first. */
export function missingFields(dataset: DatasetId, fields: ReadonlySet<string>): readonly string[] {
  const definition = datasets[dataset];
  const single = definition.fields
    .filter(({ id, required }) => required && !fields.has(id))
    .map(({ id }) => id);
  const alternatives = definition.requiredAlternatives
    .filter((alternative) => !alternative.some((group) => group.every((id) => fields.has(id))))
    .map(([first = []]) => first.join(' + '));
  return [...single, ...alternatives];
}

/** Stages that close deals make a sheet one of deals. */
function valuesSpeakFor(
  dataset: DatasetId,
  fields: readonly FieldMatch[],
  columns: readonly ColumnProfile[],
): number {
  if (dataset !== 'opportunities') return 1;
  const stage = fields.find(({ field }) => field === 'stage');
  const samples = columns.find(({ index }) => index === stage?.index)?.samples ?? [];
  return samples.some((text) => outcomeOfStage(text) !== 'open') ? 1.4 : 1;
}

/** High where much was found and nothing else comes near. */
function confidenceOf(score: number, rival: number): number {
  if (score <= 0) return 0;
  const amount = Math.min(1, score / 4);
  const lead = Math.min(1, Math.max(0, (score - rival) / score) * 2);
  return Math.round(100 * amount * (0.6 + 0.4 * lead)) / 100;
}
