import { type DatasetId, datasetIds, datasets } from '@shared/model/dataset';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ColumnProfile } from './column-profile';
import { fitOf, namingOf, tellsOutcome } from './field-fit';
import { isVagueHeading, matchHeading, normalizedHeading } from './heading-names';
import { isPartHeading, joinsWith } from './joined-columns';

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
  const strict = rankedDatasets(columns, detectFields);
  // Where the values suit no dataset, the headings alone may: then the rows are rejected by name, not the sheet.
  return (strict[0]?.confidence ?? 0) >= clearConfidence
    ? strict
    : rankedDatasets(columns, detectNeededFields);
}

/** Below it what a sheet holds is not guessed. */
export const clearConfidence = 0.3;

type FieldDetector = (dataset: DatasetId, columns: readonly ColumnProfile[]) => readonly FieldMatch[];

function rankedDatasets(columns: readonly ColumnProfile[], detect: FieldDetector): readonly DatasetMatch[] {
  return datasetIds
    .map((dataset) => {
      const fields = detect(dataset, columns);
      return { dataset, fields, score: scoreOf(dataset, fields, columns) };
    })
    .sort((one, other) => other.score - one.score)
    .map(({ dataset, fields, score }, _index, all) => ({
      dataset,
      fields,
      confidence: confidenceOf(score, all.find((match) => match.dataset !== dataset)?.score ?? 0),
    }));
}

/** No export has its fields behind so many others. */
const mostSearchedColumns = 400;

interface Candidate extends FieldMatch {
  readonly column: ColumnProfile;
  /** The weight among columns of the same field; it does not say how sure the match is. */
  readonly preference: number;
}

/** Which column fills which field: a field is filled from one column, or from several that belong together. */
export function detectFields(dataset: DatasetId, columns: readonly ColumnProfile[]): readonly FieldMatch[] {
  const candidates = candidatesOf(dataset, columns);
  const chosen: Candidate[] = [];
  for (const match of [...candidates].sort(
    (one, other) => other.preference - one.preference || one.index - other.index,
  )) {
    const isTaken = chosen.some(
      ({ index, field, column }) =>
        index === match.index || (field === match.field && !joinsWith(dataset, field, column, match.column)),
    );
    if (!isTaken && match.confidence >= 0.35) chosen.push(match);
  }
  return chosen
    .map(({ index, field, confidence }) => ({ index, field, confidence }))
    .sort((one, other) => one.index - other.index);
}

function candidatesOf(dataset: DatasetId, columns: readonly ColumnProfile[]): readonly Candidate[] {
  const searched = columns.slice(0, mostSearchedColumns);
  const parts = searched.filter(({ heading }) => isPartHeading(heading));
  const candidates = searched.flatMap((column) =>
    matchHeading(dataset, column.heading).flatMap(({ field, confidence }): Candidate[] => {
      const definition = datasets[dataset].fields.find(({ id }) => id === field);
      if (!definition) return [];
      const tells = tellsOutcome(dataset, field, column);
      const hasPartner =
        parts.includes(column) && parts.some((other) => joinsWith(dataset, field, column, other));
      const fit = Math.max(fitOf(definition, column), tells ? 1 : 0, hasPartner ? 0.9 : 0);
      if (fit === 0) return [];
      const sure = confidence * fit * namingOf(definition, column);
      const preference = sure + (tells ? 1 : 0) - (isVagueHeading(column.heading) ? 0.05 : 0);
      return [{ index: column.index, field, confidence: sure, preference, column }];
    }),
  );
  const knowsConversions = candidates.some(({ field }) => field === 'converted_on');
  return candidates.map((candidate) =>
    candidate.field === 'status' && knowsConversions
      ? { ...candidate, preference: candidate.confidence }
      : candidate,
  );
}

/** The same, and columns whose heading names a needed field though hardly a cell suits it. */
function detectNeededFields(dataset: DatasetId, columns: readonly ColumnProfile[]): readonly FieldMatch[] {
  const found = detectFields(dataset, columns);
  const missing = new Set(missingFields(dataset, new Set(found.map(({ field }) => field))));
  const added = [...missing].flatMap((field) => {
    const named = columns
      .slice(0, mostSearchedColumns)
      .find(
        ({ index, heading }) =>
          !found.some((match) => match.index === index) &&
          matchHeading(dataset, heading).some((match) => match.field === field && match.confidence === 1),
      );
    return named ? [{ index: named.index, field, confidence: 0.4 }] : [];
  });
  return [...found, ...added].sort((one, other) => one.index - other.index);
}

/** Fields that tell a dataset apart from those that share its other fields. */
const tellingFields: Readonly<Record<DatasetId, readonly string[]>> = {
  reps: ['manager', 'team', 'start_date'],
  products: ['category', 'list_price', 'unit_cost'],
  customers: ['industry', 'segment', 'acquired_on', 'churned_on', 'recurring_amount'],
  leads: ['status', 'source', 'converted_on', 'score', 'email'],
  opportunities: ['stage', 'closed_on', 'deal_id', 'amount'],
  stage_changes: ['deal', 'stage', 'entered_on'],
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
  if (dataset === 'stage_changes') return headingsSpeakForHistory(fields, columns);
  if (dataset !== 'opportunities') return 1;
  const stage = fields.find(({ field }) => field === 'stage');
  const stages = columns.find(({ index }) => index === stage?.index)?.distinct ?? [];
  return stages.some((text) => outcomeOfStage(text) !== 'open') ? 1.4 : 1;
}

/**
 * Every export of deals has deals, stages and some date; a history says which stage was left for which, or when a stage was entered.
 * When a deal was last modified says so only beside the former.
 */
function headingsSpeakForHistory(fields: readonly FieldMatch[], columns: readonly ColumnProfile[]): number {
  const headingOf = (field: string): string => {
    const place = fields.find((match) => match.field === field)?.index;
    return normalizedHeading(columns.find(({ index }) => index === place)?.heading ?? '');
  };
  if (/^(to|new|til|ny) /.test(headingOf('stage'))) return 3;
  return /modified|edit|endret|log/.test(headingOf('entered_on')) ? 0.3 : 1.6;
}

/** High where much was found and nothing else comes near. */
function confidenceOf(score: number, rival: number): number {
  if (score <= 0) return 0;
  const amount = Math.min(1, score / 4);
  const lead = Math.min(1, Math.max(0, (score - rival) / score) * 2);
  return Math.round(100 * amount * (0.6 + 0.4 * lead)) / 100;
}
